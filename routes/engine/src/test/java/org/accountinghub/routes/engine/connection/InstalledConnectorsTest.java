package org.accountinghub.routes.engine.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Connection;
import org.junit.jupiter.api.Test;

class InstalledConnectorsTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Map<String, Secret> SECRETS = Map.of("client-secret", new Secret("hidden"));

    private final TokenPartner partner = new TokenPartner();
    private final InstalledConnectors connectors = partner.process();

    private void refused(Map<String, String> values, Map<String, Secret> secrets, String message) {
        assertThatThrownBy(() -> connectors.settings("rotating", "books", ZONE, values, secrets))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("hidden");
    }

    @Test
    void fillsInDefaults() {
        ConnectionSettings settings =
                connectors.settings("rotating", "books", ZONE, Map.of("client-id", "us"), SECRETS);

        assertThat(settings.get("address")).isEqualTo("https://example.test");
        assertThat(settings.find("cost-centre")).isEmpty();
    }

    @Test
    void namesUnknownAndMissingSettings() {
        refused(Map.of("client-id", "us", "colour", "red", "adress", "x"), SECRETS, "adress, colour: is not known");
        refused(Map.of(), SECRETS, "client-id: is missing");
        refused(Map.of("client-id", " "), SECRETS, "client-id: is missing");
        refused(Map.of("client-id", "us"), Map.of(), "client-secret: is missing");
        refused(Map.of("client-id", "us", "client-secret", "hidden"), Map.of(), "client-secret: is a secret");
        refused(Map.of(), Map.of("client-id", new Secret("hidden")), "client-id: is no secret");
    }

    @Test
    void namesAnUnknownConnector() {
        assertThatThrownBy(() -> connectors.settings("unheard", "books", ZONE, Map.of(), Map.of()))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("unheard is not installed; installed are rotating");
    }

    @Test
    void keepsAConnectorOpenUntilItsSettingsChange() {
        Connection connection = partner.connections.find("books").orElseThrow();
        Connector first = connectors.open(connection);
        assertThat(connectors.open(connection)).isSameAs(first);

        Connector second = connectors.open(TokenPartner.connection("books", Map.of("client-id", "others")));

        assertThat(second).isNotSameAs(first);
        assertThat(partner.closed).isEqualTo(1);
        connectors.close();
        assertThat(partner.closed).isEqualTo(2);
    }

    @Test
    void twoConnectorsOfOneNameAreRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new InstalledConnectors(
                        List.of(partner, partner),
                        partner.connections,
                        new PermitKeeper(new CountingPermits(), Duration.ZERO, time -> {}),
                        partner.clock))
                .withMessageContaining("rotating");
    }

    @Test
    void aBlockedConnectionThatLacksNothingIsFreed() {
        ConnectionCheck check = new ConnectionCheck(partner.connections, connectors, partner.blockade());
        Problem licence = Problem.of("partner.licence", Problem.Stage.CONNECTION, "no licence", "Buy one");
        partner.blockade().raise("books", licence);
        partner.missing.add(licence);

        check.retryBlocked();
        assertThat(partner.alerts).containsExactly("raised partner.licence");
        partner.missing.clear();
        check.retryBlocked();
        check.retryBlocked();

        assertThat(partner.alerts).containsExactly("raised partner.licence", "cleared partner.licence");
        assertThat(check.check("nobody")).isEmpty();
    }

    @Test
    void theCommandsOfARemedyNameTheConnection() {
        ConnectionCheck check = new ConnectionCheck(partner.connections, connectors, partner.blockade());
        Problem gone = Problem.of(
                "partner.consent-gone", Problem.Stage.CONNECTION, "gone", "Consent: ./hub connections authorize NAME.");
        partner.missing.add(gone);
        assertThat(check.check("books").orElseThrow())
                .extracting(Problem::remedy)
                .containsExactly("Consent: ./hub connections authorize books.");

        partner.blockade().raise("books", gone);
        assertThat(partner.connections.find("books").orElseThrow().problem())
                .map(Problem::remedy)
                .contains("Consent: ./hub connections authorize books.");
    }

    @Test
    void aCheckTellsWrongSettings() {
        partner.connections.save(TokenPartner.connection("wrong", Map.of()));
        ConnectionCheck check = new ConnectionCheck(partner.connections, connectors, partner.blockade());

        assertThat(check.check("wrong").orElseThrow())
                .extracting(Problem::cause)
                .containsExactly("engine.settings-invalid");
    }
}
