package org.accountinghub.routes.engine.registers;

import org.accountinghub.mappings.model.PersonalNumbers;
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
        boolean number = field == RegisterField.REGISTRATION_NUMBER || field == RegisterField.VAT_NUMBER;
        return person && number && !value.isEmpty() ? PersonalNumbers.MASK : PersonalNumbers.masked(value);
    }
}
