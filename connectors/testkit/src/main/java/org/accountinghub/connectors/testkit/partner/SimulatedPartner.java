package org.accountinghub.connectors.testkit.partner;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.accountinghub.connectors.testkit.har.HarRecorder;

/**
 * A stateful stand-in for an accounting system with many tenants. A subclass says what the real one
 * would do with a request ({@link #prepare}); whether that happens, and what is answered, is decided
 * here by the fault script. All state is guarded by one lock, so any number of threads may call.
 */
public abstract class SimulatedPartner {
    /** Where a simulator is steered from outside its process, below its own address. */
    public static final String ADMINISTRATION = "/_sim/";

    private final String system;
    private final InstantSource clock;
    private final Object lock = new Object();
    private final Book book = new Book();
    private final FaultScript faults = new FaultScript();
    private final RequestJournal journal = new RequestJournal();
    private final LateCommits late = new LateCommits();
    private final Administration administration = new Administration(this);
    private volatile HarRecorder recorder;

    protected SimulatedPartner(String system, InstantSource clock) {
        this.system = system;
        this.clock = clock;
        this.recorder = HarRecorder.ofThisRun(system);
    }

    /** What the real partner would do. Called with the lock held; must change nothing but counters. */
    protected abstract Prepared prepare(PartnerRequest request);

    /**
     * The partner's own way to say what an error status means: the status with a body, a SOAP fault, or a refusal inside a
     * 200.
     */
    protected abstract Answer failure(Call call, int status);

    /** The company; opened, with whatever consent it needs, when it is new. */
    public abstract SimulatedCompany company(String tenant);

    /** Takes the tenant's consent away: tokens die at once. */
    public abstract void revokeConsent(String tenant);

    /** What the partner's own part of the administration answers; empty = no such address. */
    protected abstract Optional<Answer> administer(PartnerRequest request);

    /** Addresses by name, relative to where the simulator is mounted: {@code base} -> {@code /3}. */
    public abstract Map<String, String> paths();

    /** The system's name, as the contract's rules call it: {@code fortnox}. */
    public final String system() {
        return system;
    }

    public final InstantSource clock() {
        return clock;
    }

    /** What really happened so far; late commits that are due by now have happened. */
    public final Book book() {
        locked(() -> late.releaseUntil(clock.instant()));
        return book;
    }

    public final FaultScript faults() {
        return faults;
    }

    public final RequestJournal journal() {
        return journal;
    }

    /** Writes taken but not yet done. */
    public final int lateCommits() {
        synchronized (lock) {
            return late.pending();
        }
    }

    /** Lets all late commits happen now; answers how many there were. */
    public final int releaseLateCommits() {
        synchronized (lock) {
            return late.releaseUntil(Instant.MAX);
        }
    }

    /** For what is wrong on purpose: nothing of this simulator is recorded from now on. */
    public final void unrecorded() {
        recorder = HarRecorder.none();
    }

    /** Runs while no request is being answered. */
    public final void locked(Runnable change) {
        synchronized (lock) {
            change.run();
        }
    }

    /** Reads while no request is being answered. */
    public final <T> T underLock(Supplier<T> reading) {
        synchronized (lock) {
            return reading.get();
        }
    }

    /** Takes a request, does what is to be done, and says what reaches the client. */
    public final Reply play(PartnerRequest request) {
        if (request.path().startsWith(ADMINISTRATION)) {
            return Reply.whole(administration.answer(request));
        }
        synchronized (lock) {
            late.releaseUntil(request.at());
            Prepared prepared = prepare(request);
            Optional<Fault> fault =
                    faults.take(prepared.call(), prepared.commit().isPresent());
            if (fault.isPresent() && fault.get().kind() == Fault.Kind.REVOKE_CONSENT) {
                revokeConsent(prepared.call().tenant());
                prepared = prepare(request);
                fault = Optional.empty();
            }
            Reply reply = fault.isPresent() ? reply(prepared, fault.get()) : committed(prepared);
            journal.add(new RequestJournal.Entry(
                    request.id(), request.at(), prepared.call(), reply.answer().status()));
            recorder.record(prepared.call().operation(), request, reply);
            return reply;
        }
    }

    private Reply reply(Prepared prepared, Fault fault) {
        return switch (fault.kind()) {
            case CUT -> Reply.cut(Duration.ZERO);
            case COMMIT_AND_CUT, COMMIT_AND_HANG -> {
                committed(prepared);
                yield Reply.cut(fault.delay());
            }
            case LIE -> Reply.whole(prepared.answer());
            case COMMIT_LATE -> {
                Instant due = clock.instant().plus(fault.delay());
                prepared.commit().ifPresent(commit -> late.add(due, commit));
                yield fault.status() == 0
                        ? Reply.cut(Duration.ZERO)
                        : Reply.whole(failure(prepared.call(), fault.status()));
            }
            case STATUS -> Reply.whole(failure(prepared.call(), fault.status()));
            case COMMIT_AND_STATUS -> {
                committed(prepared);
                yield Reply.whole(failure(prepared.call(), fault.status()));
            }
            case MALFORMED -> {
                Answer answer = committed(prepared).answer();
                yield Reply.malformed(
                        answer.withBody(answer.body().substring(0, answer.body().length() / 2)));
            }
            case SLOW -> Reply.slow(committed(prepared).answer(), fault.delay());
            case REVOKE_CONSENT -> committed(prepared);
        };
    }

    private static Reply committed(Prepared prepared) {
        prepared.commit().ifPresent(Runnable::run);
        return Reply.whole(prepared.answer());
    }
}
