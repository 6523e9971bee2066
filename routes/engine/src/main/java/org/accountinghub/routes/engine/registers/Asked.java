package org.accountinghub.routes.engine.registers;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Outcome;

/** A question to a partner, under way in another thread or answered, which can be asked again. To be used by one thread. */
final class Asked<T> {

    private final Supplier<Answer<T>> question;
    private final Executor executor;
    private final InstantSource clock;
    private CompletableFuture<Said<T>> saying;

    Asked(Supplier<Answer<T>> question, Executor executor, InstantSource clock) {
        this.question = question;
        this.executor = executor;
        this.clock = clock;
        this.saying = begun();
    }

    private record Said<T>(Answer<T> answer, Instant at) {

        Optional<Outcome.Retry> notNow() {
            return answer instanceof Answer.None<T> none && none.why() instanceof Outcome.Retry retry
                    ? Optional.of(retry)
                    : Optional.empty();
        }

        /** What is left of the wait that the partner wants. */
        Optional<Duration> left(Instant now) {
            return notNow().flatMap(Outcome.Retry::after)
                    .map(after -> after.minus(Duration.between(at, now)))
                    .map(left -> left.isNegative() ? Duration.ZERO : left);
        }

        Answer<T> as(Instant now) {
            return notNow().<Answer<T>>map(retry ->
                            new Answer.None<>(new Outcome.Retry(retry.problem(), left(now), retry.spendsAttempt())))
                    .orElse(answer);
        }
    }

    private CompletableFuture<Said<T>> begun() {
        return CompletableFuture.supplyAsync(() -> new Said<>(question.get(), clock.instant()), executor);
    }

    private Optional<Said<T>> said() {
        return saying.isDone() && !saying.isCompletedExceptionally() ? Optional.of(saying.join()) : Optional.empty();
    }

    void again() {
        saying = begun();
    }

    boolean isAnswered() {
        return said().filter(said -> said.answer() instanceof Answer.Value<T>).isPresent();
    }

    /** The partner wants nobody to ask now. */
    boolean isPutOff() {
        return said().flatMap(Said::notNow).isPresent();
    }

    /** It was put off, for a time that is over. */
    boolean isDueAgain() {
        return said().flatMap(said -> said.left(clock.instant()))
                .filter(Duration::isZero)
                .isPresent();
    }

    /** There is an answer, and it says something about more than this one question. */
    boolean isAboutMore() {
        return saying.isDone()
                && said().filter(said -> said.answer() instanceof Answer.Value<T>
                                || (said.answer() instanceof Answer.None<T> none
                                        && none.why() instanceof Outcome.Rejected))
                        .isEmpty();
    }

    /** Waits for it. What the partner wants to be waited for may be partly over. */
    Answer<T> answer() {
        try {
            return saying.get().as(clock.instant());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a partner was asked", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException exception ? exception : new IllegalStateException(e);
        }
    }

    /** Not asked, where nobody has begun to. */
    void forget() {
        saying.cancel(false);
    }
}
