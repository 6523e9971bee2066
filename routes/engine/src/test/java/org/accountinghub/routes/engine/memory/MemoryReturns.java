package org.accountinghub.routes.engine.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.routes.engine.port.ReturnLedger;

/** What is known of documents at the partner, in memory. */
public final class MemoryReturns implements ReturnLedger {

    private final TestClock clock;
    private final Map<String, DeliveredDocument> bound = new TreeMap<>();
    private final Map<Reference, Unbound> unbound = new HashMap<>();
    private final Map<String, Instant> seen = new HashMap<>();
    private final Map<String, String> fingerprints = new HashMap<>();
    private final Map<String, String> cursors = new HashMap<>();
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
    public Optional<DeliveredDocument> delivered(String connection, String partnerId) {
        return Optional.ofNullable(bound.get(partnerId));
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
    public List<DeliveredDocument> open(String connection, Instant notSeenSince, int limit) {
        return bound.values().stream()
                .filter(document ->
                        seen.getOrDefault(document.partnerId(), Instant.MIN).isBefore(notSeenSince))
                .filter(document -> Optional.ofNullable(became.get(document.partnerId()))
                        .map(last -> !last.standing().over())
                        .orElse(true))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean known(String connection, String partnerId, String fingerprint) {
        return fingerprint.equals(fingerprints.get(partnerId));
    }

    @Override
    public void record(DeliveredDocument document, Became news, Optional<String> fingerprint) {
        became.put(document.partnerId(), news);
        seen.put(document.partnerId(), clock.instant());
        fingerprint.ifPresent(print -> fingerprints.put(document.partnerId(), print));
    }

    @Override
    public void unreadable(DeliveredDocument document, Problem problem) {
        unreadable.put(document.partnerId(), problem);
    }

    @Override
    public void recordStray(Stray stray) {
        strays.add(stray);
        fingerprints.put(stray.partnerId(), stray.fingerprint());
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
