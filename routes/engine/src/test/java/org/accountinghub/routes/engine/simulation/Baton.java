package org.accountinghub.routes.engine.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.accountinghub.routes.engine.memory.TestClock;
import org.jspecify.annotations.Nullable;

/** Runs several actors as one: only who holds the baton moves, and who gets it next is drawn from the seed. */
final class Baton {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "actor");
        thread.setDaemon(true);
        return thread;
    });

    private final TestClock clock;
    private final Random random;
    private final List<Actor> actors = new ArrayList<>();
    private final Semaphore conductor = new Semaphore(0);
    private @Nullable Actor current;
    private @Nullable Throwable failure;

    Baton(TestClock clock, Random random) {
        this.clock = clock;
        this.random = random;
    }

    private static final class Actor {
        private final Semaphore turn = new Semaphore(0);
        private Instant wakesAt = TestClock.START;
        private boolean over;
    }

    void add(Runnable life) {
        Actor actor = new Actor();
        actors.add(actor);
        THREADS.execute(() -> {
            actor.turn.acquireUninterruptibly();
            try {
                life.run();
            } catch (Throwable e) {
                failure = e;
            }
            actor.over = true;
            conductor.release();
        });
    }

    /** Gives the baton away for so long. */
    void sleep(Duration time) {
        Actor me = current;
        if (me == null) {
            clock.advance(time);
            return;
        }
        me.wakesAt = clock.instant().plus(time);
        if (actors.stream().noneMatch(other -> other != me && !other.over && !other.wakesAt.isAfter(me.wakesAt))) {
            clock.advanceTo(me.wakesAt);
            return;
        }
        conductor.release();
        me.turn.acquireUninterruptibly();
    }

    /** Until every actor's life is over. */
    void conduct() {
        while (failure == null) {
            Optional<Actor> next = next();
            if (next.isEmpty()) {
                break;
            }
            current = next.get();
            clock.advanceTo(current.wakesAt);
            current.turn.release();
            conductor.acquireUninterruptibly();
        }
        current = null;
        if (failure != null) {
            throw new AssertionError(failure.getMessage(), failure);
        }
    }

    private Optional<Actor> next() {
        List<Actor> living = actors.stream().filter(actor -> !actor.over).toList();
        List<Actor> awake = living.stream()
                .filter(actor -> !actor.wakesAt.isAfter(clock.instant()))
                .toList();
        return awake.isEmpty()
                ? living.stream().min((one, other) -> one.wakesAt.compareTo(other.wakesAt))
                : Optional.of(awake.get(random.nextInt(awake.size())));
    }
}
