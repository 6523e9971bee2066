package org.accountinghub.routes.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.accountinghub.routes.embedded.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubSettingsTest {

    @Test
    void needNothing() {
        HubSettings settings = HubSettings.from(Map.of("HUB_DATABASE_URL", " "));
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.publicAddress()).hasToString("http://localhost:8080");
        assertThat(settings.database()).isEmpty();
        assertThat(settings.broker()).isEmpty();
        assertThat(settings.queue().lostAfter()).isGreaterThan(Duration.ofSeconds(31));
    }

    @ParameterizedTest
    @CsvSource({
        "HUB_PORT, eighty, HUB_PORT is eighty",
        "HUB_PORT, 70000, from 0",
        "HUB_LEASE, 90, HUB_LEASE is not a length of time",
        "HUB_LEASE, PT10M, lateness",
        "HUB_STEP_TIME, PT5M, lease",
        "HUB_PUBLIC_URL, hub.example.com, HUB_PUBLIC_URL is not an address",
        "HUB_PUBLIC_URL, https://a b, HUB_PUBLIC_URL is not an address",
        "HUB_DATABASE_URL, jdbc:postgresql://db/hub, HUB_SECRET_KEY is not set"
    })
    void refuseWhatIsWrongByName(String variable, String value, String message) {
        assertThatThrownBy(() -> HubSettings.from(Map.of(variable, value)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(message);
    }

    @Test
    void knowPostgresAddresses() {
        Map<String, String> environment = Map.of("HUB_DATABASE_URL", "postgres://db/hub", "HUB_SECRET_KEY", "a-secret");
        assertThatThrownBy(() -> HubSettings.from(environment)).hasMessageContaining("jdbc:postgresql://HOST");
    }

    @Test
    void keepSecretsOutOfTexts() {
        HubSettings settings = HubSettings.from(Map.of(
                "HUB_DATABASE_URL", "jdbc:postgresql://db/hub",
                "HUB_DATABASE_PASSWORD", "a-password",
                "HUB_SECRET_KEY", "a-secret",
                "HUB_ADMINISTRATOR_KEY", "a-key"));
        assertThat(settings.toString()).doesNotContain("a-password", "a-secret", "a-key");
    }
}
