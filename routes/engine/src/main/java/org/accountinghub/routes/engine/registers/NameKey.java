package org.accountinghub.routes.engine.registers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names as they are compared: without case, order of words, punctuation and legal form. */
final class NameKey {

    private static final Set<String> LEGAL_FORMS = Set.of(
            "ab",
            "aktiebolag",
            "aktiebolaget",
            "publ",
            "hb",
            "handelsbolag",
            "kb",
            "kommanditbolag",
            "as",
            "asa",
            "aps",
            "oy",
            "oyj",
            "ltd",
            "limited",
            "gmbh",
            "inc",
            "bv");

    private NameKey() {}

    /** Empty when the name is. */
    static String of(String name) {
        List<String> words = Arrays.stream(
                        name.toLowerCase(Locale.ROOT).replace("a/s", "as").split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .sorted()
                .toList();
        List<String> telling =
                words.stream().filter(word -> !LEGAL_FORMS.contains(word)).toList();
        return String.join(" ", telling.isEmpty() ? words : telling);
    }
}
