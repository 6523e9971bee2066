package org.accountinghub.mappings.samples;

import java.util.List;
import java.util.Random;

/** Texts at random, as people write and paste them: long and short, in several scripts, with signs that partners refuse. */
final class RandomTexts {

    private static final List<String> WORDS = List.of(
            "Bytte",
            "filter",
            "på",
            "aggregat",
            "TA-12",
            "läckage",
            "mätt",
            "3,5",
            "bar",
            "ÅÄÖ",
            "Öhmans",
            "5°C",
            "½",
            "m²",
            "–",
            "och",
            "återställde",
            "enligt",
            "ök.",
            "kylmedel",
            "R-32",
            "(se",
            "foto)",
            "0,3%",
            "👍",
            "“citat”",
            "don’t",
            "x·y",
            "a\tb",
            "שלום",
            "مرحبا",
            "\u202Eomvänt\u202C",
            "https://exempel.se/a",
            "…",
            "<tagg>",
            "&",
            "e\u0301",
            "Kylkompressorsanläggningsservicetekniker");
    private static final List<String> BREAKS = List.of(" ", " ", " ", " ", " ", "  ", "\n", "\r\n", "\n\n");

    private final Random random;

    RandomTexts(Random random) {
        this.random = random;
    }

    String next() {
        int words = random.nextInt(4) == 0 ? 60 + random.nextInt(120) : 1 + random.nextInt(12);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(BREAKS.get(random.nextInt(BREAKS.size())));
        }
        if (random.nextInt(10) == 0) {
            text.append("W".repeat(200 + random.nextInt(400)));
        }
        return text.toString();
    }
}
