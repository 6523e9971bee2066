package org.accountinghub.routes.engine.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.accountinghub.mappings.model.BillableOrder.Target;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.routes.engine.port.OrderGroup;
import org.accountinghub.routes.engine.port.ReturnLedger;

/** What is known of documents at the partner, in memory. */
public final class MemoryReturns implements ReturnLedger {

    private final TestClock clock;
    private final Map<String, DeliveredDocument> bound = new TreeMap<>();
    private final Map<Reference, Unbound> unbound = new HashMap<>();
    private final Map<String, Instant> seen = new HashMap<>();
    private final Map<String, String> fingerprints = new HashMap<>();
    private final Map<String, String> cursors = new HashMap<>();
    private final Map<String, Set<String>> links = new HashMap<>();
    private final Map<String, OrderGroup.Part<PlacedOrder>> orders = new HashMap<>();
    private final Map<String, OrderGroup.Part<Invoice>> invoicesOfOrders = new HashMap<>();
    private final Map<String, Fetch> fetches = new HashMap<>();
    private final Set<StoreNote> told = new HashSet<>();
    private final List<StoreNote> notes = new ArrayList<>();

    /** What became of each document, by the partner's id. */
    public final Map<String, Became> became = new TreeMap<>();

    /** Why a document could not be read, by the partner's id. */
    public final Map<String, Problem> unreadable = new TreeMap<>();

    public final List<Stray> strays = new ArrayList<>();

    public MemoryReturns(TestClock clock) {
        this.clock = clock;
    }

    public void bind(DeliveredDocument document) {
        bound.put(document.partnerId(), document);
        unbound.remove(document.key().reference());
        seen.put(document.partnerId(), clock.instant());
    }

    public void leaveUnbound(Unbound transfer) {
        unbound.put(transfer.key().reference(), transfer);
    }

    public void note(StoreNote note) {
        notes.add(note);
    }

    @Override
    public Optional<DeliveredDocument> delivered(String connection, Target madeAs, String partnerId) {
        return bound.values().stream()
                .filter(document -> isIt(document, madeAs, partnerId))
                .findFirst()
                .or(() -> bound.values().stream()
                        .filter(document -> linked(document, madeAs).contains(partnerId))
                        .findFirst());
    }

    private static boolean isIt(DeliveredDocument document, Target madeAs, String partnerId) {
        return document.sent().target() == madeAs && document.partnerId().equals(partnerId);
    }

    private Set<String> linked(DeliveredDocument document, Target madeAs) {
        return links.computeIfAbsent(document.transferId() + "/" + madeAs, key -> new TreeSet<>());
    }

    @Override
    public OrderGroup group(DeliveredDocument document, Collection<String> invoices) {
        Set<String> shared = new TreeSet<>(invoices);
        Set<DeliveredDocument> reached = new LinkedHashSet<>(Set.of(document));
        for (int before = 0; before < reached.size(); ) {
            before = reached.size();
            reached.forEach(member -> shared.addAll(linked(member, Target.INVOICE)));
            bound.values().stream()
                    .filter(other -> linked(other, Target.INVOICE).stream().anyMatch(shared::contains))
                    .forEach(reached::add);
        }
        List<OrderGroup.Member> members = reached.stream()
                .map(member -> {
                    Set<String> own = new TreeSet<>(linked(member, Target.ORDER));
                    own.add(member.partnerId());
                    return new OrderGroup.Member(member, own, linked(member, Target.INVOICE));
                })
                .toList();
        Map<String, OrderGroup.Part<PlacedOrder>> placed = new HashMap<>(orders);
        placed.keySet()
                .removeIf(id ->
                        members.stream().noneMatch(member -> member.orders().contains(id)));
        Map<String, OrderGroup.Part<Invoice>> made = new HashMap<>(invoicesOfOrders);
        made.keySet()
                .removeIf(id ->
                        members.stream().noneMatch(member -> member.invoices().contains(id)));
        return new OrderGroup(members, placed, made);
    }

    @Override
    public void record(OrderGroup group, Map<Long, Became> news) {
        group.orders().forEach((id, part) -> keep(orders, Target.ORDER, id, part));
        group.invoices().forEach((id, part) -> keep(invoicesOfOrders, Target.INVOICE, id, part));
        for (OrderGroup.Member member : group.members()) {
            linked(member.document(), Target.ORDER).addAll(member.orders());
            linked(member.document(), Target.INVOICE).addAll(member.invoices());
            became.put(
                    member.document().partnerId(),
                    Optional.ofNullable(news.get(member.transferId())).orElseThrow());
            seen.put(member.document().partnerId(), clock.instant());
        }
    }

    private <D> void keep(Map<String, OrderGroup.Part<D>> kept, Target madeAs, String id, OrderGroup.Part<D> part) {
        if (part.news()) {
            kept.put(id, new OrderGroup.Part<>(part.content(), part.fingerprint(), false));
            part.fingerprint().ifPresent(print -> fingerprints.put(madeAs + id, print));
        }
    }

    @Override
    public Optional<DeliveredDocument> delivered(String connection, Reference reference) {
        return bound.values().stream()
                .filter(document -> document.key().reference().equals(reference))
                .findFirst();
    }

    @Override
    public Optional<Unbound> unbound(String connection, Reference reference) {
        return Optional.ofNullable(unbound.get(reference));
    }

    @Override
    public List<DeliveredDocument> open(String connection, Target madeAs, Instant notSeenSince, int limit) {
        return bound.values().stream()
                .filter(document -> document.sent().target() == madeAs)
                .filter(document ->
                        seen.getOrDefault(document.partnerId(), Instant.MIN).isBefore(notSeenSince))
                .filter(document -> Optional.ofNullable(became.get(document.partnerId()))
                        .map(last -> !last.standing().over())
                        .orElse(true))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean known(String connection, Target madeAs, String partnerId, String fingerprint) {
        return fingerprint.equals(fingerprints.get(madeAs + partnerId));
    }

    @Override
    public void record(DeliveredDocument document, Became news, Optional<String> fingerprint) {
        became.put(document.partnerId(), news);
        seen.put(document.partnerId(), clock.instant());
        fingerprint.ifPresent(print -> fingerprints.put(Target.INVOICE + document.partnerId(), print));
    }

    @Override
    public void unreadable(DeliveredDocument document, Problem problem) {
        unreadable.put(document.partnerId(), problem);
    }

    @Override
    public void recordStray(Stray stray) {
        strays.add(stray);
        fingerprints.put(stray.madeAs() + stray.partnerId(), stray.fingerprint());
    }

    @Override
    public List<StoreNote> untold(int limit) {
        return notes.stream().filter(note -> !told.contains(note)).limit(limit).toList();
    }

    @Override
    public void told(StoreNote note) {
        told.add(note);
    }

    @Override
    public Optional<String> cursor(String connection, String name) {
        return Optional.ofNullable(cursors.get(connection + "/" + name));
    }

    @Override
    public void cursor(String connection, String name, String value) {
        cursors.put(connection + "/" + name, value);
    }

    @Override
    public void fetched(String connection, Fetch fetch) {
        fetches.put(connection, fetch);
    }

    @Override
    public Optional<Fetch> lastFetch(String connection) {
        return Optional.ofNullable(fetches.get(connection));
    }
}
