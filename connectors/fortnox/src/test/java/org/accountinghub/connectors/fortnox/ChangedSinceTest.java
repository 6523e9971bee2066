package org.accountinghub.connectors.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangedSinceTest {

    @ParameterizedTest
    @CsvSource({
        // three minutes earlier, Swedish time, by the minute
        "2026-03-02T09:30:40Z, 2026-03-02 10:27",
        "2026-07-02T09:30:40Z, 2026-07-02 11:27",
        "2026-01-01T00:01:00Z, 2026-01-01 00:58",
        // clocks go forward at 01:00Z on 29 March
        "2026-03-29T01:01:00Z, 2026-03-29 01:58",
        "2026-03-29T01:05:00Z, 2026-03-29 03:02",
        // clocks go back at 01:00Z on 25 October: from 02:00 to 03:00 it is the same time twice
        "2026-10-25T00:33:00Z, 2026-10-25 02:30",
        "2026-10-25T01:03:00Z, 2026-10-25 01:57",
        "2026-10-25T01:33:00Z, 2026-10-25 01:57",
        "2026-10-25T02:02:59Z, 2026-10-25 01:57",
        "2026-10-25T02:03:00Z, 2026-10-25 03:00"
    })
    void changesAreAskedForFromALittleEarlier(Instant since, String asked) {
        assertThat(ChangedSince.lastModified(since)).isEqualTo(asked);
    }
}
