package org.accountinghub.routes.app.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.accountinghub.connectors.fortnox.simulator.FortnoxSimulator;
import org.accountinghub.routes.app.Hub;
import org.accountinghub.routes.cli.HubClient;
import org.accountinghub.routes.embedded.DataDirectory;
import org.accountinghub.routes.embedded.FreePort;
import org.accountinghub.routes.embedded.broker.BrokerSettings;
import org.accountinghub.routes.embedded.broker.EmbeddedBroker;
import org.accountinghub.routes.embedded.postgres.EmbeddedPostgres;
import org.accountinghub.routes.embedded.postgres.HubDatabase;
import org.accountinghub.routes.embedded.postgres.TemporaryPostgres;
import org.accountinghub.routes.store.ReferenceStore;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A hub as it starts without configuration, embedded PostgreSQL and Artemis included, with a store full of companies and
 * a simulated Fortnox. All tests share one; each takes companies of its own.
 */
final class Stage implements Parts, AutoCloseable {

    private static final int COMPANIES = 94;

    /** The last ones have nobody's consent yet and no company chosen. */
    private static final int WITH_CONSENT = 90;

    /** Those before them have settings of their own. */
    private static final int PLAIN = 80;

    private static final Object SHARED = new Object();
    private static @Nullable Stage shared;
    private static @Nullable String refused;

    private final Path folder;
    private final FortnoxSimulator fortnox;
    private final SimulatedSystems systems;
    private final ServiceDesk desk;
    private final int port;
    private final ConfigurableApplicationContext hub;
    private final AtomicInteger taken = new AtomicInteger();
    private final Map<Setting, AtomicInteger> takenWith = new EnumMap<>(Setting.class);
    private final AtomicInteger takenWithout = new AtomicInteger(WITH_CONSENT);
    private final AtomicReference<Optional<EmbeddedBroker>> secondBroker = new AtomicReference<>(Optional.empty());

    /** What a connection may be set to beyond the usual. */
    enum Setting {
        BOOKED_AND_SENT(81, "after-invoice: bookkeep,mark-sent"),
        E_INVOICED(85, "after-invoice: bookkeep,e-invoice"),
        FIRST_OPEN_DATE(88, "locked-period: first-open-date");

        private final int first;
        private final String line;

        Setting(int first, String line) {
            this.first = first;
            this.line = line;
        }

        /** The setting's line for a company, or an empty one. */
        private static String lineOf(String code) {
            int number = Integer.parseInt(code.substring(1));
            return Stream.of(values())
                    .filter(setting -> number >= setting.first && number <= WITH_CONSENT)
                    .reduce((earlier, later) -> later)
                    .map(setting -> setting.line)
                    .orElse("");
        }
    }

    private Stage(
            Path folder,
            FortnoxSimulator fortnox,
            SimulatedSystems systems,
            ServiceDesk desk,
            int port,
            ConfigurableApplicationContext hub) {
        this.folder = folder;
        this.fortnox = fortnox;
        this.systems = systems;
        this.desk = desk;
        this.port = port;
        this.hub = hub;
    }

    static Stage shared() {
        synchronized (SHARED) {
            if (refused != null) {
                throw new IllegalStateException(refused);
            }
            if (shared == null) {
                Stage set = setOrRemember();
                Runtime.getRuntime().addShutdownHook(new Thread(set::close, "end-to-end-removal"));
                shared = set;
            }
            Capture.details();
            return shared;
        }
    }

