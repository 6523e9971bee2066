package org.accountinghub.routes.operations;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Problem.Stage;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.Subject;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.byhand.MarkDelivered;
import org.accountinghub.routes.engine.connection.Blockade;
import org.accountinghub.routes.engine.connection.ConnectionCheck;
import org.accountinghub.routes.engine.connection.Connectors;
import org.accountinghub.routes.engine.connection.Consents;
import org.accountinghub.routes.engine.port.Alerts;
import org.accountinghub.routes.engine.port.ByHandLedger;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.accountinghub.routes.engine.port.OperatorLedger;
import org.accountinghub.routes.engine.port.OperatorLedger.ProblemGroup;
import org.accountinghub.routes.engine.port.PreviewLedger;
import org.accountinghub.routes.engine.port.ReturnLedger;
import org.accountinghub.routes.engine.port.ServiceStore;
import org.accountinghub.routes.engine.port.StoreRegisters;
import org.accountinghub.routes.engine.port.StoredOrders;
import org.accountinghub.routes.engine.preview.Preview;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The operators' pages over a ledger that a test fills. */
final class Desk {

    static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    static final Problem NO_PRICE =
            Problem.of("store.price-missing", Stage.STORE, "A row has no price.", "Enter the price.");

    final Map<Long, OperatorLedger.Story> stories = new LinkedHashMap<>();
    final List<ProblemGroup> groups = new ArrayList<>();
    final List<Connection> connections = new ArrayList<>();
    final Map<String, ReturnLedger.Fetch> fetches = new LinkedHashMap<>();
    final List<String> done = new ArrayList<>();

    RuntimeException failure = new IllegalStateException("not to be seen");
    boolean fails;

    Desk connected(String name, Connection.State state, Optional<Problem> problem) {
        connections.add(new Connection(
                name,
                "fortnox",
                Optional.of(name.toUpperCase(java.util.Locale.ROOT)),
                state,
                Optional.of("556677-8899"),
                problem,
                new ConnectionSettings(name, ZoneOffset.UTC, Map.of("client-id", "not to be seen"), Map.of())));
        return this;
    }

    Desk transfer(long id, TransferState state, Optional<Problem> problem) {
        Transfer transfer = new Transfer(
                id,
                "norr",
                new Subject.OfDocument(new DocumentKey(new SourceKey("service", "NORR", "work", "107_1"), "10001", 1)),
                state,
                NOW,
                1,
                1,
                problem,
                Optional.empty(),
                Optional.of("Maria"));
        stories.put(
                id,
                new OperatorLedger.Story(
                        new OperatorLedger.Row(transfer, Optional.of("32"), NOW, NOW),
                        List.of(
                                state == TransferState.IN_DOUBT
                                        ? StepProgress.planned(Step.create(IdempotencyClass.D, Duration.ZERO))
                                                .uncertain(0)
                                        : StepProgress.planned(Step.create(IdempotencyClass.C, Duration.ofMinutes(2)))
                                                .done(new PartnerDocument(
                                                        "32", "32", List.of("total rounded by -0.41 SEK")))),
                        List.of(new OperatorLedger.AttemptLine(
                                1,
                                NOW,
                                "delivered as 32",
                                Optional.of("DELIVERED"),
                                Optional.empty(),
                                List.of(new Exchange(
                                        "POST /3/invoices",
                                        "http://partner/3/invoices",
                                        NOW,
                                        Duration.ofMillis(7),
                                        "{\"asked\":1}",
                                        201,
                                        "{\"answered\":1}")))),
                        List.of(new OperatorLedger.ActionLine(NOW, "administrator", "RETRY", "")),
                        "yes",
                        "document 32 is booked"));
        return this;
    }

    Desk group(ProblemGroup.Kind kind, Problem problem, long orders) {
        groups.add(new ProblemGroup(
                "norr", kind, problem, orders + 1, orders, List.of("107_1"), Optional.of(7L), NOW.minusSeconds(60)));
        return this;
    }

