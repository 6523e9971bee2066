package org.accountinghub.mappings.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"5560125790", "556012-5790", " 556012 - 5790 ", "16556012-5790", "165560125790"})
    void spellingsOfOneNumberAreTheSame(String spelling) {
        assertThat(RegistrationNumber.organisation("556012-5790").sameAs(spelling))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"556012-5791", "5560125", "", "995560125790"})
    void othersAreNot(String other) {
        assertThat(RegistrationNumber.organisation("556012-5790").sameAs(other)).isFalse();
    }

    @Test
    void aPersonalNumberShowsInNoText() {
        RegistrationNumber number = RegistrationNumber.personal("191212121212");

        assertThat(number.digits()).isEqualTo("1212121212");
        assertThat(number.sameAs("121212-1212")).isTrue();
        assertThat(number).asString().doesNotContain("1212");
        assertThat(RegistrationNumber.organisation("556012-5790")).hasToString("556012-5790");
    }
}