    private static Stage setOrRemember() {
        try {
            return set(Files.createTempDirectory("hub-end-to-end"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            refused = "the stage could not be set earlier: " + e;
            throw e;
        }
    }

    private static Stage set(Path folder) throws IOException {
        try {
            Awaitility.setDefaultTimeout(Company.PATIENCE);
            FortnoxSimulator fortnox = FortnoxSimulator.start(0, InstantSource.system());
            fortnox.windowScale(0);
            Path data = folder.resolve("data");
            ServiceDesk desk = new ServiceDesk(installStore(data));
            List<String> codes = IntStream.rangeClosed(1, COMPANIES)
                    .mapToObj("E%02d"::formatted)
                    .toList();
            codes.forEach(code -> {
                desk.openCompany(code);
                fortnox.tenant(Company.tenantOf(code)).name("Bolag " + code);
            });
            SimulatedSystems systems = SimulatedSystems.start();
            systems.codes().forEach(desk::openCompany);
            Path connections = Files.writeString(
                    folder.resolve("connections.yml"), connections(fortnox, codes) + systems.connections(folder));
            Files.writeString(folder.resolve("client.secret"), FortnoxSimulator.CLIENT_SECRET);
            int port = FreePort.choose();
            ConfigurableApplicationContext hub = Hub.start(Quick.settings(data, connections, port));
            return new Stage(folder, fortnox, systems, desk, port, hub);
        } catch (RuntimeException e) {
            removeDatabase(folder.resolve("data"));
            delete(folder);
            throw e;
        }
    }

    /** A company that no other test uses. */
    Company company() {
        int number = taken.incrementAndGet();
        if (number > PLAIN) {
            throw new IllegalStateException("more companies are wanted than " + PLAIN);
        }
        return new Company(this, "E%02d".formatted(number));
    }

    /** One whose connection is set so. */
    Company company(Setting setting) {
        synchronized (takenWith) {
            int before = takenWith
                    .computeIfAbsent(setting, first -> new AtomicInteger())
                    .getAndIncrement();
            return new Company(this, "E%02d".formatted(setting.first + before));
        }
    }

    /** The accounting systems that have a connector, and their companies. */
    SimulatedSystems systems() {
        return systems;
    }

    /** One whose connection works by a person's consent, which nobody has given yet. */
    Company companyWithoutConsent() {
        return new Company(this, "E%02d".formatted(takenWithout.incrementAndGet()));
    }

    @Override
    public FortnoxSimulator fortnox() {
        return fortnox;
    }

    @Override
    public ServiceDesk desk() {
        return desk;
    }

    <T> T bean(Class<T> type) {
        return hub.getBean(type);
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    @Override
    public HubClient api() {
        return new HubClient(address(), administratorKey());
    }

    String administratorKey() {
        try {
            return Files.readString(data().resolve("administrator.key")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    EmbeddedBroker broker() {
        return secondBroker.get().orElseGet(() -> bean(EmbeddedBroker.class));
    }

    void stopBroker() {
        broker().close();
    }

    void startBroker() {
        secondBroker.set(Optional.of(EmbeddedBroker.start(
                data().resolve("broker"), BrokerSettings.standard().withRedelivery(Quick.QUEUE.redelivery()))));
    }

    void stopDatabase() {
        bean(EmbeddedPostgres.class).close();
    }

    void startDatabase() {
        EmbeddedPostgres.start(bean(DataDirectory.class));
    }

    @Override
    public void close() {
        hub.close();
        secondBroker.get().ifPresent(EmbeddedBroker::close);
        fortnox.close();
        systems.close();
        delete(folder);
    }

    /** What an operator does before the first start: the service system's store is there when the hub comes. */
    static HubDatabase installStore(Path data) {
        try (DataDirectory directory = DataDirectory.open(data)) {
            sharePrograms(directory);
            directory.secretKey();
            HubDatabase database = EmbeddedPostgres.start(directory).hubDatabase();
            PGSimpleDataSource owner = new PGSimpleDataSource();
            owner.setUrl(database.serviceOwner().jdbcUrl());
            owner.setUser(database.serviceOwner().user());
            owner.setPassword(database.serviceOwner().password());
            ReferenceStore.install(owner, database.hub().user());
            return database;
        }
    }

    /** Unpacking them takes longer than all else that a start does. */
    static void sharePrograms(DataDirectory directory) {
        try {
            Files.createSymbolicLink(directory.cache(), Files.createDirectories(TemporaryPostgres.programs()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void removeDatabase(Path data) {
        try (DataDirectory directory = DataDirectory.open(data)) {
            EmbeddedPostgres.start(directory).close();
        }
    }

    /** A connection for each company, named as the company in lower case. */
    static String connections(FortnoxSimulator fortnox, List<String> codes) {
        return codes.stream()
                .map(code -> connection(fortnox, code))
                .collect(Collectors.joining("", "connections:\n", ""));
    }

    private static String connection(FortnoxSimulator fortnox, String code) {
        return """
                  - name: %s
                    connector: fortnox
                    subgroup: %s
                    time-zone: Europe/Stockholm
                    settings:
                      base-address: %s
                      token-address: %s
                      authorize-address: %s
                      client-id: %s
                      %s
                      commit-lateness: %d
                      request-timeout: 5
                      %s
                    secrets:
                      client-secret: {file: client.secret}
                """.formatted(
                        Company.connectionOf(code),
                        code,
                        fortnox.baseUri(),
                        fortnox.tokenUri(),
                        fortnox.authUri(),
                        FortnoxSimulator.CLIENT_ID,
                        consented(code) ? "tenant-id: \"" + Company.tenantOf(code) + "\"" : "grant: authorization-code",
                        Quick.COMMIT_LATENESS.toSeconds(),
                        Setting.lineOf(code));
    }

    private static boolean consented(String code) {
        return Integer.parseInt(code.substring(1)) <= WITH_CONSENT;
    }

    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
