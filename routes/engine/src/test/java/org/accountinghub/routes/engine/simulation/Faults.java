package org.accountinghub.routes.engine.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Random;

/** What goes wrong between any two calls of the engine: death, sleep, somebody else's turn. */
final class Faults {

    private final Baton baton;
    private final Random random;
    private final Duration longestPause;
    private final Duration lease;
    private boolean on = true;
    int kills;

    Faults(Baton baton, Random random, Duration longestPause, Duration lease) {
        this.baton = baton;
        this.random = random;
        this.longestPause = longestPause;
        this.lease = lease;
    }

    void begin() {
        on = true;
    }

    void end() {
        on = false;
    }

    boolean strike(double probability) {
        return on && random.nextDouble() < probability;
    }

    Duration upTo(Duration most) {
        return Duration.ofMillis((long) (random.nextDouble() * most.toMillis()));
    }

    /** A moment at which anything may happen to the worker. Its pauses are longer than its lease at times. */
    void moment() {
        moment(lease.multipliedBy(2));
    }

    /** The moment before a write leaves, when only so long a pause is promised to be survived. */
    void momentBeforeWrite() {
        moment(longestPause);
    }

    private void moment(Duration longestSleep) {
        if (strike(0.01)) {
            kills++;
            throw new Killed();
        }
        if (strike(0.02)) {
            baton.sleep(upTo(longestSleep));
        } else if (strike(0.15)) {
            baton.sleep(upTo(Duration.ofMillis(50)));
        }
    }

    /** The port, with a moment before and after each call. */
    <T> T around(Class<T> port, T target) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    moment();
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        moment();
                    }
                }));
    }
}
