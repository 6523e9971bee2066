package org.accountinghub.mappings.twentyfoursevenoffice;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.accountinghub.mappings.model.CleanedText;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.register.RegisterForm;

/** Fields as 24SevenOffice takes them: it documents no refused characters, but XML has some. */
final class OfficeFields {

    private static final Map<String, String> LABELS = Map.of(
            "ReferenceNumber", "the order number",
            "InvoiceTitle", "the order number and the customer's order number",
            "CustomerReferenceNo", "the customer's order number",
            "ExternalId", "the customer number",
            "OrganizationNumber", "the organisation or personal number",
            "VatNumber", "the VAT number",
            "PostalCode", "the postal code",
            "GlnNumber", "the global location number",
            "No", "the article number");

    static final String ROOM = "24sevenoffice";

    static final RegisterForm.Partner PARTNER = new RegisterForm.Partner(ROOM, "24SevenOffice", OfficeFields::of);

    private OfficeFields() {}

    static Fields of(Review review) {
        return new Fields(review, "24SevenOffice", OfficeFields::clean, LABELS);
    }

    /** One line: what XML 1.0 cannot hold is left out, other white space becomes a space. */
    static CleanedText clean(String line) {
        Map<String, String> replaced = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder(line.length());
        Normalizer.normalize(line, Normalizer.Form.NFC).codePoints().forEach(character -> {
            boolean blank = character == '\t' || character == '\n' || character == '\r';
            if (blank || !inXml(character)) {
                replaced.put(Character.toString(character), blank ? " " : "");
                text.append(blank ? " " : "");
            } else {
                text.appendCodePoint(character);
            }
        });
        return new CleanedText(text.toString(), replaced);
    }

    private static boolean inXml(int character) {
        return (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
