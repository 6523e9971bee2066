package org.accountinghub.routes.engine.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.Conclusion;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.Dispatch;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.LostClaimException;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.StepState;
import org.accountinghub.routes.engine.Subject;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.port.DeliveryLedger;
import org.accountinghub.routes.engine.port.Pace;
import org.accountinghub.routes.engine.port.PlanningLedger;

/** Transfers in memory. Each method is one commit. */
public final class MemoryLedger implements DeliveryLedger, PlanningLedger {

    private final TestClock clock;
    private final Predicate<String> moves;
    private final Map<Long, Entry> entries = new TreeMap<>();
    private final Map<String, Long> rowHolders = new HashMap<>();
    private final List<Subject> ready = new ArrayList<>();
    private final List<Subject> unwanted = new ArrayList<>();
    private int leases;
    private Instant slowedAt = Instant.MIN;
    private Instant closedUntil = Instant.MIN;

    /** @param moves whether a connection is active */
    public MemoryLedger(TestClock clock, Predicate<String> moves) {
        this.clock = clock;
        this.moves = moves;
    }

    /** What the store's view has ready. */
    public void ready(Subject subject) {
        ready.add(subject);
    }

    /** What the store's view no longer has. */
    public void unwanted(Subject subject) {
        unwanted.add(subject);
    }

    public Entry add(String connection, Subject subject) {
        Entry entry = new Entry(entries.size() + 1L, connection, subject, clock.instant());
        entries.put(entry.id, entry);
        return entry;
    }

    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    public Entry entry(long id) {
        return Optional.ofNullable(entries.get(id)).orElseThrow();
    }

    @Override
    public Optional<Claim> claim(long transferId, int dispatch, String worker, Duration lease) {
        Entry entry = entry(transferId);
        if (entry.state != TransferState.QUEUED || entry.dispatch != dispatch) {
            return Optional.empty();
        }
        entry.become(TransferState.SENDING);
        entry.attempts++;
        entry.attemptNumber++;
        entry.lease = Optional.of(worker + "/" + ++leases);
        entry.leaseEnds = clock.instant().plus(lease);
        return Optional.of(claimOf(entry, clock.instant()));
    }

    private static Claim claimOf(Entry entry, Instant at) {
        return new Claim(
                entry.transfer(),
                entry.lease.orElseThrow(),
                at,
                entry.leaseEnds,
                entry.attemptNumber,
                entry.steps,
                entry.frozen);
    }

    private Entry held(Claim claim) {
        Entry entry = entry(claim.transfer().id());
        if (!entry.lease.equals(Optional.of(claim.lease())) || !entry.leaseEnds.isAfter(clock.instant())) {
            throw new LostClaimException(entry.id);
        }
        return entry;
    }

    @Override
    public Freeze freeze(Claim claim, Frozen content, List<Step> steps) {
        Entry entry = held(claim);
        if (StepProgress.ofTheDocument(entry.steps).anyMatch(step -> step.state() != StepState.PLANNED)) {
            throw new AssertionError("frozen anew although something may exist: " + entry.steps);
        }
        releaseRows(entry);
        if (content instanceof Frozen.Document document) {
            for (Row row : document.order().rows()) {
                long holder = rowHolders.getOrDefault(row.rowId(), entry.id);
                if (holder != entry.id) {
                    releaseRows(entry);
                    return new Freeze.RowTaken(
                            Problem.of("engine.row-taken", Problem.Stage.STORE, "row of transfer " + holder, "Look"));
                }
                rowHolders.put(row.rowId(), entry.id);
            }
        }
        entry.frozen = Optional.of(content);
        entry.steps = new ArrayList<>(steps.stream().map(StepProgress::planned).toList());
        return new Freeze.Done(claimOf(entry, claim.at()));
    }

    @Override
    public Claim intend(Claim claim, Step step) {
        Entry entry = held(claim);
        StepProgress before = entry.steps.stream()
                .filter(each -> each.step().equals(step))
                .findFirst()
                .orElseThrow();
        Optional<Instant> first = before.firstIntent().or(() -> Optional.of(clock.instant()));
        entry.replace(
                new StepProgress(step, StepState.INTENDED, first, Optional.empty(), 0, Optional.empty()),
                clock.instant());
        return claimOf(entry, claim.at());
    }

