package org.accountinghub.mappings.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WireJsonTest {

    @Test
    void whatIsAbsentIsLeftOutAndAmountsHaveNoExponent() {
        assertThat(WireJson.write(new Paper("7", Optional.empty(), Optional.of(new BigDecimal("1E+3")))))
                .isEqualTo("{\"PaperNumber\":\"7\",\"Total\":1000}");
    }

    @Test
    void emptyTextsAreAbsentAndNumbersAreTexts() {
        assertThat(WireJson.read(
                        "{\"PaperNumber\":7,\"Text\":\"\",\"Total\":\"12.50\",\"Invented\":[{}]}", Paper.class))
                .isEqualTo(new Paper("7", Optional.empty(), Optional.of(new BigDecimal("12.50"))));
    }

    @Test
    void whatIsNoAnswerIsRefusedAndNothingOfItQuoted() {
        assertRefused("<html>191212121212</html>");
        assertRefused("null");
        assertRefused("{\"Text\":\"191212121212\"}");
        assertRefused("{\"PaperNumber\":{\"191212121212\":1}}");
        assertRefused("{\"PaperNumber\":\"7\",\"Invented\":" + "[".repeat(51) + "]".repeat(51) + "}");
    }

    private static void assertRefused(String text) {
        assertThatThrownBy(() -> WireJson.read(text, Paper.class))
                .isInstanceOf(MalformedAnswerException.class)
                .hasMessageContaining("Paper")
                .hasMessageNotContaining("1912");
    }

    private record Paper(String paperNumber, Optional<String> text, Optional<BigDecimal> total) {}
}
