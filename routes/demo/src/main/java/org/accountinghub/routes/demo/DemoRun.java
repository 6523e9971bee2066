package org.accountinghub.routes.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.accountinghub.routes.demo.data.Clerk;
import org.accountinghub.routes.demo.data.ShownOrders;
import org.accountinghub.routes.demo.data.StoredDocument;

/** The play: the hub sends what is ready, the book-keepers invoice and book and are paid, and what became of it comes back. */
final class DemoRun {

    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final long STUCK_SECONDS = 600;
    private static final long STORE_SECONDS = 180;

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
        Documents first = awaitRest(asOrders, orders, 0);
        List<DemoReport.Sum> sums = Sums.of(first, stage);
        clerksWork();
        Documents sent = awaitRest(asOrders, orders, first.count() + 1);
        BookKeeper keeper = keepBooks(sent);
        progress.step("The hub asks there what became of the orders and invoices");
        stage.data().companies().forEach(company -> fetch(DemoConnections.nameOf(company)));
        int expected = sent.ordersAllOf(document -> keeper.hasFinished(sent.there(document)));
        int marked = awaitStore(expected);
        Result result =
                Result.of(sent, StoredDocument.all(stage.owner()), stage.hub().get("/api/problems"));
        DemoReport report = report(result, sums, expected, marked);
        tables.show(result, report, lost.found());
        return report;
    }

    private DemoReport report(Result result, List<DemoReport.Sum> sums, int expected, int marked) {
        Documents sent = result.documents();
        return new DemoReport(
                sent.orders(),
                sent.count(),
                sent.delivered(),
                sent.causes(),
                result.afterwards(),
                expected,
                marked,
                result.kinds(),
                result.targets(),
                result.notWanted(),
                sums,
                new DemoReport.Partner(
                        there(system -> system.madeOverApi("customer")),
                        there(system -> system.madeOverApi("order")),
                        there(system -> system.madeOverApi("invoice")),
                        there(system -> system.madeByHand("invoice")),
                        there(system -> system.madeOverApi("tax-reduction")),
                        there(system -> system.duplicates())),
                progress.seconds());
    }

    private int there(ToIntFunction<SimulatedSystem> count) {
        return stage.systems().stream().mapToInt(count).sum();
    }

    /** @param least so many documents there must be */
    private Documents awaitRest(Set<String> asOrders, int orders, int least) {
        while (true) {
            Documents now = Documents.of(stage.hub(), asOrders);
            lost.watch(now.documents());
            progress.update("  " + now.delivered() + " of " + now.count() + " documents delivered, " + now.stopped()
                    + " stopped, " + now.moving() + " on their way");
            if (now.orders() >= orders && now.count() >= least && now.moving() == 0) {
                progress.step("  " + now.delivered() + " of " + now.count() + " documents delivered, " + now.stopped()
                        + " stopped with a problem");
                return now;
            }
            if (progress.seconds() > STUCK_SECONDS) {
                throw new IllegalStateException("the orders did not come to rest within " + STUCK_SECONDS + " s; see "
                        + stage.folder().resolve("logs"));
            }
            DemoStage.pause(LOOK_EVERY_MILLIS);
        }
    }

    private void clerksWork() {
        Clerk clerk = new Clerk(stage.owner());
        progress.step("In the office somebody chooses to send " + ShownOrders.SENT_AGAIN + " again, restores "
                + ShownOrders.RESTORED + " and does not");
        clerk.sendAgain(stage.data().named(ShownOrders.SENT_AGAIN));
        clerk.restoreAndNotSend(stage.data().named(ShownOrders.RESTORED));
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

    /** Until every order is marked whose invoices are all booked. */
    private int awaitStore(int expected) {
        long deadline = progress.seconds() + STORE_SECONDS;
        while (true) {
            int marked = StoredDocument.countInvoiced(stage.owner());
            String line = "  " + marked + " of " + expected + " orders are marked invoiced in the store";
            if (marked >= expected || progress.seconds() > deadline) {
                progress.step(line);
                return marked;
            }
            progress.update(line);
            DemoStage.pause(LOOK_EVERY_MILLIS);
        }
    }
}
