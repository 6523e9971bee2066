package org.accountinghub.routes.engine.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.accountinghub.connectors.spi.LimitReachedException;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.TokenUnavailableException;
import org.accountinghub.connectors.spi.Verdict;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Problem.Stage;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.connection.Blockade;

/** What follows from each verdict. */
final class Endings {

    private final String connection;
    private final RetryPolicy retry;
    private final Blockade blockade;
    private final RandomGenerator random;

    Endings(String connection, RetryPolicy retry, Blockade blockade, RandomGenerator random) {
        this.connection = connection;
        this.retry = retry;
        this.blockade = blockade;
        this.random = random;
    }

    /** After a write that was not answered with yes. */
    Ending of(Outcome outcome, Work<?> work, int attempts) {
        if (outcome instanceof Outcome.Rejected rejected) {
            return Ending.stopped(TransferState.REJECTED, rejected.problem()).by(Verdict.REJECTED);
        }
        if (outcome instanceof Outcome.Retry notNow) {
            return later(notNow, attempts);
        }
        if (outcome instanceof Outcome.Blocked blocked) {
            return blocked(blocked.problem());
        }
        if (outcome instanceof Outcome.Uncertain uncertain) {
            return uncertain(uncertain.problem(), work, attempts);
        }
        throw new IllegalArgumentException("a delivered step does not end an attempt in failure");
    }

    /** After a search that could not be made. */
    Ending unreachable(Outcome outcome, Work<?> work, int attempts) {
        if (outcome instanceof Outcome.Retry
                || outcome instanceof Outcome.Blocked
                || outcome instanceof Outcome.Rejected) {
            return of(outcome, work, attempts);
        }
        throw new IllegalStateException("a search cannot end " + outcome.verdict());
    }

    /** After a reading, before anything was written. */
    Ending notRead(Outcome outcome, int attempts) {
        if (outcome instanceof Outcome.Rejected rejected) {
            return Ending.stopped(TransferState.REJECTED, rejected.problem()).by(Verdict.REJECTED);
        }
        if (outcome instanceof Outcome.Retry notNow) {
            return later(notNow, attempts);
        }
        if (outcome instanceof Outcome.Blocked blocked) {
            return blocked(blocked.problem());
        }
        throw new IllegalStateException("a reading cannot end " + outcome.verdict());
    }

    Ending blocked(Problem problem) {
        blockade.raise(connection, problem);
        return Ending.again(Duration.ZERO, "the connection is blocked: " + problem.reason())
                .by(Verdict.BLOCKED)
                .because(problem);
    }

    private Ending later(Outcome.Retry notNow, int attempts) {
        Duration wait = notNow.after().map(retry::asked).orElseGet(() -> retry.after(attempts, random));
        return notNow.spendsAttempt()
                ? againOrExhausted(notNow.problem(), wait, attempts).by(Verdict.RETRY)
                : Ending.again(wait, "not now: " + notNow.problem().reason())
                        .by(Verdict.RETRY)
                        .because(notNow.problem());
    }

    /** What can be searched for is searched for even after the last attempt; the search of class C paces itself. */
    private Ending uncertain(Problem problem, Work<?> work, int attempts) {
        return switch (work.step().idempotency()) {
            case A ->
                againOrExhausted(problem, retry.after(attempts, random), attempts)
                        .by(Verdict.UNCERTAIN);
            case B -> lookedFor(problem, retry.after(attempts, random), attempts);
            case C -> lookedFor(problem, retry.after(1, random), attempts);
            case D ->
                Ending.stopped(
                                TransferState.IN_DOUBT,
                                EngineProblems.inDoubt(work).inWordsOfPartner(problem.reason()))
                        .by(Verdict.UNCERTAIN);
        };
    }

    private Ending lookedFor(Problem problem, Duration wait, int attempts) {
        return Ending.again(wait, ordinal(attempts) + "the answer was lost; looked for soon")
                .spending(true)
                .by(Verdict.UNCERTAIN)
                .because(problem);
    }

    private Ending againOrExhausted(Problem problem, Duration wait, int attempts) {
        return attempts >= retry.maxAttempts()
                ? Ending.stopped(TransferState.EXHAUSTED, EngineProblems.givenUp(problem, attempts))
                : Ending.again(wait, ordinal(attempts) + problem.reason())
                        .spending(true)
                        .because(problem);
    }

    private String ordinal(int attempts) {
        return "attempt " + attempts + " of " + retry.maxAttempts() + ": ";
    }

    /** An exception that says that no call was made, in place of the outcome it should have been. */
    static Outcome notCalled(RuntimeException e) {
        if (e instanceof NoConsentException none) {
            return new Outcome.Blocked(none.problem());
        }
        if (e instanceof TokenUnavailableException unavailable) {
            return new Outcome.Retry(unavailable.problem(), Optional.empty(), true);
        }
        if (e instanceof LimitReachedException limit) {
            Problem problem = Problem.of(
                    "engine.limit-reached",
                    Stage.PARTNER,
                    "the limit of calls is reached",
                    "Wait: it goes on by itself");
            return new Outcome.Retry(problem, Optional.of(limit.retryAfter()), false);
        }
        throw e;
    }
}
