package org.accountinghub.routes.engine.registers;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.connectors.spi.RegisterSource.Page;
import org.accountinghub.connectors.spi.RegisterSource.There;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.connection.PermitKeeper.Waiter;

/** Asks a partner for its register, counts the answers, and waits out its limit as long as a run has patience. */
final class Questions {

    /** A single record that cannot be read now is left out; the listing cannot go on without its page. */
    private static final int TRIES = 3;

    /** How long a hub that stops may have to wait for who waits. */
    private static final Duration SLICE = Duration.ofSeconds(2);

    private final RegisterSource source;
    private final Waiter waiter;
    private final RegisterSettings settings;
    private final BooleanSupplier stopping;
    private final AtomicLong calls = new AtomicLong();

    /** @param stopping whether this process asks no more */
    Questions(RegisterSource source, Waiter waiter, RegisterSettings settings, BooleanSupplier stopping) {
        this.source = source;
        this.waiter = waiter;
        this.settings = settings;
        this.stopping = stopping;
    }

    RegisterSource source() {
        return source;
    }

    /** Answers since this was last asked. */
    long takeCalls() {
        return calls.getAndSet(0);
    }

    /** Asks for a page once, and waits for nothing but a permit. For any thread. */
    Answer<Page> askPage(Optional<Instant> since, Optional<String> token) {
        return counted(source.list(since, token, Conversation.UNHEARD));
    }

    /**
     * A page of the list. What cannot be listed stops the run.
     *
     * @param question {@link #askPage}
     * @param again the same after a wait
     */
    Page page(Supplier<Answer<Page>> question, Supplier<Answer<Page>> again) {
        Answer<Page> answer = asked(question, again);
        if (answer instanceof Answer.Value<Page> value) {
            return value.value();
        }
        Answer.None<Page> none = (Answer.None<Page>) answer;
        throw new StoppedException(none.why(), none.problem(), settings.pause());
    }

    /** Asks for a record once, and waits for nothing but a permit. For any thread. */
    Answer<Optional<There>> ask(String id) {
        return counted(source.read(id, Conversation.UNHEARD));
    }

    /**
     * A record, whole; nothing when the partner has none. A refusal that is about this record alone is given back, all
     * else stops the run.
     *
     * @param question {@link #ask}
     * @param again the same after a wait
     */
    Answer<Optional<There>> read(Supplier<Answer<Optional<There>>> question, Supplier<Answer<Optional<There>>> again) {
        Answer<Optional<There>> answer = asked(question, again);
        if (answer instanceof Answer.None<Optional<There>> none && !(none.why() instanceof Outcome.Rejected)) {
            throw new StoppedException(none.why(), none.problem(), settings.pause());
        }
        return answer;
    }

    private <T> Answer<T> asked(Supplier<Answer<T>> question, Supplier<Answer<T>> again) {
        Duration waited = Duration.ZERO;
        int tries = 0;
        goOn();
        Answer<T> answer = question.get();
        while (true) {
            Optional<Outcome.Retry> retry = notNow(answer);
            if (retry.isEmpty()) {
                return answer;
            }
            Duration wait = retry.get().after().orElse(settings.firstWait().multipliedBy(1L << tries));
            tries += retry.get().spendsAttempt() ? 1 : 0;
            waited = waited.plus(wait);
            if (tries >= TRIES || waited.compareTo(settings.patience()) > 0) {
                throw new StoppedException(retry.get(), problem(answer), longer(wait));
            }
            await(wait);
            answer = again.get();
        }
    }

    private <T> Answer<T> counted(Answer<T> answer) {
        if (notNow(answer).isEmpty()) {
            calls.incrementAndGet();
        }
        return answer;
    }

    private Duration longer(Duration wait) {
        return wait.compareTo(settings.pause()) > 0 ? wait : settings.pause();
    }

    private static Problem problem(Answer<?> answer) {
        return ((Answer.None<?>) answer).problem();
    }

    private static Optional<Outcome.Retry> notNow(Answer<?> answer) {
        return answer instanceof Answer.None<?> none && none.why() instanceof Outcome.Retry retry
                ? Optional.of(retry)
                : Optional.empty();
    }

    /** The run is given back as it is, and whoever is there takes it up at once. */
    private void goOn() {
        if (stopping.getAsBoolean()) {
            Problem stopped = RegisterProblems.hubStopped();
            throw new StoppedException(new Outcome.Retry(stopped, Optional.empty(), false), stopped, Duration.ZERO);
        }
    }

    private void await(Duration wait) {
        try {
            for (Duration left = wait; left.compareTo(Duration.ZERO) > 0; left = left.minus(SLICE)) {
                waiter.await(left.compareTo(SLICE) < 0 ? left : SLICE);
                goOn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a limit to end", e);
        }
    }
}
