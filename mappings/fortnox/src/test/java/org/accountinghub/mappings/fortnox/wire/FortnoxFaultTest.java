package org.accountinghub.mappings.fortnox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FortnoxFaultTest {

    @Test
    void readsBothKeyCases() {
        FortnoxFault capitalised = FortnoxFault.of(
                "{\"ErrorInformation\":{\"Error\":1,\"Message\":\"Kan inte hitta kunden.\",\"Code\":2000433}}");
        FortnoxFault lower = FortnoxFault.of(
                "{\"ErrorInformation\":{\"error\":1,\"message\":\"Ett ogiltigt filter har använts.\",\"code\":2000587}}");

        assertThat(capitalised.is(2000433)).isTrue();
        assertThat(capitalised.words()).isEqualTo("2000433: Kan inte hitta kunden.");
        assertThat(lower.is(2000587)).isTrue();
        assertThat(lower.message()).isEqualTo("Ett ogiltigt filter har använts.");
    }

    @Test
    void readsTheGatewaysAndTheTokenServersWords() {
        assertThat(FortnoxFault.of("{\"message\":\"unauthorized\"}").words()).isEqualTo("unauthorized");
        FortnoxFault grant =
                FortnoxFault.of("{\"error\":\"invalid_grant\",\"error_description\":\"Invalid refresh token\"}");
        assertThat(grant.error()).contains("invalid_grant");
        assertThat(grant.words()).isEqualTo("invalid_grant: Invalid refresh token");
        assertThat(FortnoxFault.of("{\"ErrorInformation\":{\"Code\":\"2000588\"}}")
                        .words())
                .isEqualTo("2000588");
    }

    @Test
    void keepsTheFirstWordsOfAnythingElse() {
        assertThat(FortnoxFault.of(null).words()).isEmpty();
        assertThat(FortnoxFault.of(" ").words()).isEmpty();
        assertThat(FortnoxFault.of("<html>\n  Bad gateway</html>").words()).isEqualTo("<html> Bad gateway</html>");
        assertThat(FortnoxFault.of("[1,2]").words()).isEqualTo("[1,2]");
        assertThat(FortnoxFault.of("{\"ErrorInformation\":null}").code()).isEqualTo(Optional.empty());
        assertThat(FortnoxFault.of("x".repeat(5000)).message()).hasSizeLessThan(400);
    }
}
