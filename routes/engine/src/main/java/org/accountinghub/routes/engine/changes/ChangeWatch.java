package org.accountinghub.routes.engine.changes;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.port.ChangeLedger;
import org.accountinghub.routes.engine.port.ChangeLedger.Sent;
import org.accountinghub.routes.engine.port.OrderVersion;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;
import org.accountinghub.routes.engine.port.StoredOrders;

/**
 * Holds delivered documents against the store: those of orders that were changed, and now and then the others whose
 * change left no trace. Safe at any time; an interruption makes it look again.
 */
public final class ChangeWatch {

    private static final int PORTION = 200;

    private final String store;
    private final ChangeLedger ledger;
    private final StoredOrders orders;
    private final InstantSource clock;
    private final Duration again;

    /**
     * @param store the store's name
     * @param again how long a document that can still be changed at the partner goes without being compared
     */
    public ChangeWatch(String store, ChangeLedger ledger, StoredOrders orders, InstantSource clock, Duration again) {
        this.store = store;
        this.ledger = ledger;
        this.orders = orders;
        this.clock = clock;
        this.again = again;
    }

    /** Compares what was changed since the last look. Returns how many problems appeared, changed or were cleared. */
    public int look() {
        Optional<Long> mark = ledger.mark(store);
        OrderVersion.Changed changed = orders.changedSince(mark);
        int news = 0;
        List<OrderVersion> documents = new ArrayList<>(changed.documents());
        for (int from = 0; from < documents.size(); from += PORTION) {
            List<OrderVersion> portion = documents.subList(from, Math.min(documents.size(), from + PORTION));
            news += compare(ledger.toCompare(portion));
        }
        if (mark.filter(before -> before == changed.mark()).isEmpty()) {
            ledger.mark(store, changed.mark());
        }
        return news;
    }

    /** Compares one portion of what was not looked at for long: an order that was deleted leaves no change behind. */
    public int lookAgain() {
        return compare(ledger.notComparedSince(clock.instant().minus(again), PORTION));
    }

    private int compare(List<Sent> documents) {
        int news = 0;
        for (Sent sent : documents) {
            news += compare(sent) ? 1 : 0;
        }
        return news;
    }

    private boolean compare(Sent sent) {
        DocumentKey key = sent.key();
        List<OrderVersion> versions =
                orders.versionsOf(key.order().number(), key.order().kind());
        Optional<OrderVersion> own =
                versions.stream().filter(one -> one.key().equals(key)).findFirst();
        boolean sentAgain = versions.stream()
                .anyMatch(one ->
                        one.key().order().equals(key.order()) && one.key().generation() > key.generation());
        if (own.isPresent() && own.map(OrderVersion::content).equals(sent.comparedWith())) {
            ledger.unchanged(sent);
            return false;
        }
        Optional<Problem> problem = sent.superseded() || sentAgain ? Optional.empty() : problem(sent, own, versions);
        return ledger.compared(sent, own.map(OrderVersion::content), problem);
    }

    private Optional<Problem> problem(Sent sent, Optional<OrderVersion> own, List<OrderVersion> versions) {
        if (own.isEmpty()) {
            return Optional.of(moved(sent.key(), versions));
        }
        if (own.get().cancelled()) {
            return Optional.of(AfterSend.gone("the order was cancelled"));
        }
        Reading<BillableOrder> now =
                orders.asItStands(sent.key(), sent.content().documentDate());
        return AfterSend.problem(sent.content(), now);
    }

    private static Problem moved(DocumentKey key, List<OrderVersion> versions) {
        if (versions.isEmpty()) {
            return AfterSend.gone("the service system no longer has the order, or not under this number");
        }
        List<String> payers = versions.stream()
                .filter(one -> one.key().order().equals(key.order()))
                .map(one -> one.key().payer())
                .distinct()
                .toList();
        return AfterSend.changed(List.of(
                payers.isEmpty()
                        ? "it moved from " + subgroup(key.order()) + " to "
                                + versions.stream()
                                        .map(one -> subgroup(one.key().order()))
                                        .distinct()
                                        .collect(Collectors.joining(", "))
                        : "payer " + key.payer() + " pays nothing of it any more, but " + String.join(", ", payers)));
    }

    private static String subgroup(SourceKey order) {
        return order.subgroup().isEmpty() ? "no subgroup" : "subgroup " + order.subgroup();
    }
}
