package org.accountinghub.mappings.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextLinesTest {

    @Test
    void splitsBetweenWords() {
        assertThat(TextLines.pieces("ett två tre fyra", 8)).containsExactly("ett två", "tre fyra");
        assertThat(TextLines.pieces("  ett  ", 8)).containsExactly("ett");
        assertThat(TextLines.pieces("precis12", 8)).containsExactly("precis12");
        assertThat(TextLines.pieces(" ", 8)).isEmpty();
    }

    @Test
    void breaksOnlyAWordThatFitsNowhere() {
        assertThat(TextLines.pieces("a 1234567890", 4)).containsExactly("a", "1234", "5678", "90");
    }

    @Test
    void neverBreaksACharacter() {
        assertThat(TextLines.pieces("𝒜𝒜𝒜", 3)).containsExactly("𝒜", "𝒜", "𝒜");
    }

    @Test
    void linesAreKeptApartAndBlankOnesDropped() {
        assertThat(TextLines.lines("ett\r\n\n  två \n \t\n")).isEqualTo(List.of("ett", "två"));
    }

    @Test
    void losesNothing() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int word = random.nextInt(40); word >= 0; word--) {
                text.append("åb".repeat(1 + random.nextInt(20))).append(' ');
            }
            int limit = 2 + random.nextInt(60);
            List<String> pieces = TextLines.pieces(text.toString(), limit);

            assertThat(pieces).allSatisfy(piece -> assertThat(piece).hasSizeBetween(1, limit));
            assertThat(String.join("", pieces).replace(" ", ""))
                    .isEqualTo(text.toString().replace(" ", ""));
        }
    }
}
