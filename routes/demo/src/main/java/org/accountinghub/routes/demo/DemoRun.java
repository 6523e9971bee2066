package org.accountinghub.routes.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.accountinghub.routes.demo.data.Clerk;
import org.accountinghub.routes.demo.data.DemoCompany;
import org.accountinghub.routes.demo.data.DemoOrder;
import org.accountinghub.routes.demo.data.ShownOrders;
import org.accountinghub.routes.demo.data.StoredDocument;

/** The play: the hub sends what is ready, the book-keepers invoice and book and are paid, and what became of it comes back. */
final class DemoRun {

    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final long STUCK_SECONDS = 600;
    private static final Duration READ_FOR = Duration.ofMillis(500);

    private final DemoStage stage;
    private final LostAnswers lost;
    private final DemoTables tables;
    private final Progress progress;

    DemoRun(DemoStage stage, LostAnswers lost, DemoTables tables, Progress progress) {
        this.stage = stage;
        this.lost = lost;
        this.tables = tables;
        this.progress = progress;
    }

    DemoReport play() {
        List<StoredDocument> wanted = StoredDocument.all(stage.owner());
        Set<String> asOrders = wanted.stream()
                .filter(StoredDocument::asOrder)
                .map(document -> document.order() + " " + document.payer())
                .collect(Collectors.toSet());
        int orders = (int) wanted.stream()
                .filter(document -> document.unwanted().isEmpty())
                .map(StoredDocument::order)
                .distinct()
                .count();
        progress.step("The hub collects the orders that are ready and sends them, as fast as it may call there");
        Documents first;
        Map<SimulatedSystem, List<DemoReport.Sum>> sums;
        try (StoreTotals totals = new StoreTotals(stage)) {
            first = awaitRest(asOrders, orders, 0, now -> totals.readSome(now, READ_FOR));
            progress.step("What the store says is added up beside what is there now");
            sums = Sums.of(first, stage, totals);
        }
        clerksWork();
        Documents sent = awaitRest(asOrders, orders, first.count() + 1, now -> {});
        BookKeeper keeper = keepBooks(sent);
        progress.step("The hub asks there what became of the orders and invoices");
        stage.data().companies().forEach(company -> fetch(DemoConnections.nameOf(company)));
        Map<String, Integer> expected = new TreeMap<>();
        stage.data()
                .companies()
                .forEach(company -> expected.put(
                        company.code(),
                        sent.in(Set.of(company.code()))
                                .ordersAllOf(document -> keeper.hasFinished(sent.there(document)))));
        Returned returned = new Returned(expected, Statuses.at(stage), stage.owner(), progress);
        returned.await();
        Result result =
                Result.of(sent, StoredDocument.all(stage.owner()), stage.hub().get("/api/problems"));
        DemoReport report = report(result, sums, returned);
        tables.show(result, report, lost.found());
        return report;
    }

    private DemoReport report(Result result, Map<SimulatedSystem, List<DemoReport.Sum>> sums, Returned returned) {
        Documents sent = result.documents();
        List<PlayedSystem> systems = new ArrayList<>();
        stage.systems()
                .forEach((system, companies) -> systems.add(PlayedSystem.of(
                        system,
                        DemoCompany.codes(companies),
                        result,
                        returned,
                        Objects.requireNonNull(sums.get(system)))));
        return new DemoReport(
                sent.orders(),
                sent.count(),
                sent.delivered(),
                sent.causes(),
                result.afterwards(),
                systems.stream().mapToInt(PlayedSystem::invoicedThere).sum(),
                systems.stream().mapToInt(PlayedSystem::invoicedInStore).sum(),
                result.kinds(),
                result.targets(),
                result.notWanted(),
                Sums.total(systems.stream().flatMap(system -> system.sums().stream())),
                systems.stream()
                        .map(PlayedSystem::partner)
                        .reduce(DemoReport.Partner::plus)
                        .orElseThrow(),
                systems,
                progress.seconds());
    }

    /**
     * @param least so many documents there must be
     * @param meanwhile what can be done between two looks
     */
    private Documents awaitRest(Set<String> asOrders, int orders, int least, Consumer<Documents> meanwhile) {
        while (true) {
            Documents now = Documents.of(stage.hub(), asOrders);
            lost.watch(now.documents());
            progress.update("  " + now.delivered() + " of " + now.count() + " documents delivered, " + now.stopped()
                    + " stopped, " + now.moving() + " on their way");
            if (now.orders() >= orders && now.count() >= least && now.moving() == 0) {
                progress.step("  " + now.delivered() + " of " + now.count() + " documents delivered, " + now.stopped()
                        + " stopped with a problem" + bySystem(now));
                return now;
            }
            notStuck("the orders did not come to rest");
            meanwhile.accept(now);
            DemoStage.pause(LOOK_EVERY_MILLIS);
        }
    }

    private void notStuck(String what) {
        if (progress.seconds() > STUCK_SECONDS) {
            throw new IllegalStateException(what + " within " + STUCK_SECONDS + " s; see "
                    + stage.folder().resolve("logs"));
        }
    }

    /** Where there are several systems, how many documents each of them got. */
    private String bySystem(Documents now) {
        return stage.systems().size() == 1
                ? ""
                : stage.systems().entrySet().stream()
                        .map(system -> {
                            Documents of = now.in(DemoCompany.codes(system.getValue()));
                            return system.getKey().title() + " " + of.delivered() + " of " + of.count();
                        })
                        .collect(Collectors.joining("; ", " (", ")"));
    }

    private void clerksWork() {
        Clerk clerk = new Clerk(stage.owner());
        DemoOrder again = stage.data().named(ShownOrders.SENT_AGAIN);
        DemoOrder restored = stage.data().named(ShownOrders.RESTORED);
        progress.step("In the office somebody chooses to send " + ShownOrders.SENT_AGAIN + " again, restores "
                + ShownOrders.RESTORED + " and does not");
        while (!clerk.seesSent(again) || !clerk.seesSent(restored)) {
            notStuck("the office was not told that its orders were sent");
            DemoStage.pause(LOOK_EVERY_MILLIS);
        }
        clerk.sendAgain(again);
        clerk.restoreAndNotSend(restored);
    }

    private BookKeeper keepBooks(Documents sent) {
        BookKeeper keeper = new BookKeeper(stage, progress);
        stage.data().companies().stream()
                .filter(stage::sendsOrders)
                .forEach(company -> keeper.invoiceOrders(company, sent));
        stage.data().companies().forEach(company -> keeper.bookAndBePaid(company, sent));
        return keeper;
    }

    /** Begins a fetch of its own: one that runs already may have looked before the book-keeper came. */
    private void fetch(String connection) {
        String path = "/api/connections/" + connection + "/fetch";
        while (!stage.hub().post(path, Map.of()).path("changed").asBoolean()) {
            DemoStage.pause(LOOK_EVERY_MILLIS);
        }
    }
}
