package org.accountinghub.connectors.fortnox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.testkit.acceptance.Trial;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Consents to Fortnox beside what every partner's are. */
class FortnoxConsentTest {

    private static final URI REDIRECT = URI.create("https://hub.example.org/callback");
    private static final String ANOTHER_COMPANY = "202020";

    private final FortnoxBench bench = new FortnoxBench();
    private final Trial trial = new Trial(bench, Map.of("grant", "authorization-code"));

    @AfterEach
    void close() {
        trial.close();
        bench.close();
    }

    @Test
    void aConsentForAnotherCompanyThanTheSettingsNameIsRefused() {
        bench.simulator().tenant(ANOTHER_COMPANY);
        String code =
                bench.consent(trial.authorization().consent().orElseThrow().page("s", REDIRECT), ANOTHER_COMPANY);

        assertThatThrownBy(() -> trial.authorization().consent().orElseThrow().exchange(code, REDIRECT))
                .isInstanceOfSatisfying(
                        NoConsentException.class,
                        refused -> assertThat(refused.problem().cause()).isEqualTo("fortnox.other-company"));
    }
}
