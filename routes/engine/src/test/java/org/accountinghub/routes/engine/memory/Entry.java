package org.accountinghub.routes.engine.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.Subject;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.TransferStates;

/** One transfer's rows. */
public final class Entry {

    final long id;
    final String connection;
    final Subject subject;
    TransferState state = TransferState.DUE;
    Instant dueAt;
    Instant queuedAt = Instant.MIN;
    int attempts;
    int attemptNumber;
    int conclusions;
    int retries;
    int dispatch;
    Optional<Problem> problem = Optional.empty();
    Optional<Long> waitsFor = Optional.empty();
    Optional<String> lease = Optional.empty();
    Instant leaseEnds = Instant.MIN;
    Instant deliveredAt = Instant.MIN;
    Optional<Frozen> frozen = Optional.empty();
    List<StepProgress> steps = new ArrayList<>();
    Optional<PartnerDocument> binding = Optional.empty();
    final List<String> history = new ArrayList<>();
    final List<String> evidence = new ArrayList<>();

    Entry(long id, String connection, Subject subject, Instant dueAt) {
        this.id = id;
        this.connection = connection;
        this.subject = subject;
        this.dueAt = dueAt;
    }

    /** Whether it brings this customer there, of whatever subgroup. */
    boolean brings(SourceKey customer, String there) {
        return connection.equals(there)
                && subject instanceof Subject.OfCustomer other
                && other.source().store().equals(customer.store())
                && other.source().number().equals(customer.number());
    }

    void become(TransferState next) {
        if (!TransferStates.allows(state, next)) {
            throw new AssertionError("transfer " + id + " went from " + state + " to " + next);
        }
        state = next;
    }

    void replace(StepProgress changed, Instant now) {
        steps.replaceAll(step -> step.step().name().equals(changed.step().name())
                ? new StepProgress(
                        changed.step(),
                        changed.state(),
                        changed.firstIntent(),
                        Optional.of(now),
                        changed.searches(),
                        changed.made())
                : step);
        if (changed.step().name().equals(Step.CREATE)) {
            binding = changed.made().or(() -> binding);
        }
    }

    boolean searchable() {
        return subject instanceof Subject.OfRecord
                || steps.stream()
                        .filter(StepProgress::open)
                        .noneMatch(step -> step.step().idempotency() == IdempotencyClass.D);
    }

    /** A person looked, and it is not there. */
    void saidAbsent() {
        steps.replaceAll(step -> !step.open()
                ? step
                : switch (step.step().idempotency()) {
                    case A, B -> step;
                    case C -> step.uncertain(StepProgress.ENOUGH_SEARCHES);
                    case D -> step.withdrawn();
                });
    }

    public Transfer transfer() {
        return new Transfer(
                id, connection, subject, state, dueAt, attempts, dispatch, problem, waitsFor, Optional.empty());
    }

    public List<StepProgress> steps() {
        return List.copyOf(steps);
    }

    public Optional<Frozen> frozen() {
        return frozen;
    }

    public Optional<PartnerDocument> binding() {
        return binding;
    }

    public List<String> history() {
        return List.copyOf(history);
    }

    /** Attempts begun. */
    public int claims() {
        return attemptNumber;
    }

    /** Attempts that came to a conclusion. */
    public int conclusions() {
        return conclusions;
    }

    /** How often a person retried. */
    public int retries() {
        return retries;
    }

    public List<String> evidence() {
        return List.copyOf(evidence);
    }

    /** Nobody holds it. */
    void unlock() {
        lease = Optional.empty();
        leaseEnds = Instant.MIN;
    }

    boolean isOver() {
        return switch (state) {
            case DELIVERED, DISMISSED, WITHDRAWN, SUPERSEDED -> true;
            case WAITING, DUE, QUEUED, SENDING, REJECTED, EXHAUSTED, IN_DOUBT -> false;
        };
    }

    /** What nobody has taken up yet comes before whatever is younger than the document that waits for it. */
    void beBefore(Entry waiting) {
        if (state == TransferState.DUE && attemptNumber == 0 && waiting.dueAt.isBefore(dueAt)) {
            dueAt = waiting.dueAt;
        }
    }

    /** Of two changes of one record the second goes on however the first ends. */
    boolean stoppedBefore(Entry second) {
        return subject.equals(second.subject)
                && subject instanceof Subject.OfRecord
                && (state == TransferState.REJECTED || state == TransferState.EXHAUSTED);
    }
}
