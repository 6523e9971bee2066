package org.accountinghub.mappings.fortnox;

import java.util.Map;
import java.util.function.Function;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.register.FieldWriting;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterForm;

/** Fields as Fortnox takes them. */
final class FortnoxFields {

    static final int LONG_TEXT = 1024;

    private static final Map<String, String> LABELS = Map.of(
            "CustomerNumber", "the customer number",
            "ExternalInvoiceReference2", "the order number",
            "YourOrderNumber", "the customer's order number",
            "CostCenter", "the cost centre",
            "ZipCode", "the postal code",
            "DeliveryZipCode", "the postal code of the delivery address",
            "VATNumber", "the VAT number",
            "TermsOfPayment", "the terms of payment",
            "PropertyDesignation", "the property designation or flat number");

    static final RegisterForm.Partner PARTNER = new RegisterForm.Partner("fortnox", "Fortnox", FortnoxFields::of);

    private FortnoxFields() {}

    static Fields of(Review review) {
        return new Fields(review, "Fortnox", Characters::clean, LABELS);
    }

    static FieldWriting registration(RegisterField field, String name) {
        return FieldWriting.asSent(
                field,
                name,
                (as, value, fields, review) -> CustomerTranslation.organisationNumber(
                                RegistrationNumber.organisation(value))
                        .map(Function.identity()));
    }
}
