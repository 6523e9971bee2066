package org.accountinghub.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT0S",
                " 5 | PT5S",
                "7200 | PT2H",
                "999999999 | P7D",
                "Sun, 01 Mar 2026 10:01:00 GMT | PT1M",
                "Sun, 01 Mar 2026 09:00:00 GMT | PT0S"
            })
    void secondsAndDates(String header, Duration wait) {
        assertThat(RetryAfter.parse(header, NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "soon", "1.5", "99999999999999999999"})
    void anythingElseIsNoWait(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }

    @Test
    void aDateOfTheWrongWeekdayIsNoWait() {
        assertThat(RetryAfter.parse("Mon, 01 Mar 2026 10:01:00 GMT", NOW)).isEmpty();
    }
}
