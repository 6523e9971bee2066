package org.accountinghub.connectors.twentyfoursevenoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuarantineTest {

    private static final String WORDS = "Limit exceeded by 1. Request is blocked. Quarantine ends at ";
    private static final Instant NOW = Instant.parse("2026-11-12T09:45:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-12T10:15:00",
                "2026-11-12T10:15:00.4830000",
                "2026-11-12 10:15:00",
                "11/12/2026 10:15:00 AM",
                "11/12/2026 10:15:00",
                "12/11/2026 10:15:00",
                "12.11.2026 10:15:00",
                "12-11-2026 10:15:00",
            })
    void theMomentIsReadInAnyForm(String moment) {
        assertThat(Quarantine.from(WORDS + moment, NOW)).isEqualTo(Duration.ofMinutes(30));
        assertThat(Quarantine.from(WORDS + moment + ".", NOW)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void oneThatHasJustEndedIsASecond() {
        assertThat(Quarantine.from(WORDS + "2026-11-12 09:44:59", NOW)).isEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2026-11-13 10:15:00", "2099-01-01 00:00:00", "99.99.9999 10:15:00"})
    void oneThatTellsNoMomentWithinReasonIsFiveMinutes(String moment) {
        assertThat(Quarantine.from(WORDS + moment, NOW)).isEqualTo(Quarantine.USUAL);
    }
}
