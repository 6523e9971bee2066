package org.accountinghub.routes.uploads;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets the work going: soon after an upload has come, and now and then for what another process has left. */
public final class UploadBeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UploadBeat.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final UploadWork work;
    private final Duration every;
    private final Semaphore asked = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    public UploadBeat(UploadWork work, Duration every) {
        this.work = work;
        this.every = every;
        this.thread = new Thread(this::beat, "uploads");
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Begins soon. */
    public void nudge() {
        asked.release();
    }

    @Override
    public void close() {
        closed = true;
        work.stop();
        asked.release();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        while (!closed) {
            try {
                work.run();
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("Uploads wait: {}", e.toString());
                }
            } catch (OutOfMemoryError e) {
                LOG.error("An upload did not fit into the memory; it is tried again, a few times", e);
            }
            pause();
        }
    }

    private void pause() {
        try {
            if (asked.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)) {
                asked.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }
}
