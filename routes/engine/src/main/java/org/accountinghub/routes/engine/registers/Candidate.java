package org.accountinghub.routes.engine.registers;

import java.util.Optional;
import org.accountinghub.mappings.model.RegistrationCheck.Invalid;
import org.accountinghub.mappings.model.SameCustomer;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.routes.engine.port.MatchLine.Half;

/**
 * A record of one side that may have its like on the other.
 *
 * @param id the partner's own; our number on our side
 * @param linked whether it belongs to another record already
 * @param fault why its registration number cannot be right
 */
record Candidate(RegisterRecord record, String id, boolean linked, Optional<Invalid> fault) {

    private static final String SWEDISH_DIGITS = "\\d{10}";

    Candidate(RegisterRecord record, String id, boolean linked) {
        this(record, id, linked, record.registrationFault());
    }

    String number() {
        return record.number();
    }

    String name() {
        return value(record.register() == Register.ARTICLES ? RegisterField.DESCRIPTION : RegisterField.NAME);
    }

    String nameKey() {
        return NameKey.of(name());
    }

    /** Without what people write who have none. */
    Optional<String> registration() {
        return customer(RegisterField.REGISTRATION_NUMBER)
                .filter(number -> SameCustomer.significant(Optional.of(number)).isPresent());
    }

    /** The VAT number, also the one that a Swedish registration number makes. */
    Optional<String> vat() {
        return customer(RegisterField.VAT_NUMBER)
                .or(() -> registration()
                        .filter(digits -> digits.matches(SWEDISH_DIGITS))
                        .map(digits -> "SE" + digits + "01"));
    }

    String postalCode() {
        return customer(RegisterField.INVOICE_POSTAL_CODE).orElse("");
    }

    String street() {
        return customer(RegisterField.INVOICE_LINE1).orElse("");
    }

    private Optional<String> customer(RegisterField field) {
        return record.register() == Register.CUSTOMERS ? record.value(field) : Optional.empty();
    }

    private String value(RegisterField field) {
        return record.value(field).orElse("");
    }

    /** Whether both have a registration number, and not the same. */
    boolean contradicts(Candidate other) {
        return registration()
                .flatMap(number -> other.registration().filter(theirs -> !theirs.equals(number)))
                .isPresent();
    }

    Half shown() {
        boolean person = Shown.isPerson(record);
        return new Half(
                number(),
                id,
                name(),
                customer(RegisterField.REGISTRATION_NUMBER)
                        .map(digits -> Shown.value(RegisterField.REGISTRATION_NUMBER, digits, person))
                        .orElse(""),
                postalCode());
    }
}
