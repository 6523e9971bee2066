package org.accountinghub.mappings.samples;

import static org.accountinghub.mappings.model.register.RegisterField.ARTICLE_ACTIVE;
import static org.accountinghub.mappings.model.register.RegisterField.ASSIGNED_TECHNICIAN;
import static org.accountinghub.mappings.model.register.RegisterField.COST_CENTRE;
import static org.accountinghub.mappings.model.register.RegisterField.CURRENCY;
import static org.accountinghub.mappings.model.register.RegisterField.CUSTOMERS_ORDER_NUMBER;
import static org.accountinghub.mappings.model.register.RegisterField.CUSTOMER_ACTIVE;
import static org.accountinghub.mappings.model.register.RegisterField.CUSTOMER_KIND;
import static org.accountinghub.mappings.model.register.RegisterField.DESCRIPTION;
import static org.accountinghub.mappings.model.register.RegisterField.EMAIL;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_CITY;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_COUNTRY;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_LINE1;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_LINE2;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_POSTAL_CODE;
import static org.accountinghub.mappings.model.register.RegisterField.LANGUAGE;
import static org.accountinghub.mappings.model.register.RegisterField.NAME;
import static org.accountinghub.mappings.model.register.RegisterField.PAYMENT_TERMS;
import static org.accountinghub.mappings.model.register.RegisterField.PHONE;
import static org.accountinghub.mappings.model.register.RegisterField.PRICE;
import static org.accountinghub.mappings.model.register.RegisterField.REGISTRATION_NUMBER;
import static org.accountinghub.mappings.model.register.RegisterField.UNIT;
import static org.accountinghub.mappings.model.register.RegisterField.VAT_NUMBER;
import static org.accountinghub.mappings.model.register.RegisterField.VAT_RATE;
import static org.accountinghub.mappings.model.register.RegisterField.VAT_TREATMENT;
import static org.accountinghub.mappings.model.register.RegisterField.VISITING_CITY;
import static org.accountinghub.mappings.model.register.RegisterField.VISITING_COUNTRY;
import static org.accountinghub.mappings.model.register.RegisterField.VISITING_LINE1;
import static org.accountinghub.mappings.model.register.RegisterField.VISITING_POSTAL_CODE;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.accountinghub.mappings.model.register.FieldChange;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterEdit;
import org.accountinghub.mappings.model.register.RegisterField;

/** Changes of records, from ordinary to awkward. */
public final class SampleEdits {

    private SampleEdits() {}

    public static List<Sample<RegisterEdit>> all() {
        return List.of(
                new Sample<>(
                        "customer-moves",
                        "both addresses",
                        edit(Map.ofEntries(
                                Map.entry(INVOICE_LINE1, "Nya Storgatan 1"),
                                Map.entry(INVOICE_LINE2, "Box 12"),
                                Map.entry(INVOICE_POSTAL_CODE, "111 22"),
                                Map.entry(INVOICE_CITY, "Åre"),
                                Map.entry(INVOICE_COUNTRY, "SE"),
                                Map.entry(VISITING_LINE1, "Älggatan 7"),
                                Map.entry(VISITING_POSTAL_CODE, "83145"),
                                Map.entry(VISITING_CITY, "Östersund"),
                                Map.entry(VISITING_COUNTRY, "SE")))),
                new Sample<>(
                        "customer-becomes-private",
                        "with a personal number",
                        edit(Map.of(CUSTOMER_KIND, "PRIVATE", REGISTRATION_NUMBER, "191212121212"))),
                new Sample<>(
                        "customer-terms",
                        "how it is invoiced, as far as a partner can hold that",
                        edit(Map.of(
                                CURRENCY, "EUR",
                                LANGUAGE, "en",
                                VAT_TREATMENT, "EU_REVERSE_CHARGE",
                                VAT_NUMBER, "DE 123456789",
                                COST_CENTRE, "NORR",
                                CUSTOMERS_ORDER_NUMBER, "PO-1",
                                ASSIGNED_TECHNICIAN, "Örjan Ek",
                                PAYMENT_TERMS, "30ab"))),
                new Sample<>("customer-deactivated", "activity alone", edit(Map.of(CUSTOMER_ACTIVE, "false"))),
                new Sample<>(
                        "customer-loses-values",
                        "texts, and what has no empty form",
                        edit(Map.of(
                                INVOICE_LINE2,
                                "",
                                PHONE,
                                "",
                                EMAIL,
                                "",
                                VAT_NUMBER,
                                "",
                                CUSTOMER_KIND,
                                "",
                                CURRENCY,
                                ""))),
                new Sample<>(
                        "customer-awkward-texts",
                        "signs that a partner may refuse",
                        edit(Map.of(NAME, "Kött·&·Fisk “Näset” …\t✓", PHONE, "✓"))),
                new Sample<>(
                        "customer-wrong-values",
                        "nothing that may be sent",
                        edit(Map.of(
                                EMAIL, "a@b.se; c@d.se",
                                INVOICE_COUNTRY, "SVERIGE",
                                INVOICE_POSTAL_CODE, "A postal code that is far too long",
                                VAT_TREATMENT, "SOMEHOW"))),
                new Sample<>(
                        "article-changes",
                        "everything that an article has",
                        new RegisterEdit(
                                Register.ARTICLES,
                                "ART-1",
                                changes(Map.of(
                                        DESCRIPTION, "Filter F7 592 × 592",
                                        UNIT, "st",
                                        PRICE, "129.50",
                                        VAT_RATE, "25.00",
                                        ARTICLE_ACTIVE, "true")))),
                new Sample<>(
                        "article-loses-values",
                        "unit and price",
                        new RegisterEdit(Register.ARTICLES, "ART-1", changes(Map.of(UNIT, "", PRICE, "")))));
    }

    private static RegisterEdit edit(Map<RegisterField, String> values) {
        return new RegisterEdit(Register.CUSTOMERS, "1001", changes(values));
    }

    private static Map<RegisterField, FieldChange> changes(Map<RegisterField, String> values) {
        Map<RegisterField, FieldChange> changes = new EnumMap<>(RegisterField.class);
        values.forEach((field, value) -> changes.put(field, FieldChange.to(field.canonical(value))));
        return changes;
    }
}