    @Override
    public Claim stepDone(Claim claim, StepProgress step, List<Exchange> exchanges) {
        Entry entry = held(claim);
        entry.replace(step, clock.instant());
        return claimOf(entry, claim.at());
    }

    @Override
    public void conclude(Claim claim, Conclusion conclusion) {
        Entry entry = held(claim);
        conclusion.step().ifPresent(step -> entry.replace(step, clock.instant()));
        if (conclusion.thaw()) {
            entry.frozen = Optional.empty();
            entry.steps.clear();
            releaseRows(entry);
        }
        entry.become(conclusion.state());
        entry.conclusions++;
        conclusion.waitsFor().map(this::entry).ifPresent(other -> other.beBefore(entry));
        entry.dueAt = clock.instant().plus(conclusion.after());
        entry.problem = conclusion.problem();
        entry.waitsFor = conclusion.waitsFor();
        entry.attempts -= conclusion.spendsAttempt() ? 0 : 1;
        entry.history.add(
                conclusion.state() + " " + conclusion.verdict().map(Enum::name).orElse("-") + ": " + conclusion.what());
        entry.unlock();
        if (conclusion.waitsFor().map(this::entry).filter(Entry::isOver).isPresent()) {
            free(entry);
        }
        if (conclusion.byLimit()) {
            slowedAt = clock.instant();
            closedUntil = clock.instant().plus(conclusion.after());
        }
        if (conclusion.state() == TransferState.DELIVERED) {
            entry.deliveredAt = clock.instant();
            waitingFor(entry).forEach(this::free);
        }
    }

    private List<Entry> waitingFor(Entry other) {
        return entries.values().stream()
                .filter(entry -> entry.state == TransferState.WAITING && entry.waitsFor.equals(Optional.of(other.id)))
                .toList();
    }

    private void free(Entry entry) {
        entry.become(TransferState.DUE);
        entry.waitsFor = Optional.empty();
        entry.dueAt = clock.instant();
    }

    @Override
    public void release(Claim claim, String what) {
        Entry entry = held(claim);
        entry.become(TransferState.QUEUED);
        entry.queuedAt = clock.instant();
        entry.history.add(what);
        entry.unlock();
    }

    @Override
    public void evidence(Claim claim, String what, List<Exchange> exchanges) {
        entry(claim.transfer().id()).evidence.add(what);
    }

    @Override
    public Optional<CustomerThere> customerBinding(String connection, SourceKey customer) {
        return entries.values().stream()
                .filter(entry -> entry.brings(customer, connection))
                .flatMap(entry -> entry.binding.stream())
                .map(made -> new CustomerThere(made.id(), made.number()))
                .findFirst();
    }

    @Override
    public Optional<Customer> customerAsSent(String connection, SourceKey customer) {
        return entries.values().stream()
                .filter(entry -> entry.brings(customer, connection))
                .filter(entry -> entry.binding.isPresent())
                .flatMap(entry -> entry.frozen.stream())
                .map(frozen -> ((Frozen.CustomerRecord) frozen).customer())
                .findFirst();
    }

    @Override
    public Transfer customerTransfer(String connection, SourceKey customer) {
        return entries.values().stream()
                .filter(entry -> entry.brings(customer, connection))
                .filter(entry -> entry.state != TransferState.WITHDRAWN && entry.state != TransferState.SUPERSEDED)
                .max(Comparator.comparing(entry -> entry.id))
                .orElseGet(() -> add(connection, new Subject.OfCustomer(customer)))
                .transfer();
    }

    @Override
    public void deadLetter(long transferId, int dispatch, Problem problem, Duration settle) {
        Entry entry = entry(transferId);
        boolean dead = entry.state == TransferState.SENDING && !entry.leaseEnds.isAfter(clock.instant());
        if (entry.dispatch != dispatch || !(entry.state == TransferState.QUEUED || dead)) {
            return;
        }
        entry.unlock();
        entry.problem = Optional.of(problem);
        List<StepProgress> open =
                entry.steps.stream().filter(StepProgress::open).toList();
        open.forEach(step -> entry.replace(step.uncertain(step.searches()), clock.instant()));
        entry.become(open.isEmpty() ? TransferState.EXHAUSTED : TransferState.DUE);
        entry.dueAt = clock.instant().plus(settle);
    }

    private void releaseRows(Entry entry) {
        rowHolders.values().removeIf(holder -> holder == entry.id);
    }

