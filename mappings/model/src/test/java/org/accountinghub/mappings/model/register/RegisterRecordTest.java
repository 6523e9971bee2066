package org.accountinghub.mappings.model.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterRecordTest {

    @ParameterizedTest
    @CsvSource({
        "NAME, '  Åkes   Rör ', Åkes Rör",
        "REGISTRATION_NUMBER, 556677-8899, 5566778899",
        "REGISTRATION_NUMBER, 165566778899, 5566778899",
        "REGISTRATION_NUMBER, 19121212-1212, 1212121212",
        "VAT_NUMBER, se 556677-8899 01, SE556677889901",
        "INVOICE_POSTAL_CODE, 123 45, 12345",
        "INVOICE_POSTAL_CODE, SW1A 1AA, SW1A 1AA",
        "INVOICE_COUNTRY, se, SE",
        "BALANCE, 0.00, 0",
        "BALANCE, 100, 100",
        "PRICE, 1250.50, 1250.5",
        "CUSTOMER_ACTIVE, TRUE, true",
        "EMAIL, '', ''",
    })
    void oneCanonicalForm(RegisterField field, String written, String canonical) {
        assertThat(field.canonical(written)).isEqualTo(canonical);
        assertThat(field.canonical(canonical)).isEqualTo(canonical);
    }

    @Test
    void comparesOnlyWhatBothSidesKnow() {
        RegisterRecord ours =
                customer(Map.of(RegisterField.NAME, "A", RegisterField.PHONE, "08", RegisterField.EMAIL, ""));
        RegisterRecord theirs = customer(Map.of(RegisterField.NAME, "B", RegisterField.EMAIL, "a@b.se"));

        assertThat(ours.differences(theirs)).containsExactly(RegisterField.NAME, RegisterField.EMAIL);
        assertThat(ours.knows(RegisterField.VAT_NUMBER)).isFalse();
        assertThat(ours.value(RegisterField.EMAIL)).isEmpty();
        assertThat(ours.group(FieldGroup.CONTACT_DATA)).containsOnlyKeys(RegisterField.PHONE, RegisterField.EMAIL);
        assertThat(ours.with(Map.of(RegisterField.PHONE, "")).value(RegisterField.PHONE))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BUSINESS, SE, 556677-8899,   true",
        "BUSINESS, SE, 556677-8898,   false",
        "BUSINESS, '', 16556677-8899, true",
        "BUSINESS, SE, 191212121212,  true",
        "PRIVATE,  '', 121212+1212,   true",
        "PRIVATE,  '', 19121272-1219, true",
        "PRIVATE,  SE, 556677-8899,   false",
        "PRIVATE,  SE, 20121312-1212, false",
        "BUSINESS, NO, 123 456 785,   true",
        "BUSINESS, NO, 123 456 784,   false",
        "BUSINESS, DE, HRB 12345,     true",
        "BUSINESS, SE, HRB 12345,     false",
        "BUSINESS, SE, 000000-0000,   false",
        "BUSINESS, SE, '',            true"
    })
    void aRegistrationNumberThatCannotBeRightIsLeftOut(String kind, String country, String number, boolean right) {
        RegisterRecord record = customer(Map.of(
                RegisterField.NAME, "A",
                RegisterField.CUSTOMER_KIND, kind,
                RegisterField.INVOICE_COUNTRY, country,
                RegisterField.REGISTRATION_NUMBER, number));

        assertThat(record.registrationFault().isEmpty()).isEqualTo(right);
        assertThat(record.withoutFault().knows(RegisterField.REGISTRATION_NUMBER))
                .isEqualTo(right);
        assertThat(record.withoutFault().value(RegisterField.NAME)).contains("A");
    }

    @Test
    void showsNoValues() {
        RegisterRecord person = customer(Map.of(RegisterField.REGISTRATION_NUMBER, "191212121212"));
        RegisterEdit edit = new RegisterEdit(
                Register.CUSTOMERS,
                "17",
                Map.of(
                        RegisterField.REGISTRATION_NUMBER,
                        FieldChange.to("1212121212"),
                        RegisterField.PHONE,
                        FieldChange.to("")));

        assertThat(person).hasToString("customer 17");
        assertThat(edit).hasToString("edit of customer 17: {REGISTRATION_NUMBER=set, PHONE=clear}");
    }

    @Test
    void refusesAnotherRegistersField() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> customer(Map.of(RegisterField.PRICE, "1")))
                .withMessageContaining("PRICE");
        assertThatIllegalArgumentException().isThrownBy(() -> customer(Map.of(RegisterField.BALANCE, "1,5")));
    }

    private static RegisterRecord customer(Map<RegisterField, String> values) {
        return new RegisterRecord(Register.CUSTOMERS, "17", values);
    }
}
