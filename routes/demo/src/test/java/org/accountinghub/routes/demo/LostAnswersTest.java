package org.accountinghub.routes.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LostAnswersTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final LostAnswers lost =
            new LostAnswers(new Progress(new PrintStream(written, true, StandardCharsets.UTF_8), false));

    @Test
    void eachIsToldOnceWhenItIsMetAndOnceWhenItIsFound() {
        lost.watch(List.of(document("DUE", "{\"cause\":\"fortnox.no-answer\"}")));
        lost.watch(List.of(document("QUEUED", "{\"cause\":\"fortnox.no-answer\"}")));
        assertThat(lost.found()).isZero();
        lost.watch(List.of(document("DELIVERED", "null")));
        lost.watch(List.of(document("DELIVERED", "null")));
        assertThat(lost.found()).isEqualTo(1);
        assertThat(written.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("no answer for NORR work 9"))
                .anyMatch(line -> line.contains("as number 5: not sent again"));
    }

    @Test
    void whatIsDeliveredAtOnceIsNoNews() {
        lost.watch(List.of(document("DELIVERED", "null")));
        assertThat(lost.found()).isZero();
        assertThat(written.size()).isZero();
    }

    private static JsonNode document(String state, String problem) {
        return JsonMapper.shared().readTree("""
                        {"id":4,"subgroup":"NORR","kind":"work","number":"9","partnerNumber":"5","state":"%s","problem":%s}""".formatted(state, problem));
    }
}
