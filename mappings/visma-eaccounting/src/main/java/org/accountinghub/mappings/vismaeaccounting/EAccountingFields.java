package org.accountinghub.mappings.vismaeaccounting;

import java.util.function.Function;
import org.accountinghub.mappings.model.register.FieldWriting;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterForm;

/** Fields of records as eAccounting takes them. */
final class EAccountingFields {

    static final RegisterForm.Partner PARTNER =
            new RegisterForm.Partner(DraftTranslation.ROOM, "eAccounting", Characters::fields);

    private EAccountingFields() {}

    static FieldWriting email(RegisterField field, String name) {
        return FieldWriting.asSent(
                field,
                name,
                (as, value, fields, review) ->
                        CustomerTranslation.email(as, value, review).map(Function.identity()));
    }

    static FieldWriting country(RegisterField field, String name) {
        return FieldWriting.asSent(
                field,
                name,
                (as, value, fields, review) ->
                        CustomerTranslation.country(as, value, review).map(Function.identity()));
    }
}
