package org.accountinghub.routes.engine.registers;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

    private final RegisterSource source;
    private final Waiter waiter;
    private final RegisterSettings settings;
    private long calls;

    Questions(RegisterSource source, Waiter waiter, RegisterSettings settings) {
        this.source = source;
        this.waiter = waiter;
        this.settings = settings;
    }

    RegisterSource source() {
        return source;
    }

    /** Answers since this was last asked. */
    long takeCalls() {
        long taken = calls;
        calls = 0;
        return taken;
    }

    Page page(Optional<Instant> since, Optional<String> token) {
        Answer<Page> answer = asked(() -> source.list(since, token, Conversation.UNHEARD));
        if (answer instanceof Answer.Value<Page> value) {
            return value.value();
        }
        Answer.None<Page> none = (Answer.None<Page>) answer;
        throw new StoppedException(none.why(), none.problem(), settings.pause());
    }

    /**
     * A record, whole; nothing when the partner has none. A refusal that is about this record alone is given back, all
     * else stops the run.
     */
    Answer<Optional<There>> read(String id) {
        Answer<Optional<There>> answer = asked(() -> source.read(id, Conversation.UNHEARD));
        if (answer instanceof Answer.None<Optional<There>> none && !(none.why() instanceof Outcome.Rejected)) {
            throw new StoppedException(none.why(), none.problem(), settings.pause());
        }
        return answer;
    }

    private <T> Answer<T> asked(Supplier<Answer<T>> question) {
        Duration waited = Duration.ZERO;
        int tries = 0;
        while (true) {
            Answer<T> answer = question.get();
            Optional<Outcome.Retry> retry = notNow(answer);
            if (retry.isEmpty()) {
                calls++;
                return answer;
            }
            Duration wait = retry.get().after().orElse(settings.firstWait().multipliedBy(1L << tries));
            tries += retry.get().spendsAttempt() ? 1 : 0;
            waited = waited.plus(wait);
            if (tries >= TRIES || waited.compareTo(settings.patience()) > 0) {
                throw new StoppedException(retry.get(), problem(answer), longer(wait));
            }
            await(wait);
        }
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

    private void await(Duration wait) {
        try {
            waiter.await(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a limit to end", e);
        }
    }
}
