package org.accountinghub.mappings.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "191212121212",
                "19121212-1212",
                "19121212+1212",
                "19121212 1212",
                "19121212\u20131212",
                "121212\u20111212",
                "121212\u00a01212",
                "1212121212",
                "121212-1212",
                "121212+1212",
                "121272-1212",
                "20121291-1212"
            })
    void hidesEverySpelling(String number) {
        assertThat(PersonalNumbers.masked(number)).isEqualTo(PersonalNumbers.MASK);
        assertThat(PersonalNumbers.masked("Kund " + number + ", tel"))
                .isEqualTo("Kund " + PersonalNumbers.MASK + ", tel");
        assertThat(PersonalNumbers.masked("\"" + number + "\":" + number)).doesNotContain("1212");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "556012-5790",
                "16556012-5790",
                "5560125790",
                "769600-1233",
                "Faktura 2611240007",
                "12345678.90 SEK",
                "2026-11-22T10:15:30Z",
                "0701234567",
                "070-123 45 67",
                "order 107_1 and 107-1",
                "7350000000006",
                "MPBA6GTIV6NHJYKH",
                "121312-1212",
                "121200-1212"
            })
    void leavesOtherNumbersReadable(String text) {
        assertThat(PersonalNumbers.masked(text)).isEqualTo(text);
    }

    @Test
    void problemsHideThemInEveryTextOfTheirs() {
        Problem problem = Problem.of("fortnox.some-thing", Problem.Stage.PARTNER, "a 191212121212", "b 121212-1212")
                .inWordsOfPartner("c 19121212-1212");

        assertThat(problem.toString()).doesNotContain("1212");
    }
}
