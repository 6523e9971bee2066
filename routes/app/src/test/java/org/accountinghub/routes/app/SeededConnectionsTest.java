package org.accountinghub.routes.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.ConnectorFactory;
import org.accountinghub.connectors.spi.HubServices;
import org.accountinghub.connectors.spi.Setting;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.connection.InstalledConnectors;
import org.accountinghub.routes.engine.port.Alerts;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeededConnectionsTest {

    private final List<String> heard = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void whatTheFileNoLongerNamesIsHeldAndWhatItNamesAgainIsReleased() throws IOException {
        Path file = Files.writeString(folder.resolve("connections.yml"), """
                connections:
                  - name: north
                    connector: any
                    time-zone: Europe/Stockholm
                """);
        ConnectionLedger ledger = ledger();
        InstalledConnectors connectors = new InstalledConnectors(
                List.of(new AnyFactory()),
                ledger,
                only(org.accountinghub.connectors.spi.Permits.class),
                java.time.InstantSource.system());

        new SeededConnections(ledger, connectors, alerts()).seed(file, Map.of());

        assertThat(heard)
                .containsExactly(
                        "save north",
                        "release north engine.connection-not-configured",
                        "cleared north",
                        "hold south engine.connection-not-configured",
                        "raised south");
    }

    private ConnectionLedger ledger() {
        Connection south = new Connection(
                "south",
                "any",
                Optional.of("south"),
                Connection.State.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                new ConnectionSettings("south", ZoneOffset.UTC, Map.of(), Map.of()));
        return proxy(ConnectionLedger.class, (name, asked) -> switch (name) {
            case "connections" -> List.of(south);
            case "save" -> heard.add("save " + ((Connection) asked[0]).name());
            case "release" -> heard.add("release " + asked[0] + " " + asked[1]);
            case "hold" -> heard.add("hold " + asked[0] + " " + ((Problem) asked[1]).cause());
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private Alerts alerts() {
        return proxy(Alerts.class, (name, asked) -> heard.add(name + " " + asked[0]));
    }

    private static <T> T only(Class<T> type) {
        return proxy(type, (name, asked) -> {
            throw new UnsupportedOperationException(name);
        });
    }

    private interface Answering {
        Object answer(String method, Object[] asked);
    }

    private static <T> T proxy(Class<T> type, Answering answering) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, asked) -> {
                    Object answer = answering.answer(method.getName(), asked == null ? new Object[0] : asked);
                    return method.getReturnType() == void.class ? null : answer;
                }));
    }

    private static final class AnyFactory implements ConnectorFactory {

        @Override
        public String name() {
            return "any";
        }

        @Override
        public List<Setting> settings() {
            return List.of();
        }

        @Override
        public Connector open(ConnectionSettings settings, HubServices hub) {
            return only(Connector.class);
        }
    }
}
