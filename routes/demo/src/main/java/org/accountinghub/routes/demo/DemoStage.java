package org.accountinghub.routes.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.accountinghub.routes.cli.HubClient;
import org.accountinghub.routes.cli.HubRefusal;
import org.accountinghub.routes.cli.Pause;
import org.accountinghub.routes.demo.data.DemoCompany;
import org.accountinghub.routes.demo.data.DemoData;
import org.accountinghub.routes.demo.data.PartnerSeed;
import org.accountinghub.routes.embedded.DataDirectory;
import org.accountinghub.routes.embedded.postgres.DatabaseLogin;
import org.accountinghub.routes.embedded.postgres.EmbeddedPostgres;
import org.accountinghub.routes.store.ReferenceStore;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything the demo plays on: the simulators, the database with the demo's store, and the hub, each its own process. */
final class DemoStage implements AutoCloseable {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final int USUAL_PORT = 8080;
    private static final long START_SECONDS = 120;

    private final Path folder;
    private final Parts parts;
    private final Systems systems;
    private final PGSimpleDataSource owner;
    private final DemoData data;
    private final ChildProcess hub;
    private final URI hubAddress;

    private DemoStage(
            Path folder,
            Parts parts,
            Systems systems,
            PGSimpleDataSource owner,
            DemoData data,
            ChildProcess hub,
            URI hubAddress) {
        this.folder = folder;
        this.parts = parts;
        this.systems = systems;
        this.owner = owner;
        this.data = data;
        this.hub = hub;
        this.hubAddress = hubAddress;
    }

    static DemoStage set(Path folder, List<String> connectors, Progress progress) throws Exception {
        LeftOver leftOver = DemoFolder.empty(folder, progress);
        Parts parts = new Parts(progress);
        try {
            return set(folder, connectors, progress, leftOver, parts);
        } catch (Exception e) {
            parts.close();
            throw e;
        }
    }

    private static DemoStage set(
            Path folder, List<String> connectors, Progress progress, LeftOver leftOver, Parts parts) throws Exception {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        progress.step("Starting PostgreSQL and filling the store of the service companies ...");
        EmbeddedPostgres database;
        ChildProcess sandbox;
        try (DataDirectory directory = DataDirectory.open(folder)) {
            directory.secretKey();
            leftOver.note(ProcessHandle.current());
            sandbox = parts.started(ChildProcess.start(
                    "the simulated accounting systems",
                    "sandbox",
                    List.of("--port", "0"),
                    Map.of(),
                    logs.resolve("simulators.log")));
            leftOver.note(sandbox.handle());
            database = EmbeddedPostgres.start(directory);
        }
        parts.started(database::close);
        PGSimpleDataSource owner = dataSource(database.hubDatabase().serviceOwner());
        ReferenceStore.install(owner, database.hubDatabase().hub().user());
        JsonNode addresses = addresses(sandbox);
        List<String> named = Systems.named(addresses, connectors);
        DemoData data = DemoData.load(owner, LocalDate.now(ZONE), named.size());
        progress.step("  " + data.customers().size() + " customers, "
                + data.articles().size() + " articles, " + data.orders().size() + " orders");

        progress.step("Starting the simulated accounting systems ...");
        Systems systems = Systems.of(addresses, named, data.companies());
        int seeded = seed(systems, data);
        progress.step("  they know " + seeded + " of the customers already");
        systems.all()
                .forEach((system, companies) -> progress.step("  " + system.title() + " keeps the books of "
                        + String.join(" and ", DemoCompany.codes(companies))));
        invoicesOnly(owner, systems, data.companies());

        progress.step("Starting the hub ...");
        int port = freePort();
        Files.writeString(folder.resolve("connections.yml"), DemoConnections.file(data.companies(), systems));
        ChildProcess hub = parts.started(ChildProcess.start(
                "the hub",
                "app",
                List.of(),
                DemoConnections.environment(folder, port, data.companies(), systems),
                logs.resolve("hub.log")));
        leftOver.note(hub.handle());
        DemoStage stage =
                new DemoStage(folder, parts, systems, owner, data, hub, URI.create("http://localhost:" + port));
        stage.awaitHub();
        stage.consent(progress);
        progress.step("  it answers at " + stage.hubAddress);
        return stage;
    }

