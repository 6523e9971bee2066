package org.accountinghub.mappings.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import org.accountinghub.mappings.model.RegistrationNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerTranslationTest {

    @ParameterizedTest
    @CsvSource({
        "ORGANISATION, 5560125790, 556012-5790",
        "ORGANISATION, 16556012-5790, 556012-5790",
        "ORGANISATION, 923 609 016, 923 609 016",
        "ORGANISATION, FI12345678, FI12345678",
        "PERSONAL, 191212121212, 19121212-1212",
        "PERSONAL, 121212-1212, 121212-1212"
    })
    void writesRegistrationNumbersWithAHyphen(RegistrationNumber.Kind kind, String value, String expected) {
        assertThat(CustomerTranslation.organisationNumber(new RegistrationNumber(kind, value)))
                .contains(expected);
    }

    @Test
    void aNumberOfNothingIsNone() {
        assertThat(CustomerTranslation.organisationNumber(RegistrationNumber.organisation("  ")))
                .isEmpty();
    }
}
