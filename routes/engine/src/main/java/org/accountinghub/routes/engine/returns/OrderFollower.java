package org.accountinghub.routes.engine.returns;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.connectors.spi.Returns.Brief;
import org.accountinghub.mappings.model.BillableOrder.Target;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.PlacedOrder.Status;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.routes.engine.Standing;
import org.accountinghub.routes.engine.port.OrderGroup;
import org.accountinghub.routes.engine.port.OrderGroup.Member;
import org.accountinghub.routes.engine.port.OrderGroup.Part;
import org.accountinghub.routes.engine.port.ReturnLedger;
import org.accountinghub.routes.engine.port.ReturnLedger.DeliveredDocument;

/**
 * Follows documents that were sent as orders, by the orders and invoices they have become. What carries the reference of
 * such a document belongs to it; whether it is too much is judged over all that hangs together.
 */
final class OrderFollower implements Following {

    private final ReturnLedger ledger;
    private final Optional<Returns<PlacedOrder>> orders;
    private final Returns<Invoice> invoices;
    private final String connection;
    private final OrderJudgement judgement;
    private final Asking asking;
    private final Progress progress;

    /** @param orders empty where the partner tells nothing of orders: their invoices are followed all the same */
    OrderFollower(
            ReturnLedger ledger,
            Optional<Returns<PlacedOrder>> orders,
            Returns<Invoice> invoices,
            String connection,
            OrderJudgement judgement,
            Asking asking,
            Progress progress) {
        this.ledger = ledger;
        this.orders = orders;
        this.invoices = invoices;
        this.connection = connection;
        this.judgement = judgement;
        this.asking = asking;
        this.progress = progress;
    }

    @Override
    public Target madeAs() {
        return Target.ORDER;
    }

    @Override
    public void seen(Brief brief) {
        progress.apart("order " + brief.id(), () -> look(brief));
    }

    @Override
    public void silent(DeliveredDocument document) {
        progress.apart("order " + document.partnerId(), () -> follow(document, Map.of(), Map.of(), true));
    }

    /** An invoice of this document that a list shows as changed. */
    void invoiceSeen(DeliveredDocument document, Brief brief) {
        follow(document, Map.of(), Map.of(brief.id(), brief.fingerprint()), false);
    }

    private void look(Brief brief) {
        if (ledger.known(connection, Target.ORDER, brief.id(), brief.fingerprint())) {
            return;
        }
        Optional<DeliveredDocument> ours = ledger.delivered(connection, Target.ORDER, brief.id());
        if (ours.isPresent()) {
            Map<String, String> seen = new HashMap<>(Map.of(brief.id(), brief.fingerprint()));
            if (brief.reference().isEmpty()) {
                carrying(ours.get().key().reference()).forEach(other -> seen.put(other.id(), other.fingerprint()));
            }
            follow(ours.get(), seen, Map.of(), false);
        } else {
            brief.reference().ifPresent(reference -> stranger(brief, reference));
        }
    }

    private List<Brief> carrying(Reference reference) {
        return asking.valueOf(() -> source().carrying(reference, Conversation.UNHEARD));
    }

    private Returns<PlacedOrder> source() {
        return orders.orElseThrow(() -> new IllegalStateException("no orders are told at " + connection));
    }

    private void stranger(Brief brief, Reference reference) {
        Strangers<PlacedOrder> strangers =
                new Strangers<>(ledger, source(), connection, Kinds.ORDERS, asking, progress);
        Optional<DeliveredDocument> bound = ledger.delivered(connection, reference);
        if (bound.isEmpty()) {
            strangers.unbound(brief, reference);
        } else if (bound.get().sent().target() == Target.ORDER) {
            follow(bound.get(), Map.of(brief.id(), brief.fingerprint()), Map.of(), false);
        } else {
            strangers.beside(bound.get(), brief);
        }
    }

    /**
     * Reads what may have changed of one document, and judges all that hangs together with it.
     *
     * @param seenOrders fingerprints by id
     * @param seenInvoices fingerprints by id
     * @param silent no list has shown it for long: what is not over is read as well
     */
    private void follow(
            DeliveredDocument document,
            Map<String, String> seenOrders,
            Map<String, String> seenInvoices,
            boolean silent) {
        try {
            OrderGroup before = ledger.group(document, seenInvoices.keySet());
            Member mine = memberOf(before, document);
            Map<String, Part<PlacedOrder>> readOrders = orders(before, mine, seenOrders);
            Map<String, Part<PlacedOrder>> allOrders = new HashMap<>(before.orders());
            allOrders.putAll(readOrders);
            Set<String> orderIds = new LinkedHashSet<>(mine.orders());
            orderIds.addAll(readOrders.keySet());
            Set<String> invoiceIds = invoiceIds(document, mine, seenInvoices, allOrders, orderIds);
            Map<String, Part<Invoice>> readInvoices = invoices(before, invoiceIds, seenInvoices, silent);
            OrderGroup now = ledger.group(document, invoiceIds);
            record(with(now, document, orderIds, invoiceIds, readOrders, readInvoices));
        } catch (NoAnswerException e) {
            if (e.why() instanceof Outcome.Rejected) {
                ledger.unreadable(document, e.problem());
            }
            throw e;
        }
    }