    /** The company's accounting system. */
    SimulatedSystem system(DemoCompany company) {
        return systems.of(company);
    }

    /** Each once, with those who have it. */
    Map<SimulatedSystem, List<DemoCompany>> systems() {
        return systems.all();
    }

    /** Whether a company's documents become orders over there, which somebody invoices, else invoices directly. */
    boolean sendsOrders(DemoCompany company) {
        return systems.sendsOrders(company);
    }

    /** What each company sends. */
    Map<DemoCompany, String> kinds() {
        Map<DemoCompany, String> kinds = new LinkedHashMap<>();
        data.companies()
                .forEach(company -> kinds.put(company, sendsOrders(company) ? DemoReport.ORDER : DemoReport.INVOICE));
        return kinds;
    }

    DemoData data() {
        return data;
    }

    PGSimpleDataSource owner() {
        return owner;
    }

    /** The same, on one connection, which has to be destroyed. */
    SingleConnectionDataSource ownersConnection() {
        return new SingleConnectionDataSource(
                Objects.requireNonNull(owner.getURL()),
                Objects.requireNonNull(owner.getUser()),
                Objects.requireNonNull(owner.getPassword()),
                true);
    }

    Path folder() {
        return folder;
    }

    URI hubAddress() {
        return hubAddress;
    }

    HubClient hub() {
        if (!hub.isAlive()) {
            throw new IllegalStateException(hub.lastWords());
        }
        try {
            return new HubClient(
                    hubAddress,
                    Files.readString(folder.resolve("administrator.key")).strip());
        } catch (IOException e) {
            throw new HubRefusal("the hub has not made its administrator's key yet");
        }
    }

    static void pause(long millis) {
        Pause.of(Duration.ofMillis(millis), () -> new IllegalStateException("interrupted"));
    }

    @Override
    public void close() {
        parts.close();
    }

    /** Where an accounting system asks a person for consent, somebody of the company gives it. */
    private void consent(Progress progress) {
        for (DemoCompany company : data.companies()) {
            String page;
            try {
                page = hub().post("/api/connections/" + DemoConnections.nameOf(company) + "/authorize", Map.of())
                        .path("link")
                        .asString("");
            } catch (HubRefusal asksNobody) {
                continue;
            }
            system(company).consent(DemoConnections.tenantOf(company), page);
            progress.step("  somebody of " + company.code() + " logs in at "
                    + system(company).title() + " and consents");
        }
    }

    private void awaitHub() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            try {
                hub().get("/api/overview");
                return;
            } catch (HubRefusal e) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "the hub did not answer within " + START_SECONDS + " s; see " + folder.resolve("logs"), e);
                }
                pause(250);
            }
        }
    }

    private static int seed(Systems systems, DemoData data) {
        int customers = 0;
        for (PartnerSeed seed : PartnerSeed.of(data)) {
            customers += systems.of(seed.company()).seed(DemoConnections.tenantOf(seed.company()), seed);
        }
        return customers;
    }

    /** Where the accounting system knows no orders, the company's administrator lets all be sent as invoices. */
    private static void invoicesOnly(DataSource owner, Systems systems, List<DemoCompany> companies) {
        companies.stream()
                .filter(company -> company.sendsOrders() && !systems.sendsOrders(company))
                .forEach(company -> JdbcClient.create(owner)
                        .sql("UPDATE service.group_settings SET send_as = 'INVOICE' WHERE subgroup_code = ?")
                        .param(company.code())
                        .update());
    }

    /** The line in which the simulators tell where they are. */
    private static JsonNode addresses(ChildProcess sandbox) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < deadline && sandbox.isAlive()) {
            for (String line : sandbox.output()) {
                if (line.startsWith("{")) {
                    return JsonMapper.shared().readTree(line);
                }
            }
            pause(100);
        }
        throw new IllegalStateException(sandbox.lastWords());
    }

    private static int freePort() {
        try (ServerSocket usual = new ServerSocket(USUAL_PORT, 1, InetAddress.getLoopbackAddress())) {
            return usual.getLocalPort();
        } catch (IOException taken) {
            try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return any.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static PGSimpleDataSource dataSource(DatabaseLogin login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(login.jdbcUrl());
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }
}
