package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
 * A company connects a Fortnox that holds thousands of customers and articles already: what would happen is reported exactly,
 * approved, done, and done again without a call too many; the hub is killed half way. {@code -Dregisters.divisor=1} plays it
 * with 20,000 customers and 5,000 articles.
 */
class MatchedRegistersTest {

    private static final String CODE = "R01";
    private static final String LISTS = "GET /3/customers";
    private static final String ONE = "GET /3/customers/{CustomerNumber}";
    private static final String ARTICLES = "GET /3/articles";
    private static final int PAGE = 500;
    private static final int DIVISOR = Integer.getInteger("registers.divisor", 50);
    private static final Duration PATIENCE = Duration.ofMinutes(DIVISOR > 1 ? 5 : 40);

    /** Times Fortnox's own limit. */
    private static final int SCALE = 50;

    private volatile Duration ago = Duration.ofHours(1);
    private final FortnoxSimulator fortnox =
            FortnoxSimulator.start(0, () -> Instant.now().minus(ago));
    private final TwoRegisters both = TwoRegisters.of(Shares.ofTwentyThousand(DIVISOR));
    private final TwoArticleRegisters parts = TwoArticleRegisters.ofFiveThousand(DIVISOR);

    @TempDir
    private Path folder;

    @AfterEach
    void removePostgres() {
        fortnox.close();
        Stage.removeDatabase(folder.resolve("data"));
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.MINUTES)
    void registersThatAreThereAreMatchedApprovedAndImported() throws Exception {
        Path data = folder.resolve("data");
        ServiceDesk desk = new ServiceDesk(Stage.installStore(data));
        desk.openCompany(CODE);
        both.fillStore(desk.owner());
        parts.fillStore(desk.owner());
        BookKeeper keeper = fortnox.bookKeeper(Company.tenantOf(CODE));
        keeper.addCustomers(both.there());
        keeper.addArticles(parts.atFortnox());
        ago = Duration.ZERO;
        fortnox.windowScale(SCALE);
        RemoteHub hub = new RemoteHub(Optional.of(fortnox), desk, data, FreePort.choose());
        RemoteRegisters customers = new RemoteRegisters(hub, "customers", PATIENCE);
        RemoteRegisters articles = new RemoteRegisters(hub, "articles", PATIENCE);
        Map<String, String> environment = hub.environment(connections());
        environment.put("HUB_IMPORT_LEASE", DIVISOR > 1 ? "PT6S" : "PT1M");

        try (ChildHub first = ChildHub.start(environment, folder.resolve("hub.log"))) {
            awaitHub(first, hub);
            assertThat(customers.refusal()).contains("approve");
            reportsAreExact(customers, articles);
            assertThat(storeCustomers(desk))
                    .as("looking writes nothing")
                    .hasSize(both.shares().here());
            assertThat(storeArticles(desk)).as("looking writes nothing").hasSize(parts.here());
            fortnox.journal().clear();
            fortnox.faults().on(ONE).every(1, Fault.slow(Duration.ofMillis(120)));
            customers.approve(List.of("SUGGESTION"));
            articles.approve(List.of());
            await().atMost(PATIENCE)
                    .until(() -> fortnox.journal().count(ONE) > both.shares().there() / 3);
            first.kill();
            fortnox.faults().clear();
        }
        assertThat(storeCustomers(desk)).as("killed half way").isNotEqualTo(both.storeAfter());
        try (ChildHub second = ChildHub.start(environment, folder.resolve("hub.log"))) {
            awaitHub(second, hub);
            customers.newestDone();
            articles.newestDone();
            await().atMost(PATIENCE).untilAsserted(() -> bothSidesAreRight(desk, keeper));
            whatChangedIsReadAndNothingElse(customers, articles);
            listsAloneAreReadAgain(customers, articles);
            aChangeIsBroughtOver(customers, desk, keeper);
            bothSidesHaveNobodyTwice(desk);
        }
    }

    private void reportsAreExact(RemoteRegisters customers, RemoteRegisters articles) {
        Shares shares = both.shares();
        assertThat(customers.matched())
                .isEqualTo(Map.of(
                        "SAME", shares.sameNumber(),
                        "LINK", shares.sameRegistration(),
                        "SUGGESTION", shares.sameName(),
                        "CONFLICT", shares.conflicts(),
                        "CREATE_HERE", shares.onlyThere(),
                        "CREATE_THERE", shares.onlyHere(),
                        "DOUBLED", 2 * shares.doubledThere()));
        assertThat(articles.matched())
                .isEqualTo(Map.of(
                        "SAME", parts.same(),
                        "CREATE_HERE", parts.onlyThere(),
                        "CREATE_THERE", parts.onlyHere()));
    }

    private static Set<String> storeCustomers(ServiceDesk desk) {
        return Set.copyOf(desk.owner()
                .sql("SELECT number, name, coalesce(phone, '') FROM service.customers")
                .query((row, n) -> TwoRegisters.shown(row.getString(1), row.getString(2), row.getString(3)))
                .list());
    }

