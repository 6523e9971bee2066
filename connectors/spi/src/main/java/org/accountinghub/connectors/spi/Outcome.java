package org.accountinghub.connectors.spi;

import java.time.Duration;
import java.util.Optional;
import org.accountinghub.mappings.model.Problem;

/** What became of one step: the partner's answer as a {@link Verdict} with what belongs to it. */
public sealed interface Outcome {

    Verdict verdict();

    /** Why it was not delivered; a delivery has no problem to ask for. */
    Problem problem();

    /** Yes, and here is its id. */
    record Delivered(PartnerDocument document) implements Outcome {
        @Override
        public Verdict verdict() {
            return Verdict.DELIVERED;
        }

        @Override
        public Problem problem() {
            throw new IllegalStateException("a delivery has no problem");
        }
    }

    /** No, and it will say no again. Nothing was made by this step. */
    record Rejected(Problem problem) implements Outcome {
        @Override
        public Verdict verdict() {
            return Verdict.REJECTED;
        }
    }

    /**
     * Not now, and nothing was made.
     *
     * @param after what the partner asks for; empty = by the hub's back-off
     * @param spendsAttempt false when this was not the document's fault, e.g. a limit
     */
    record Retry(Problem problem, Optional<Duration> after, boolean spendsAttempt) implements Outcome {
        @Override
        public Verdict verdict() {
            return Verdict.RETRY;
        }
    }

    /** No usable answer after a write: it may have worked. */
    record Uncertain(Problem problem) implements Outcome {
        @Override
        public Verdict verdict() {
            return Verdict.UNCERTAIN;
        }
    }

    /** Nobody from this connection, until a person mends it. Nothing was made. */
    record Blocked(Problem problem) implements Outcome {
        @Override
        public Verdict verdict() {
            return Verdict.BLOCKED;
        }
    }
}
