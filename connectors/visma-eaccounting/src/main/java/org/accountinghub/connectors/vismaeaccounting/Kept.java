package org.accountinghub.connectors.vismaeaccounting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Said;
import org.jspecify.annotations.Nullable;

/**
 * Something of the company that changes seldom, asked for again after ten minutes. Failures are not kept.
 *
 * @param <T> what it is
 */
final class Kept<T> {

    private static final Duration FRESH = Duration.ofMinutes(10);

    private record Held<T>(T value, Instant until) {}

    private final InstantSource clock;
    private volatile @Nullable Held<T> held;

    Kept(InstantSource clock) {
        this.clock = clock;
    }

    Reply<T> orElse(Supplier<Reply<T>> question) {
        Held<T> known = held;
        if (known != null && clock.instant().isBefore(known.until())) {
            return new Said<>(known.value());
        }
        Reply<T> reply = question.get();
        if (reply instanceof Said<T> said) {
            held = new Held<>(said.body(), clock.instant().plus(FRESH));
        }
        return reply;
    }

    void forget() {
        held = null;
    }
}
