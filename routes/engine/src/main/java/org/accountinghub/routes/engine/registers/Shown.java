package org.accountinghub.routes.engine.registers;

import org.accountinghub.mappings.model.PersonalNumbers;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;

/** Values as people may see them: a person's registration number is masked. */
final class Shown {

    private static final String PRIVATE = "PRIVATE";

    private Shown() {}

    static boolean isPerson(RegisterRecord record) {
        return record.value(RegisterField.CUSTOMER_KIND).filter(PRIVATE::equals).isPresent();
    }

    static String value(RegisterField field, String value, boolean person) {
        boolean secret = switch (field) {
            case REGISTRATION_NUMBER -> person || isDated(value);
            case VAT_NUMBER -> person;
            default -> false;
        };
        return secret && !value.isEmpty() ? PersonalNumbers.MASK : PersonalNumbers.masked(value);
    }

    /** Also with a wrong check digit: what begins with a day is a person's. */
    private static boolean isDated(String registration) {
        String hyphenated = RegistrationNumber.organisation(registration).hyphenated();
        return !PersonalNumbers.masked(hyphenated).equals(hyphenated);
    }
}
