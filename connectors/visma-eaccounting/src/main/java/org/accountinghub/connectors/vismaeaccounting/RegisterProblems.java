package org.accountinghub.connectors.vismaeaccounting;

import java.util.Locale;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.register.Register;

/** What can stand in the way of a record. */
final class RegisterProblems {

    private RegisterProblems() {}

    static Problem gone(Register register, String number) {
        String kind = register.kind();
        return VismaProblems.partner(
                        kind + "-gone",
                        kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1) + " " + number
                                + " was here before and is gone from eAccounting.",
                        "Restore the " + kind + " in eAccounting, or bind ours to another one.")
                .at(kind + " number");
    }
}