    private void record(OrderGroup group) {
        ledger.record(group, judgement.of(group));
        progress.recorded();
    }

    private static Member memberOf(OrderGroup group, DeliveredDocument document) {
        return group.members().stream()
                .filter(member -> member.transferId() == document.transferId())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a group without the document it was asked for"));
    }

    /** Orders that are settled are read again only when they were seen to change. */
    private Map<String, Part<PlacedOrder>> orders(OrderGroup group, Member mine, Map<String, String> seen) {
        Map<String, Part<PlacedOrder>> read = new HashMap<>();
        if (orders.isEmpty()) {
            return read;
        }
        Set<String> ids = new LinkedHashSet<>(mine.orders());
        ids.addAll(seen.keySet());
        for (String id : ids) {
            boolean settled = Optional.ofNullable(group.orders().get(id))
                    .filter(OrderJudgement::settled)
                    .isPresent();
            if (!settled || seen.containsKey(id)) {
                read.put(id, part(() -> source().read(id, Conversation.UNHEARD), Optional.ofNullable(seen.get(id))));
            }
        }
        return read;
    }

    /** Where an order that is invoiced names no invoice, those that carry its reference are asked for. */
    private Set<String> invoiceIds(
            DeliveredDocument document,
            Member mine,
            Map<String, String> seen,
            Map<String, Part<PlacedOrder>> known,
            Set<String> orderIds) {
        Set<String> ids = new LinkedHashSet<>(mine.invoices());
        ids.addAll(seen.keySet());
        boolean invoiced = false;
        for (String id : orderIds) {
            Optional<PlacedOrder> order = Optional.ofNullable(known.get(id)).flatMap(Part::content);
            order.ifPresent(placed -> ids.addAll(placed.invoices()));
            invoiced |= order.map(PlacedOrder::status)
                    .filter(status -> status == Status.INVOICED || status == Status.PARTLY_INVOICED)
                    .isPresent();
        }
        if (ids.isEmpty() && invoiced) {
            asking.valueOf(() -> invoices.carrying(document.key().reference(), Conversation.UNHEARD)).stream()
                    .map(Brief::id)
                    .forEach(ids::add);
        }
        return ids;
    }

    private Map<String, Part<Invoice>> invoices(
            OrderGroup group, Set<String> ids, Map<String, String> seen, boolean silent) {
        Map<String, Part<Invoice>> read = new HashMap<>();
        for (String id : ids) {
            Optional<Part<Invoice>> known = Optional.ofNullable(group.invoices().get(id));
            boolean over = known.flatMap(Part::content)
                    .map(Standing::of)
                    .filter(Standing::over)
                    .isPresent();
            if (known.isEmpty() || seen.containsKey(id) || (silent && !over)) {
                read.put(id, part(() -> invoices.read(id, Conversation.UNHEARD), Optional.ofNullable(seen.get(id))));
            }
        }
        return read;
    }

    private <D> Part<D> part(Supplier<Answer<Optional<D>>> question, Optional<String> fingerprint) {
        return new Part<>(asking.valueOf(question), fingerprint, true);
    }

    private static OrderGroup with(
            OrderGroup group,
            DeliveredDocument document,
            Set<String> orderIds,
            Set<String> invoiceIds,
            Map<String, Part<PlacedOrder>> readOrders,
            Map<String, Part<Invoice>> readInvoices) {
        List<Member> members = group.members().stream()
                .map(member -> member.transferId() == document.transferId()
                        ? new Member(member.document(), orderIds, invoiceIds)
                        : member)
                .toList();
        Map<String, Part<PlacedOrder>> orders = new HashMap<>(group.orders());
        orders.putAll(readOrders);
        Map<String, Part<Invoice>> invoices = new HashMap<>(group.invoices());
        invoices.putAll(readInvoices);
        return new OrderGroup(members, orders, invoices);
    }
}
