package org.accountinghub.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LocalTimesTest {

    private final LocalTimes times =
            new LocalTimes(Instant.parse("2026-03-02T22:30:00Z"), ZoneId.of("Europe/Stockholm"));

    @Test
    void todayIsTheDayOfThisMachine() {
        assertThat(times.at("2026-03-02T06:00:00.123Z")).isEqualTo("07:00:00");
        assertThat(times.at("2026-03-01T22:59:59Z")).isEqualTo("2026-03-01 23:59:59");
    }

    @Test
    void agesAreInTheirLargestUnit() {
        assertThat(times.ago("2026-03-02T22:29:30Z")).isEqualTo("30 s");
        assertThat(times.ago("2026-03-02T21:31:00Z")).isEqualTo("59 min");
        assertThat(times.ago("2026-03-01T23:30:00Z")).isEqualTo("23 h");
        assertThat(times.ago("2026-02-28T22:30:00Z")).isEqualTo("2 d");
    }

    @Test
    void timesInTextsAreFound() {
        assertThat(times.in("begun at 2026-03-02T08:00:01.5Z, not 12345")).isEqualTo("begun at 09:00:01, not 12345");
    }

    @Test
    void whatIsNoTimeStaysAsItIs() {
        assertThat(times.at("soon")).isEqualTo("soon");
    }
}
