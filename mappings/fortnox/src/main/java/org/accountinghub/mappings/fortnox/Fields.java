package org.accountinghub.mappings.fortnox;

import java.util.Optional;
import org.accountinghub.mappings.model.Review;

/** Single fields on their way to Fortnox: texts may be mended, identifiers never. */
final class Fields {

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
            review.note(field + " cut to " + limit + " characters, left out: \"" + text.substring(cutAt(text, limit))
                    + "\"");
            text = text.substring(0, cutAt(text, limit)).strip();
        }
        return Optional.of(text).filter(kept -> !kept.isEmpty());
    }

    Optional<String> text(String field, Optional<String> value, int limit) {
        return value.flatMap(present -> text(field, present, limit));
    }

    /** Something that others know it by: sent exactly, or refused. */
    Optional<String> identifier(String field, String value, int limit) {
        String exact = value.strip();
        if (exact.length() > limit) {
            review.refuse(
                    "identifier-too-long",
                    field,
                    field + " \"" + exact + "\" has " + exact.length() + " characters; Fortnox takes " + limit + ".",
                    "Shorten " + field + " to at most " + limit + " characters in the service system.");
        }
        if (!Characters.allValid(exact)) {
            review.refuse(
                    "identifier-characters",
                    field,
                    field + " \"" + exact + "\" has characters that Fortnox refuses: "
                            + String.join(
                                    " ", Characters.clean(exact).replaced().keySet()) + ".",
                    "Change " + field + " in the service system to letters, digits and plain signs.");
        }
        return Optional.of(exact).filter(kept -> !kept.isEmpty());
    }

    Optional<String> identifier(String field, Optional<String> value, int limit) {
        return value.flatMap(present -> identifier(field, present, limit));
    }

    void noteReplaced(String field, Characters.Cleaned cleaned) {
        if (!cleaned.replaced().isEmpty()) {
            review.note(field + ": " + cleaned.words());
        }
    }

    /** At most {@code limit}, without cutting a character in two. */
    static int cutAt(String text, int limit) {
        return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    }
}
