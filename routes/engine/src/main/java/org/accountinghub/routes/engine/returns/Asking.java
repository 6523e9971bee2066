package org.accountinghub.routes.engine.returns;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.routes.engine.connection.PermitKeeper.Waiter;

/** Asks a partner and waits out its limit: following invoices has time, and goes on where it is. */
final class Asking {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final int MOST_WAITS = 8;

    private final Waiter waiter;

    Asking(Waiter waiter) {
        this.waiter = waiter;
    }

    /** @throws NoAnswerException when there is none, for another reason than a limit that is over soon */
    <T> T valueOf(Supplier<Answer<T>> question) {
        Answer<T> answer = question.get();
        for (int waits = 0; waits < MOST_WAITS && limitEnds(answer).isPresent(); waits++) {
            await(limitEnds(answer).orElseThrow());
            answer = question.get();
        }
        return NoAnswerException.valueOf(answer);
    }

    private static Optional<Duration> limitEnds(Answer<?> answer) {
        return answer instanceof Answer.None<?> none
                        && none.why() instanceof Outcome.Retry retry
                        && !retry.spendsAttempt()
                ? retry.after().filter(wait -> wait.compareTo(LONGEST_WAIT) <= 0)
                : Optional.empty();
    }

    private void await(Duration wait) {
        try {
            waiter.await(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a limit to end", e);
        }
    }
}
