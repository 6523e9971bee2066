package org.accountinghub.routes.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.accountinghub.routes.demo.data.DemoCompany;
import org.accountinghub.routes.store.ReferenceOrders;

/** The play: the hub sends what is ready, the book-keeper books and is paid, and what became of it comes back. */
final class DemoRun {

    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final long STUCK_SECONDS = 600;
    private static final long STORE_SECONDS = 180;

    /** Of ten invoices the book-keeper leaves one unbooked, and five of the booked ones are paid. */
    private static final int TEN = 10;

    private static final int BOOKED_OF_TEN = 9;
    private static final int PAID_OF_TEN = 5;

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
        progress.step(
                "The hub collects the orders that are ready and sends them, at most 25 calls in 5 s to each company");
        Documents sent = awaitRest();
        Set<String> booked = keepBooks();
        progress.step("The hub asks Fortnox what became of the invoices");
        stage.data().companies().forEach(company -> fetch(DemoConnections.nameOf(company)));
        List<ReferenceOrders.Line> store = awaitStore(sent.ordersAllOf(booked));
        SimulatedFortnox fortnox = stage.fortnox();
        DemoReport report = new DemoReport(
                sent.orders(),
                sent.count(),
                sent.delivered(),
                sent.causes(),
                invoiced(store).size(),
                new DemoReport.Partner(
                        fortnox.createdOverApi("customer"),
                        fortnox.createdOverApi("order"),
                        fortnox.createdOverApi("invoice"),
                        fortnox.duplicates()),
                progress.seconds());
        tables.show(sent, store, report, lost.found());
        return report;
    }

    private Documents awaitRest() {
        int wanted = stage.data().wanted().size();
        while (true) {
            Documents now = Documents.of(stage.hub());
            lost.watch(now.documents());
            progress.update("  " + now.delivered() + " of " + now.count() + " documents delivered, " + now.stopped()
                    + " stopped, " + now.moving() + " on their way");
            if (now.orders() >= wanted && now.moving() == 0) {
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

    /** The booked invoices, each as connection and number. */
    private Set<String> keepBooks() {
        Set<String> booked = new HashSet<>();
        int paid = 0;
        for (DemoCompany company : stage.data().companies()) {
            String tenant = DemoConnections.tenantOf(company);
            List<String> invoices = stage.fortnox().unbookedInvoices(tenant);
            for (int i = 0; i < invoices.size(); i++) {
                if (i % TEN < BOOKED_OF_TEN) {
                    stage.fortnox().book(tenant, invoices.get(i));
                    booked.add(DemoConnections.nameOf(company) + " " + invoices.get(i));
                }
                if (i % TEN < PAID_OF_TEN) {
                    stage.fortnox().pay(tenant, invoices.get(i));
                    paid++;
                }
            }
        }
        progress.step("The simulated book-keeper books " + booked.size() + " invoices, and " + paid + " are paid");
        return booked;
    }

    /** Begins a fetch of its own: one that runs already may have looked before the book-keeper came. */
    private void fetch(String connection) {
        String path = "/api/connections/" + connection + "/fetch";
        while (!stage.hub().post(path, Map.of()).path("changed").asBoolean()) {
            DemoStage.pause(LOOK_EVERY_MILLIS);
        }
    }

    /** Until every order is marked whose invoices are all booked. */
    private List<ReferenceOrders.Line> awaitStore(int expected) {
        long deadline = progress.seconds() + STORE_SECONDS;
        while (true) {
            List<ReferenceOrders.Line> store = ReferenceOrders.read(stage.owner());
            int marked = invoiced(store).size();
            String line = "  " + marked + " of " + expected + " orders are marked invoiced in the store";
            if (marked >= expected || progress.seconds() > deadline) {
                progress.step(line);
                return store;
            }
            progress.update(line);
            DemoStage.pause(LOOK_EVERY_MILLIS);
        }
    }

    private static Set<String> invoiced(List<ReferenceOrders.Line> store) {
        return store.stream()
                .filter(line -> line.isInvoiced() && line.invoice().isPresent())
                .map(ReferenceOrders.Line::order)
                .collect(Collectors.toSet());
    }
}
