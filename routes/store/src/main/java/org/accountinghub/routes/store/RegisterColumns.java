package org.accountinghub.routes.store;

import static org.accountinghub.mappings.model.register.RegisterField.ARTICLE_ACTIVE;
import static org.accountinghub.mappings.model.register.RegisterField.CUSTOMER_ACTIVE;
import static org.accountinghub.mappings.model.register.RegisterField.CUSTOMER_KIND;
import static org.accountinghub.mappings.model.register.RegisterField.PAYMENT_TERMS;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.accountinghub.mappings.model.register.FieldGroup;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;

/** What the contract calls the fields of registers. */
final class RegisterColumns {

    private RegisterColumns() {}

    /** What a record of the store has. What only the accounting system knows is beside it. */
    static Set<RegisterField> of(Register register) {
        EnumSet<RegisterField> held = EnumSet.copyOf(RegisterField.of(register));
        held.remove(PAYMENT_TERMS);
        held.removeIf(RegisterColumns::isNoted);
        return held;
    }

    static boolean isNoted(RegisterField field) {
        return field.group() == FieldGroup.ACCOUNTING;
    }

    static String name(RegisterField field) {
        if (field == CUSTOMER_ACTIVE || field == ARTICLE_ACTIVE) {
            return "active";
        }
        return field == CUSTOMER_KIND ? "kind" : field.name().toLowerCase(Locale.ROOT);
    }
}
