package org.accountinghub.mappings.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Åäö ÉÜŒ ß",
                "50 % à 3½ m² – (se bilaga); 7:3/4 + 2*1 = x_y-z! a@b.se",
                "Кириллица 漢字",
                "µ-filter §3 €5"
            })
    void leavesWhatFortnoxTakes(String text) {
        assertThat(Characters.clean(text).text()).isEqualTo(text);
        assertThat(Characters.clean(text).words()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a·b|a-b|· written as -",
                "a…|a...|… written as ...",
                "https://x.se/y|x.se/y|:// left out",
                "ftp://x|ftp:x|:// left out",
                "3/4\"|3/4’’|\" written as ’’",
                "~5 m|ca 5 m|~ written as ca",
                "A\u030a|Å|''",
                "e\u0301|é|''",
                "👍🏽|''|👍 left out, 🏽 left out",
                "٣|3|٣ written as 3",
                "a≥b|a?b|≥ written as ?"
            })
    void mendsTheRestAndTells(String text, String mended, String words) {
        assertThat(Characters.clean(text).text()).isEqualTo(mended);
        assertThat(Characters.clean(text).words()).isEqualTo(words);
    }

    @Test
    void tellsInvisibleOnesByNumber() {
        assertThat(Characters.clean("a\tb\u0000").text()).isEqualTo("a b");
        assertThat(Characters.clean("a\tb\u0000").words()).isEqualTo("U+0009 written as a space, U+0000 left out");
        assertThat(Characters.refused("PO\t7")).isEqualTo("U+0009");
    }

    @Test
    void nothingMendedIsRefusedAgain() {
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(1 + random.nextInt(20), 0, 0x3000).forEach(text::appendCodePoint);
            text.append(random.nextBoolean() ? "://" : "");

            assertThat(Characters.refused(Characters.clean(text.toString()).text()))
                    .as(text.toString())
                    .isEmpty();
        }
    }
}
