package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.accountinghub.connectors.fortnox.simulator.BookKeeper;
import org.accountinghub.connectors.fortnox.simulator.FortnoxSimulator;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.routes.app.endtoend.TwoRegisters.Shares;
import org.accountinghub.routes.embedded.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A company connects a Fortnox that holds thousands of customers already: what would happen is reported exactly, approved,
 * done, and done again without a call too many; the hub is killed half way. {@code -Dregisters.divisor=1} plays it with
 * 20,000 customers.
 */
class MatchedRegistersTest {

    private static final String CODE = "R01";
    private static final Set<String> OVER = Set.of("DONE", "CANCELLED", "SUSPICIOUS", "FAILED");
    private static final String ONE = "GET /3/customers/{CustomerNumber}";
    private static final int PAGE = 500;

    /** Times Fortnox's own limit. */
    private static final int SCALE = 50;

    private final FortnoxSimulator fortnox = FortnoxSimulator.start(0, InstantSource.system());
    private final TwoRegisters both =
            TwoRegisters.of(Shares.ofTwentyThousand(Integer.getInteger("registers.divisor", 50)));

    @TempDir
    private Path folder;

    @AfterEach
    void removePostgres() {
        fortnox.close();
        Stage.removeDatabase(folder.resolve("data"));
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void aRegisterThatIsThereIsMatchedApprovedAndImported() throws Exception {
        Path data = folder.resolve("data");
        ServiceDesk desk = new ServiceDesk(Stage.installStore(data));
        desk.openCompany(CODE);
        both.fillStore(desk.owner());
        BookKeeper keeper = fortnox.bookKeeper(Company.tenantOf(CODE));
        keeper.addCustomers(both.there());
        keeper.addArticles(articles(both.shares().articles()));
        fortnox.windowScale(SCALE);
        RemoteHub hub = new RemoteHub(Optional.of(fortnox), desk, data, FreePort.choose());
        Map<String, String> environment = hub.environment(connections());

        try (ChildHub first = ChildHub.start(environment, folder.resolve("hub.log"))) {
            awaitHub(first, hub);
            assertThat(refusal(hub)).contains("approve");
            JsonNode match = done(hub, hub.api().post("/api/registers/r01/customers/match", Map.of()));
            assertThat(match.path("state").asString("")).as("%s", match).isEqualTo("DONE");
            reportIsExact(hub);
            assertThat(hereNow(desk))
                    .as("looking writes nothing")
                    .isEqualTo(both.shares().here());
            fortnox.journal().clear();
            fortnox.faults().on(ONE).every(1, Fault.slow(Duration.ofMillis(30)));
            approve(hub);
            await().atMost(Duration.ofMinutes(5))
                    .until(() -> fortnox.journal().counts().getOrDefault(ONE, 0)
                            > both.shares().there() / 3);
            first.kill();
            fortnox.faults().clear();
        }
        assertThat(hereNow(desk)).as("killed half way").isLessThan(expectedHere());
        try (ChildHub second = ChildHub.start(environment, folder.resolve("hub.log"))) {
            awaitHub(second, hub);
            JsonNode run = finished(hub, newest(hub).path("id").asLong());
            assertThat(run.path("state").asString("")).as("%s", run).isEqualTo("DONE");
            assertThat(run.path("counts").path("failed").asInt()).as("%s", run).isZero();
            await().atMost(Duration.ofMinutes(5)).untilAsserted(() -> bothSidesAreRight(desk, keeper));
            aSecondRunAsksForPagesOnly(hub);
            aChangeIsBroughtOver(hub, desk, keeper);
            assertThat(desk.owner()
                            .sql("SELECT count(*) FROM service.customers c GROUP BY c.organisation_number"
                                    + " HAVING c.organisation_number IS NOT NULL AND count(*) > 1")
                            .query(Long.class)
                            .list())
                    .as("nobody twice in the store")
                    .isEmpty();
        }
    }

    private void reportIsExact(RemoteHub hub) {
        JsonNode report = hub.api().get("/api/matches/r01/customers");
        Shares shares = both.shares();
        Map<String, Integer> expected = new HashMap<>(Map.of(
                "SAME", shares.sameNumber(),
                "LINK", shares.sameRegistration(),
                "SUGGESTION", shares.sameName(),
                "CONFLICT", shares.conflicts(),
                "CREATE_HERE", shares.onlyThere(),
                "CREATE_THERE", shares.onlyHere()));
        Map<String, Integer> counted = new HashMap<>();
        report.path("counts")
                .properties()
                .forEach(kind -> counted.put(kind.getKey(), kind.getValue().asInt()));
        assertThat(counted.remove("DOUBLED")).as("%s", report).isBetween(1, 2 * shares.doubledThere());
        assertThat(counted).isEqualTo(expected);
    }

    private static void approve(RemoteHub hub) {
        long report = hub.api().get("/api/matches/r01/customers").path("id").asLong();
        Map<String, Object> choice = Map.of("all", true, "classes", List.of("SUGGESTION"));
        JsonNode first = hub.api().post("/api/matches/" + report + "/approve", choice);
        assertThat(first.path("refused")).as("%s", first).isEmpty();
        JsonNode second = hub.api().post("/api/matches/" + report + "/approve", choice);
        assertThat(second.path("changed").asBoolean())
                .as("approving twice: %s", second)
                .isFalse();
    }

    private int expectedHere() {
        return both.shares().here() + both.shares().onlyThere();
    }

    private static int hereNow(ServiceDesk desk) {
        return desk.owner()
                .sql("SELECT count(*) FROM service.customers")
                .query(Integer.class)
                .single();
    }

    /** What was only on one side is on both; conflicts and doubles are untouched. */
    private void bothSidesAreRight(ServiceDesk desk, BookKeeper keeper) {
        assertThat(hereNow(desk)).isEqualTo(expectedHere());
        assertThat(keeper.customers())
                .hasSize(both.shares().there() + both.shares().onlyHere());
        assertThat(fortnox.book().created(Company.tenantOf(CODE), "customer").stream()
                        .filter(effect -> !effect.requestId().equals("by hand")))
                .as("created by the hub, each once")
                .hasSize(both.shares().onlyHere());
    }

    private void aSecondRunAsksForPagesOnly(RemoteHub hub) {
        fortnox.journal().clear();
        JsonNode run = done(hub, hub.api().post("/api/registers/r01/customers/import?whole=true", Map.of()));
        assertThat(run.path("counts").path("updated").asInt()).as("%s", run).isZero();
        int customers = both.shares().there() + both.shares().onlyHere();
        int pages = (customers + PAGE - 1) / PAGE;
        long lists = fortnox.journal().counts().getOrDefault("GET /3/customers", 0);
        assertThat(lists).as("pages of %s", run).isBetween((long) pages, pages + 1L);
        assertThat(fortnox.journal().counts().getOrDefault(ONE, 0))
                .as("details: what nobody linked, and what the hub created and has not read since")
                .isLessThanOrEqualTo(both.shares().onlyHere());
    }

    private static void aChangeIsBroughtOver(RemoteHub hub, ServiceDesk desk, BookKeeper keeper) {
        keeper.changeCustomer("100001", JsonMapper.shared().createObjectNode().put("City", "Mölndal"));
        done(hub, hub.api().post("/api/registers/r01/customers/import", Map.of()));
        assertThat(desk.owner()
                        .sql(
                                "SELECT city FROM service.customer_addresses a JOIN service.customers c ON c.id = a.customer_id"
                                        + " WHERE c.number = '100001' AND a.use = 'INVOICE'")
                        .query(String.class)
                        .single())
                .isEqualTo("Mölndal");
    }

    private static String refusal(RemoteHub hub) {
        try {
            return hub.api()
                    .post("/api/registers/r01/customers/import", Map.of())
                    .toString();
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static JsonNode newest(RemoteHub hub) {
        return hub.api().get("/api/registers/runs?connection=r01&limit=1").path(0);
    }

    private static JsonNode done(RemoteHub hub, JsonNode begun) {
        assertThat(begun.path("begun").asBoolean()).as("%s", begun).isTrue();
        return finished(hub, begun.path("run").path("id").asLong());
    }

    private static JsonNode finished(RemoteHub hub, long run) {
        return await().atMost(Duration.ofMinutes(10))
                .until(
                        () -> hub.api().get("/api/registers/runs/" + run),
                        now -> OVER.contains(now.path("state").asString("")));
    }

    private static void awaitHub(ChildHub process, RemoteHub hub) {
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> {
            assertThat(process.process().isAlive()).as(process::output).isTrue();
            return hub.api().get("/api/registers").isArray();
        });
    }

    private static List<ObjectNode> articles(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> JsonMapper.shared()
                        .createObjectNode()
                        .put("ArticleNumber", "A" + i)
                        .put("Description", "Artikel " + i))
                .toList();
    }

    private Path connections() throws IOException {
        Files.writeString(folder.resolve("client.secret"), FortnoxSimulator.CLIENT_SECRET);
        String registers = """
                    registers:
                      customers:
                        export: "true"
                        numbers: ours
                        master:
                          identity: accounting
                          addresses: accounting
                          contact-data: accounting
                """;
        return Files.writeString(
                folder.resolve("connections.yml"),
                Stage.connections(fortnox, List.of(CODE))
                                .replace("client-id:", "calls-in-window: \"" + SCALE * 25 + "\"\n      client-id:")
                        + registers);
    }
}
