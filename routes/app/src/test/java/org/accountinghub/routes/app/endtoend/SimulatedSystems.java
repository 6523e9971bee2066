package org.accountinghub.routes.app.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.accountinghub.connectors.sandbox.Sandbox;
import org.accountinghub.connectors.spi.Authorization;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.ConnectorFactory;
import org.accountinghub.connectors.spi.CustomerEditor;
import org.accountinghub.connectors.spi.CustomerSource;
import org.accountinghub.connectors.spi.HubServices;
import org.accountinghub.connectors.spi.InvoiceSink;
import org.accountinghub.connectors.spi.OrderSink;
import org.accountinghub.connectors.spi.Permits;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Setting;
import org.accountinghub.connectors.spi.Tokens;
import org.accountinghub.connectors.testkit.partner.SimulatedCompany;
import org.accountinghub.connectors.testkit.partner.SimulatedPartner;

/** Every accounting system that has a connector, simulated, with some companies each. Names none of them. */
final class SimulatedSystems implements AutoCloseable {

    /** For each system; a trial takes one. */
    private static final int COMPANIES = 7;

    /** The least lateness that a connector accepts, and how long it waits for an answer, in seconds. */
    private static final Map<String, String> TIMES =
            Map.of("commit-lateness", String.valueOf(Quick.COMMIT_LATENESS.toSeconds()), "request-timeout", "5");

    private final Sandbox sandbox;
    private final Map<String, ConnectorFactory> connectors = new TreeMap<>();
    private final Map<String, AtomicInteger> taken = new TreeMap<>();

    private SimulatedSystems(Sandbox sandbox) {
        this.sandbox = sandbox;
        for (ConnectorFactory factory : ServiceLoader.load(ConnectorFactory.class)) {
            connectors.put(factory.name(), factory);
            taken.put(factory.name(), new AtomicInteger());
        }
    }

    static SimulatedSystems start() {
        return new SimulatedSystems(Sandbox.start("localhost", 0));
    }

    List<String> names() {
        return List.copyOf(connectors.keySet());
    }

    List<String> codes() {
        return names().stream().flatMap(system -> codes(system).stream()).toList();
    }

    private List<String> codes(String system) {
        List<String> codes = new ArrayList<>();
        for (int number = 1; number <= COMPANIES; number++) {
            codes.add("S%d%02d".formatted(9 - names().indexOf(system), number));
        }
        return codes;
    }

    SimulatedPartner partner(String system) {
        return sandbox.partner(system);
    }

    SimulatedCompany there(String system, String code) {
        return partner(system).company(Company.tenantOf(code));
    }

    /** Whether the connector takes orders or invoices. */
    boolean takes(String system, String kind) {
        return is(
                system,
                connector ->
                        kind.equals(Trial.ORDER) ? connector instanceof OrderSink : connector instanceof InvoiceSink);
    }

    /** Whether the connector reads and changes the customers there. */
    boolean keepsCustomers(String system) {
        return is(system, connector -> connector instanceof CustomerSource && connector instanceof CustomerEditor);
    }

    /** Whether a person must consent at the partner's page before anything is called. */
    boolean needsConsent(String system) {
        return is(
                system,
                connector -> connector instanceof Authorization authorization
                        && authorization.consent().isPresent());
    }

    private boolean is(String system, Predicate<Connector> question) {
        SimulatedCompany company = there(system, anyOf(system));
        ConnectorFactory factory = factory(system);
        Map<String, String> settings = new TreeMap<>();
        factory.settings()
                .forEach(setting -> setting.fallback().ifPresent(value -> settings.put(setting.name(), value)));
        settings.putAll(company.settings(sandbox.addresses(system)));
        Map<String, Secret> secrets = new TreeMap<>();
        company.secrets().forEach((name, value) -> secrets.put(name, new Secret(value)));
        try (Connector connector =
                factory.open(new ConnectionSettings("nobody", ZoneOffset.UTC, settings, secrets), new Unused())) {
            return question.test(connector);
        }
    }

    private ConnectorFactory factory(String system) {
        return Optional.ofNullable(connectors.get(system)).orElseThrow();
    }

    private String anyOf(String system) {
        return codes(system).get(0);
    }

    /** Opening a connector calls nobody. */
    private record Unused() implements HubServices, Tokens {
        @Override
        public Permits permits() {
            throw new IllegalStateException("nobody is called");
        }

        @Override
        public Tokens tokens() {
            return this;
        }

        @Override
        public Secret current() {
            throw new IllegalStateException("nobody is called");
        }

        @Override
        public Secret insteadOf(Secret refused) {
            throw new IllegalStateException("nobody is called");
        }

        @Override
        public InstantSource clock() {
            return InstantSource.system();
        }
    }

    /** The code of a company at this system that no other trial has. */
    String take(String system) {
        AtomicInteger counter = taken.getOrDefault(system, new AtomicInteger(COMPANIES));
        return codes(system).get(counter.getAndIncrement());
    }

    /** Entries of the file of connections, with their secrets beside it. */
    String connections(Path folder) throws IOException {
        StringBuilder entries = new StringBuilder();
        for (String system : names()) {
            for (String code : codes(system)) {
                entries.append(connection(system, code, folder));
            }
        }
        return entries.toString();
    }

    private String connection(String system, String code, Path folder) throws IOException {
        SimulatedCompany company = there(system, code);
        Map<String, String> settings = new TreeMap<>(TIMES);
        settings.keySet().retainAll(known(system));
        settings.putAll(company.settings(sandbox.addresses(system)));
        Map<String, String> secrets = new TreeMap<>();
        for (Map.Entry<String, String> secret : company.secrets().entrySet()) {
            String file = system + "-" + code + "." + secret.getKey();
            Files.writeString(folder.resolve(file), secret.getValue());
            secrets.put(secret.getKey(), "{file: " + file + "}");
        }
        return """
                  - name: %s
                    connector: %s
                    subgroup: %s
                    time-zone: Europe/Stockholm
                    settings:
                %s
                    secrets:
                %s
                """.formatted(Company.connectionOf(code), system, code, lines(settings, "\"%s\""), lines(secrets, "%s"));
    }

    private List<String> known(String system) {
        return factory(system).settings().stream().map(Setting::name).toList();
    }

    private static String lines(Map<String, String> values, String form) {
        return values.entrySet().stream()
                .map(value -> "      " + value.getKey() + ": " + form.formatted(value.getValue()))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