    OperatorLedger ledger() {
        Map<String, Function<Object[], Object>> answers = Map.of(
                "hold",
                asked -> did("hold " + asked[0] + " " + asked[1] + " " + asked[2]),
                "release",
                asked -> did("release " + asked[0] + " " + asked[1]) && !asked[0].equals("syd"),
                "transfers",
                asked -> stories.values().stream()
                        .map(OperatorLedger.Story::row)
                        .limit((int) asked[1])
                        .toList(),
                "story",
                asked -> Optional.ofNullable(stories.get((long) asked[0])),
                "problems",
                asked -> groups,
                "counts",
                asked -> List.of(new OperatorLedger.Count("norr", TransferState.DELIVERED, 4, NOW.minusSeconds(90))),
                "retry",
                asked -> did("retry " + asked[0] + " " + asked[1] + " " + asked[2]),
                "retryAll",
                asked -> did("retryAll " + asked[0] + " " + asked[1] + " " + asked[3]) ? 2 : 0,
                "dismiss",
                asked -> did("dismiss " + asked[0] + " " + asked[2]),
                "restore",
                asked -> did("restore " + asked[0]));
        return port(OperatorLedger.class, answers);
    }

    ConnectionLedger connectionLedger() {
        return port(
                ConnectionLedger.class,
                Map.of(
                        "connections",
                        asked -> connections,
                        "find",
                        asked -> connections.stream()
                                .filter(connection -> connection.name().equals(asked[0]))
                                .findFirst()));
    }

    MockMvc pages() {
        OperatorLedger ledger = ledger();
        ConnectionLedger ledgerOfConnections = connectionLedger();
        ConnectionViews views = new ConnectionViews(
                ledgerOfConnections,
                port(ReturnLedger.class, Map.of("lastFetch", asked -> Optional.ofNullable(fetches.get(asked[0])))),
                InstantSource.fixed(NOW));
        Connectors connectors = connection -> {
            throw new IllegalStateException("no connector is opened here");
        };
        ByHandLedger byHand = port(
                ByHandLedger.class,
                Map.of(
                        "transfer",
                        asked -> Optional.ofNullable(stories.get((long) asked[0]))
                                .map(story -> story.row().transfer()),
                        "frozen",
                        asked -> Optional.empty(),
                        "complete",
                        asked -> did("complete " + asked[0] + " " + asked[2])));
        Blockade blockade = new Blockade(ledgerOfConnections, port(Alerts.class, Map.of()));
        return MockMvcBuilders.standaloneSetup(
                        new TransfersApi(ledger, byHand, marks(byHand, connectors)),
                        new ProblemsApi(ledger),
                        new OverviewApi(ledger, views),
                        new ConnectionsApi(
                                views,
                                new Consents(
                                        ledgerOfConnections,
                                        connectors,
                                        blockade,
                                        () -> "state",
                                        URI.create("http://hub/callback")),
                                new ConnectionCheck(ledgerOfConnections, connectors, blockade),
                                ledger,
                                name -> did("fetch " + name)),
                        new PreviewApi(new Preview(
                                port(ServiceStore.class, Map.of()),
                                port(StoredOrders.class, Map.of("documentsOf", asked -> List.of())),
                                port(PreviewLedger.class, Map.of("documentsOf", asked -> List.of())),
                                ledgerOfConnections,
                                connectors,
                                InstantSource.fixed(NOW))),
                        new OpenApiPage())
                .setControllerAdvice(new ApiErrors())
                .addFilters(new RequestLimits(1_000_000), new ApiKeys("key"))
                .build();
    }

    private MarkDelivered marks(ByHandLedger byHand, Connectors connectors) {
        return new MarkDelivered(
                byHand,
                connectionLedger(),
                connectors,
                new MarkDelivered.Stores(
                        port(
                                StoredOrders.class,
                                Map.of("asItStands", asked -> new ServiceStore.Reading.Gone<>("gone"))),
                        port(ServiceStore.class, Map.of("customer", asked -> new ServiceStore.Reading.Gone<>("gone"))),
                        port(StoreRegisters.class, Map.of("article", asked -> Optional.empty()))),
                InstantSource.fixed(NOW));
    }

    private boolean did(String what) {
        done.add(what);
        return true;
    }

    private <T> T port(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, asked) -> {
                    if (fails) {
                        throw failure;
                    }
                    Function<Object[], Object> answer = answers.get(method.getName());
                    if (answer == null) {
                        throw new UnsupportedOperationException(method.toString());
                    }
                    return answer.apply(asked == null ? new Object[0] : asked);
                }));
    }
}
