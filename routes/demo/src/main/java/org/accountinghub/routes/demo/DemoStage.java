package org.accountinghub.routes.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.accountinghub.routes.cli.HubClient;
import org.accountinghub.routes.cli.HubRefusal;
import org.accountinghub.routes.demo.data.DemoData;
import org.accountinghub.routes.demo.data.PartnerSeed;
import org.accountinghub.routes.embedded.DataDirectory;
import org.accountinghub.routes.embedded.postgres.DatabaseLogin;
import org.accountinghub.routes.embedded.postgres.EmbeddedPostgres;
import org.accountinghub.routes.store.ReferenceStore;
import org.postgresql.ds.PGSimpleDataSource;
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
    private final SimulatedFortnox fortnox;
    private final PGSimpleDataSource owner;
    private final DemoData data;
    private final ChildProcess hub;
    private final URI hubAddress;

    private DemoStage(
            Path folder,
            Parts parts,
            SimulatedFortnox fortnox,
            PGSimpleDataSource owner,
            DemoData data,
            ChildProcess hub,
            URI hubAddress) {
        this.folder = folder;
        this.parts = parts;
        this.fortnox = fortnox;
        this.owner = owner;
        this.data = data;
        this.hub = hub;
        this.hubAddress = hubAddress;
    }

    static DemoStage set(Path folder, Progress progress) throws Exception {
        LeftOver leftOver = DemoFolder.empty(folder, progress);
        Parts parts = new Parts(progress);
        try {
            return set(folder, progress, leftOver, parts);
        } catch (Exception e) {
            parts.close();
            throw e;
        }
    }

    private static DemoStage set(Path folder, Progress progress, LeftOver leftOver, Parts parts) throws Exception {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        progress.step("Starting PostgreSQL and filling the store of two service companies ...");
        EmbeddedPostgres database;
        try (DataDirectory directory = DataDirectory.open(folder)) {
            directory.secretKey();
            leftOver.note(ProcessHandle.current());
            database = EmbeddedPostgres.start(directory);
        }
        parts.started(database::close);
        ChildProcess sandbox = parts.started(ChildProcess.start(
                "the simulated Fortnox", "sandbox", List.of("--port", "0"), Map.of(), logs.resolve("simulators.log")));
        leftOver.note(sandbox.handle());
        PGSimpleDataSource owner = dataSource(database.hubDatabase().serviceOwner());
        ReferenceStore.install(owner, database.hubDatabase().hub().user());
        DemoData data = DemoData.load(owner, LocalDate.now(ZONE));
        progress.step("  " + data.customers().size() + " customers, "
                + data.articles().size() + " articles, " + data.orders().size() + " orders");

        progress.step("Starting a simulated Fortnox ...");
        JsonNode addresses = addresses(sandbox);
        SimulatedFortnox fortnox =
                new SimulatedFortnox(URI.create(addresses.path("admin").asString()));
        int seeded = seed(fortnox, data);
        progress.step("  it knows " + seeded + " of the customers already");

        progress.step("Starting the hub ...");
        int port = freePort();
        Files.writeString(folder.resolve("connections.yml"), DemoConnections.file(addresses));
        ChildProcess hub = parts.started(ChildProcess.start(
                "the hub", "app", List.of(), DemoConnections.environment(folder, port), logs.resolve("hub.log")));
        leftOver.note(hub.handle());
        DemoStage stage =
                new DemoStage(folder, parts, fortnox, owner, data, hub, URI.create("http://localhost:" + port));
        stage.awaitHub();
        progress.step("  it answers at " + stage.hubAddress);
        return stage;
    }

    SimulatedFortnox fortnox() {
        return fortnox;
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

    /** Waits without holding a processor. */
    static void pause(long millis) {
        try {
            new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        parts.close();
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

    private static int seed(SimulatedFortnox fortnox, DemoData data) {
        int customers = 0;
        for (PartnerSeed seed : PartnerSeed.of(data)) {
            String tenant = DemoConnections.tenantOf(seed.company());
            fortnox.company(
                    tenant,
                    Map.of(
                            "name", seed.company().name(),
                            "organisationNumber", seed.company().organisationNumber(),
                            "inactiveCostCentres", seed.closedCostCentres()));
            seed.customers().forEach(customer -> fortnox.customer(tenant, customer.asFortnox()));
            seed.articles().forEach(article -> fortnox.article(tenant, article.asFortnox()));
            customers += seed.customers().size();
        }
        return customers;
    }

    /** The line in which the simulators tell where they are. */
    private static JsonNode addresses(ChildProcess sandbox) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < deadline && sandbox.isAlive()) {
            for (String line : sandbox.output()) {
                if (line.startsWith("{")) {
                    return JsonMapper.shared().readTree(line).path("fortnox");
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
