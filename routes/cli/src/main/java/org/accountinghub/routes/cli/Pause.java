package org.accountinghub.routes.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A moment between two looks. */
public final class Pause {

    private Pause() {}

    /**
     * Waits without holding a processor.
     *
     * @param interrupted what is thrown when somebody wants no more waiting
     */
    public static void of(Duration time, Supplier<RuntimeException> interrupted) {
        try {
            if (new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts this down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted.get();
        }
    }
}
