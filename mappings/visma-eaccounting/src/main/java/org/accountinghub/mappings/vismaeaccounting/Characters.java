package org.accountinghub.mappings.vismaeaccounting;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.accountinghub.mappings.model.CleanedText;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.TextLines;
import org.accountinghub.mappings.model.register.RegisterForm;

/** Texts as eAccounting takes them: no character is known to be refused, but control characters are nothing to print. */
final class Characters {

    private static final Map<String, String> LABELS = Map.of(
            "CustomerNumber", "the customer number",
            "BuyersOrderReference", "the customer's order number",
            "InvoicePostalCode", "the postal code",
            "DeliveryPostalCode", "the postal code of the delivery address",
            "VatNumber", "the VAT number",
            "PropertyName", "the property designation or flat number");

    static final RegisterForm.Partner PARTNER =
            new RegisterForm.Partner(DraftTranslation.ROOM, "eAccounting", Characters::fields);

    private Characters() {}

    static Fields fields(Review review) {
        return new Fields(review, "eAccounting", Characters::clean, LABELS);
    }

    /** One line. */
    static CleanedText clean(String line) {
        Map<String, String> replaced = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder(line.length());
        Normalizer.normalize(line, Normalizer.Form.NFC).codePoints().forEach(character -> {
            if (Character.isISOControl(character)) {
                replaced.put(Character.toString(character), " ");
                text.append(' ');
            } else {
                text.appendCodePoint(character);
            }
        });
        return new CleanedText(text.toString(), replaced);
    }

    /** The lines of a longer text in pieces that fit. */
    static List<String> pieces(String text, int limit) {
        return TextLines.lines(text).stream()
                .map(line -> clean(line).text())
                .flatMap(line -> TextLines.pieces(line, limit).stream())
                .toList();
    }
}
