package org.accountinghub.routes.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServeArgumentsTest {

    @Test
    void helpStartsNothingAndAMistakeIsRefused() {
        assertThat(Hub.answer("--help")).isZero();
        assertThat(Hub.answer("--port", "9000")).isEqualTo(2);
    }
}
