package org.accountinghub.mappings.fortnox;

import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.PersonalNumbers;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.TextLines;

/** Single fields on their way to Fortnox: texts may be mended, identifiers never. */
final class Fields {

    static final int LONG_TEXT = 1024;

    private static final int QUOTED = 60;

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

    private final Review review;

    Fields(Review review) {
        this.review = review;
    }

    /** A text on one line: characters replaced and the end cut where need be, both noted. */
    Optional<String> text(String field, String value, int limit) {
        Characters.Cleaned cleaned = Characters.clean(value.strip().replaceAll("\\s*\\R\\s*", " "));
        noteReplaced(field, cleaned);
        String text = cleaned.text().strip();
        if (text.length() > limit) {
            review.note(field + " cut from " + text.length() + " to " + limit + " characters");
            text = text.substring(0, TextLines.cutAt(text, limit)).strip();
        }
        return Optional.of(text).filter(kept -> !kept.isEmpty());
    }

    Optional<String> text(String field, Optional<String> value, int limit) {
        return value.flatMap(present -> text(field, present, limit));
    }

    /** Something that others know it by: sent exactly, or refused. */
    Optional<String> identifier(String field, String value, int limit) {
        String exact = value.strip();
        String label = label(field);
        if (exact.length() > limit) {
            review.refuse(
                    "identifier-too-long",
                    field,
                    "\"" + quoted(exact) + "\" has " + exact.length() + " characters; Fortnox takes " + limit + " as "
                            + field + ".",
                    "Shorten " + label + " to at most " + limit + " characters in the service system.");
        }
        String refused = Characters.refused(exact);
        if (!refused.isEmpty()) {
            review.refuse(
                    "identifier-characters",
                    field,
                    "\"" + Characters.clean(quoted(exact)).text() + "\" has characters that Fortnox refuses in " + field
                            + ": " + refused + ".",
                    "Change " + label + " in the service system to letters, digits and plain signs.");
        }
        return Optional.of(exact).filter(kept -> !kept.isEmpty());
    }

    /** {@code CostCenter of Row 2} is the cost centre of Row 2. */
    private static String label(String field) {
        int of = field.indexOf(" of ");
        String name = of < 0 ? field : field.substring(0, of);
        return LABELS.getOrDefault(name, name) + field.substring(name.length());
    }

    Optional<String> identifier(String field, Optional<String> value, int limit) {
        return value.flatMap(present -> identifier(field, present, limit));
    }

    /** What the order carries for Fortnox alone. */
    Optional<String> extension(String term, BillableOrder order) {
        return identifier(term, Optional.ofNullable(order.extensions().get(term)), LONG_TEXT);
    }

    void noteReplaced(String field, Characters.Cleaned cleaned) {
        if (!cleaned.replaced().isEmpty()) {
            review.note(field + ": " + cleaned.words());
        }
    }

    /** Masked before it is shortened: half a personal number would not be recognised. */
    private static String quoted(String text) {
        String masked = PersonalNumbers.masked(text);
        return masked.length() > QUOTED ? masked.substring(0, TextLines.cutAt(masked, QUOTED)) + "…" : masked;
    }
}
