package org.accountinghub.routes.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.accountinghub.routes.demo.data.StoredDocument;

/** What came back to the store of what the book-keepers did. */
final class Returned {

    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final long PATIENCE_SECONDS = 180;

    private final Map<String, Integer> finished;
    private final Statuses statuses;
    private final DataSource store;
    private final Progress progress;
    private Map<String, Integer> marked = Map.of();

    /**
     * @param finished by company, orders whose invoices are all booked
     * @param store logs in as the owner of the store
     */
    Returned(Map<String, Integer> finished, Statuses statuses, DataSource store, Progress progress) {
        this.finished = finished;
        this.statuses = statuses;
        this.store = store;
        this.progress = progress;
    }

    /** Until every such order is marked, and every invoice is shown as it stands there; not for ever. */
    void await() {
        int expected = sum(finished);
        long deadline = progress.seconds() + PATIENCE_SECONDS;
        while (true) {
            marked = StoredDocument.countInvoiced(store);
            Statuses.Compared compared = statuses(StoredDocument.all(store), finished.keySet());
            String line = "  " + sum(marked) + " of " + expected + " orders are marked invoiced in the store; "
                    + compared.agreeing() + " invoices are shown as they stand there"
                    + (compared.differing().isEmpty()
                            ? ""
                            : ", " + compared.differing().size() + " are not");
            boolean done = finished.keySet().stream().allMatch(company -> marked(company) >= finished(company))
                    && compared.differing().isEmpty();
            if (done || progress.seconds() > deadline) {
                progress.step(line);
                return;
            }
            progress.update(line);
            DemoStage.pause(LOOK_EVERY_MILLIS);
        }
    }

    /** How many orders of the company are invoiced and booked over there. */
    int finished(String company) {
        return finished.getOrDefault(company, 0);
    }

    /** How many of them the store shows as invoiced. */
    int marked(String company) {
        return marked.getOrDefault(company, 0);
    }

    Statuses.Compared statuses(List<StoredDocument> stored, Set<String> companies) {
        return statuses.compare(stored, companies);
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
