package org.accountinghub.routes.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LastingTroubleTest {

    private long now;
    private final LastingTrouble trouble = new LastingTrouble(() -> now);

    @Test
    void isToldOnceThenEveryMinuteAndWhenItIsOver() {
        assertThat(trouble.isOverNow()).isFalse();
        assertThat(trouble.isToBeTold()).isTrue();
        passes(Duration.ofSeconds(2));
        assertThat(trouble.isToBeTold()).isFalse();
        passes(Duration.ofSeconds(58));
        assertThat(trouble.isToBeTold()).isTrue();
        assertThat(trouble.isToBeTold()).isFalse();

        assertThat(trouble.isOverNow()).isTrue();
        assertThat(trouble.isOverNow()).isFalse();
        assertThat(trouble.isToBeTold()).isTrue();
    }

    private void passes(Duration time) {
        now += time.toNanos();
    }
}
