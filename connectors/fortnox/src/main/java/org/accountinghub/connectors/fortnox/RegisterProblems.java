package org.accountinghub.connectors.fortnox;

import org.accountinghub.mappings.fortnox.FortnoxEdit;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;

/** What can stand in the way of a record's change. */
final class RegisterProblems {

    private RegisterProblems() {}

    static Problem gone(Register register, String number) {
        String kind = register.kind();
        return FortnoxProblems.partner(
                        kind + "-gone",
                        "The " + kind + " " + number + " was here before and is gone from Fortnox.",
                        "Restore the " + kind + " in Fortnox, or bind ours to another one.")
                .at(kind + " number");
    }

    /** The word that deletes a value stands now in its place. */
    static Problem notCleared(RegisterField field) {
        return FortnoxProblems.partner(
                        "value-not-cleared",
                        "Fortnox took " + FortnoxEdit.BLANK + ", by which the hub clears " + field.label()
                                + ", for a value.",
                        "Correct the field in Fortnox, and give the connection clear-values never.")
                .at(field.label());
    }
}
