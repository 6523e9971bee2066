package org.accountinghub.connectors.testkit.har;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasksTest {
    @ParameterizedTest
    @ValueSource(strings = {"191212121212", "19121212-1212", "121212-1212", "1212121212", "121212+1212"})
    void everyFormOfAPersonalNumberBecomesTheReservedOne(String number) {
        assertThat(Masks.body("{\"OrganisationNumber\":\"" + number + "\"}"))
                .isEqualTo("{\"OrganisationNumber\":\"191212121212\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"556000-4615", "5560004615", "165560004615", "121212-1213", "121312-1210", "0123456789ABCDEF"})
    void otherNumbersStay(String number) {
        assertThat(Masks.text(number)).isEqualTo(number);
    }

    @Test
    void aNumberInsideALongerOneIsNone() {
        String id = "f3a1-121212-1212-77";

        assertThat(Masks.text(id)).isEqualTo(id);
    }

    @Test
    void secretsInXmlAreStarsAndTheirElementsStay() {
        assertThat(Masks.body("<a:Password>p&amp;w</a:Password><Username>u</Username>"))
                .isEqualTo("<a:Password>***</a:Password><Username>u</Username>");
        assertThat(Masks.body("<LoginResult>abc</LoginResult>")).isEqualTo("<LoginResult>***</LoginResult>");
        assertThat(Masks.body("<LoginResult/>")).isEqualTo("<LoginResult/>");
    }
}