    private static Set<String> storeArticles(ServiceDesk desk) {
        return Set.copyOf(desk.owner()
                .sql("SELECT number || ' ' || description FROM service.articles")
                .query(String.class)
                .list());
    }

    private static Set<String> fields(List<ObjectNode> all, String... names) {
        return all.stream()
                .map(one -> List.of(names).stream()
                        .map(name -> one.path(name).asString(""))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What was only on one side is on both, and what was on both is as its master says; conflicts and doubles are untouched. */
    private void bothSidesAreRight(ServiceDesk desk, BookKeeper keeper) {
        assertThat(storeCustomers(desk)).isEqualTo(both.storeAfter());
        assertThat(keeper.customers().stream()
                        .map(one -> TwoRegisters.shown(
                                one.path("CustomerNumber").asString(""),
                                one.path("Name").asString(""),
                                one.path("Phone1").asString("")))
                        .collect(Collectors.toSet()))
                .isEqualTo(both.thereAfter());
        assertThat(storeArticles(desk)).isEqualTo(parts.bothAfter());
        assertThat(fields(keeper.articles(), "ArticleNumber", "Description")).isEqualTo(parts.bothAfter());
        assertThat(createdByTheHub("customer"))
                .as("each once")
                .isEqualTo(both.shares().onlyHere());
        assertThat(createdByTheHub("article")).as("each once").isEqualTo(parts.onlyHere());
        assertThat(fortnox.journal().counts().keySet())
                .as("nothing there is changed")
                .noneMatch(operation -> operation.startsWith("PUT"));
    }

    private long createdByTheHub(String kind) {
        return fortnox.book().created(Company.tenantOf(CODE), kind).stream()
                .filter(effect -> !effect.requestId().equals("by hand"))
                .count();
    }

    /** Since the first run began those were added there that were only here. */
    private void whatChangedIsReadAndNothingElse(RemoteRegisters customers, RemoteRegisters articles) {
        fortnox.journal().clear();
        JsonNode run = customers.imported(false);
        assertThat(run.path("counts").path("unchanged").asInt())
                .as("%s", run)
                .isEqualTo(both.shares().onlyHere());
        assertThat(calls())
                .isEqualTo(Map.of(
                        LISTS, pages(both.shares().onlyHere()),
                        ONE, both.shares().onlyHere()));
        fortnox.journal().clear();
        run = articles.imported(false);
        assertThat(run.path("counts").path("seen").asInt()).as("%s", run).isEqualTo(parts.onlyHere());
        assertThat(calls()).as("and the list of the inactive").isEqualTo(Map.of(ARTICLES, pages(parts.onlyHere()) + 1));
    }

    private void listsAloneAreReadAgain(RemoteRegisters customers, RemoteRegisters articles) {
        fortnox.journal().clear();
        JsonNode run = customers.imported(true);
        assertThat(run.path("counts").path("updated").asInt()).as("%s", run).isZero();
        int pages = pages(both.shares().there() + both.shares().onlyHere());
        assertThat(run.path("counts").path("calls").asInt()).as("%s", run).isEqualTo(pages);
        customers.newestDone();
        fortnox.journal().clear();
        run = articles.imported(true);
        assertThat(run.path("counts").path("unchanged").asInt()).as("%s", run).isEqualTo(parts.after());
        assertThat(calls()).isEqualTo(Map.of(ARTICLES, pages(parts.after()) + 1));
    }

    private static int pages(int records) {
        return (records + PAGE - 1) / PAGE;
    }

    /** Those about registers; others go on beside them. */
    private Map<String, Integer> calls() {
        return fortnox.journal().counts().entrySet().stream()
                .filter(count ->
                        count.getKey().contains("customers") || count.getKey().contains("articles"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void aChangeIsBroughtOver(RemoteRegisters customers, ServiceDesk desk, BookKeeper keeper) {
        keeper.changeCustomer("100001", JsonMapper.shared().createObjectNode().put("City", "Mölndal"));
        customers.imported(false);
        assertThat(desk.owner().sql("""
                                SELECT city FROM service.customer_addresses a JOIN service.customers c ON c.id = a.customer_id
                                WHERE c.number = '100001' AND a.use = 'INVOICE'""").query(String.class).single()).isEqualTo("Mölndal");
    }

    private static void bothSidesHaveNobodyTwice(ServiceDesk desk) {
        assertThat(desk.owner()
                        .sql("SELECT count(*) FROM service.customers c GROUP BY c.organisation_number"
                                + " HAVING c.organisation_number IS NOT NULL AND count(*) > 1")
                        .query(Long.class)
                        .list())
                .as("nobody twice in the store")
                .isEmpty();
    }

    private static void awaitHub(ChildHub process, RemoteHub hub) {
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> {
            assertThat(process.process().isAlive()).as(process::output).isTrue();
            return hub.api().get("/api/registers").isArray();
        });
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
                      articles:
                        export: "true"
                        master:
                          identity: accounting
                          prices: accounting
                """;
        return Files.writeString(
                folder.resolve("connections.yml"),
                Stage.connections(fortnox, List.of(CODE))
                                .replace("client-id:", "calls-in-window: \"" + SCALE * 25 + "\"\n      client-id:")
                        + registers);
    }
}
