package org.accountinghub.routes.engine.connection;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.Authorization;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.ConnectorFactory;
import org.accountinghub.connectors.spi.Consent;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.HubServices;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Setting;
import org.accountinghub.connectors.spi.Tokens;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.memory.MemoryConnections;
import org.accountinghub.routes.engine.memory.TestClock;
import org.accountinghub.routes.engine.port.Alerts;

/** A partner whose refresh tokens rotate, seen by one or more processes of the hub. */
final class TokenPartner implements ConnectorFactory, Alerts {

    final TestClock clock = new TestClock();
    final MemoryConnections connections = new MemoryConnections();
    final List<String> requests = new ArrayList<>();
    final List<String> alerts = new ArrayList<>();
    final List<Problem> missing = new ArrayList<>();
    Optional<String> company = Optional.of("tenant-1");
    boolean needsConsent = true;
    private String goodRefreshToken = "none yet";
    private int grants;
    int closed;

    static Connection connection(String name, Map<String, String> values) {
        return new Connection(
                name,
                "rotating",
                Optional.empty(),
                Connection.State.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                new ConnectionSettings(
                        name, ZoneId.of("Europe/Stockholm"), values, Map.of("client-secret", new Secret("hidden"))));
    }

    TokenPartner() {
        connections.save(connection("books", Map.of("client-id", "us")));
    }

    InstalledConnectors process() {
        return new InstalledConnectors(
                List.of(this),
                connections,
                new PermitKeeper(new CountingPermits(), Duration.ofSeconds(2), clock::advance),
                clock);
    }

    Tokens tokens(InstalledConnectors process) {
        return ((Open) process.open(connections.find("books").orElseThrow())).hub.tokens();
    }

    Blockade blockade() {
        return new Blockade(connections, this);
    }

    @Override
    public String name() {
        return "rotating";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.required("client-id", "who we are"),
                Setting.secret("client-secret", "what proves it"),
                Setting.withDefault("address", "https://example.test", "where"),
                Setting.optional("cost-centre", "if any"));
    }

    @Override
    public Connector open(ConnectionSettings settings, HubServices hub) {
        return new Open(settings, hub);
    }

    @Override
    public void raised(String connection, Problem problem) {
        alerts.add("raised " + problem.cause());
    }

    @Override
    public void cleared(String connection, String cause) {
        alerts.add("cleared " + cause);
    }

    final class Open implements Authorization, Consent {

        final ConnectionSettings settings;
        final HubServices hub;

        Open(ConnectionSettings settings, HubServices hub) {
            this.settings = settings;
            this.hub = hub;
        }

        @Override
        public Optional<Consent> consent() {
            return needsConsent ? Optional.of(this) : Optional.empty();
        }

        @Override
        public URI page(String state, URI redirect) {
            return URI.create("https://example.test/consent?state=" + state);
        }

        @Override
        public Grant exchange(String code, URI redirect) {
            requests.add("exchange " + code);
            return grant();
        }

        @Override
        public Grant renew(Optional<Secret> refreshToken, Optional<String> tenant) {
            requests.add("renew " + refreshToken.map(Secret::reveal).orElse("-"));
            if (needsConsent && !refreshToken.equals(Optional.of(new Secret(goodRefreshToken)))) {
                throw new NoConsentException(Problem.of(
                        "partner.consent-gone", Problem.Stage.CONNECTION, "consent is gone", "Consent again"));
            }
            return grant();
        }

        private Grant grant() {
            grants++;
            goodRefreshToken = "refresh-" + grants;
            return new Grant(
                    new Secret("access-" + grants),
                    clock.instant().plus(Duration.ofHours(1)),
                    needsConsent ? Optional.of(new Secret(goodRefreshToken)) : Optional.empty(),
                    company);
        }

        @Override
        public List<Problem> check(Conversation conversation) {
            return List.copyOf(missing);
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