    @Override
    public Collected collect() {
        int created = 0;
        int withdrawn = 0;
        for (Subject subject : ready) {
            if (entries.values().stream().noneMatch(entry -> entry.subject.equals(subject))) {
                add("books", subject);
                created++;
            }
        }
        for (Entry entry : entries.values()) {
            boolean untouched =
                    StepProgress.ofTheDocument(entry.steps).allMatch(step -> step.state() == StepState.PLANNED);
            boolean idle = entry.state != TransferState.SENDING
                    && entry.state != TransferState.DISMISSED
                    && entry.state != TransferState.WITHDRAWN
                    && entry.state != TransferState.IN_DOUBT
                    && entry.state != TransferState.DELIVERED;
            if (unwanted.contains(entry.subject) && untouched && idle) {
                entry.become(TransferState.WITHDRAWN);
                releaseRows(entry);
                withdrawn++;
            }
        }
        return new Collected(created, withdrawn);
    }

    /** At most so many. */
    public List<Dispatch> takeDue(Duration horizon, int most) {
        return takeDue(horizon, load -> most - load.underWay());
    }

    /** There is one connection in this memory. */
    @Override
    public List<Dispatch> takeDue(Duration horizon, Pace pace) {
        Instant until = clock.instant().plus(horizon);
        Instant lately = clock.instant().minus(Pace.LATELY);
        int underWay = (int) entries.values().stream()
                .filter(entry -> entry.state == TransferState.QUEUED || entry.state == TransferState.SENDING)
                .count();
        int delivered = (int) entries.values().stream()
                .filter(entry -> entry.deliveredAt.isAfter(lately))
                .count();
        Pace.Load load = new Pace.Load(
                "books",
                underWay,
                delivered,
                slowedAt.isAfter(clock.instant().minus(Pace.SLOWED)),
                closedUntil.isAfter(clock.instant()));
        List<Dispatch> taken = new ArrayList<>();
        entries.values().stream()
                .filter(entry -> entry.state == TransferState.DUE && !entry.dueAt.isAfter(until))
                .filter(entry -> moves.test(entry.connection))
                .sorted(Comparator.comparing((Entry entry) -> entry.dueAt))
                .limit(Math.max(0, pace.room(load)))
                .forEach(entry -> {
                    entry.become(TransferState.QUEUED);
                    entry.queuedAt = clock.instant();
                    entry.dispatch++;
                    taken.add(new Dispatch(entry.id, entry.dispatch, "simulated", entry.dueAt));
                });
        return taken;
    }

    @Override
    public int sweep(Duration queuedFor) {
        Instant now = clock.instant();
        int stuck = 0;
        for (Entry entry : entries.values()) {
            boolean lost = entry.state == TransferState.QUEUED
                    && entry.dueAt.plus(queuedFor).isBefore(now)
                    && entry.queuedAt.plus(queuedFor).isBefore(now);
            boolean dead = entry.state == TransferState.SENDING && !entry.leaseEnds.isAfter(now);
            boolean inVain = entry.state == TransferState.WAITING
                    && entry.waitsFor
                            .map(this::entry)
                            .filter(other -> other.isOver() || other.stoppedBefore(entry))
                            .isPresent();
            if (inVain) {
                entry.waitsFor
                        .map(this::entry)
                        .filter(other -> other.stoppedBefore(entry))
                        .ifPresent(other -> {
                            other.become(TransferState.SUPERSEDED);
                        });
            }
            if (lost || dead || inVain) {
                entry.unlock();
                free(entry);
                stuck++;
            }
        }
        return stuck;
    }

    /**
     * A person's retry.
     *
     * @param notThere with the word that it is not at the partner
     */
    public boolean retry(long id, boolean notThere) {
        Entry entry = entry(id);
        boolean stopped = entry.state == TransferState.REJECTED
                || entry.state == TransferState.EXHAUSTED
                || (entry.state == TransferState.IN_DOUBT && (notThere || entry.searchable()));
        if (stopped) {
            if (notThere) {
                entry.saidAbsent();
            }
            entry.attempts = 0;
            entry.retries++;
            free(entry);
        }
        return stopped;
    }

    /** A person's dismissal. */
    public void dismiss(long id) {
        entry(id).become(TransferState.DISMISSED);
    }
}
