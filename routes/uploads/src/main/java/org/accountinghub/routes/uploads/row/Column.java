package org.accountinghub.routes.uploads.row;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.accountinghub.mappings.model.register.RegisterField;

/**
 * A column that a register's file can have.
 *
 * @param field what it fills; empty = the record's number
 * @param swedish headers, the template's first
 * @param english headers, the template's first
 * @param personal it holds personal numbers, and a customer who has one is private unless the file says otherwise
 */
public record Column(Optional<RegisterField> field, List<String> swedish, List<String> english, boolean personal) {

    /** What two spellings of a header have in common. */
    static String plain(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}%]", "");
    }

    public boolean isKey() {
        return field.isEmpty();
    }

    /** The header that templates have. */
    public String header(Language language) {
        return (language == Language.SWEDISH ? swedish : english).get(0);
    }
}
