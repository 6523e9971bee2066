package org.accountinghub.connectors.fortnox;

import org.accountinghub.mappings.fortnox.FortnoxEdit;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.register.RegisterField;

/** What can stand in the way of a record's change. */
final class RegisterProblems {

    private RegisterProblems() {}

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
