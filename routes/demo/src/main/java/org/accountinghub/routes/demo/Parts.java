package org.accountinghub.routes.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/** What the demo has started, stopped once in the opposite order: at its end, when it fails, or when it is interrupted. */
final class Parts implements AutoCloseable {

    private final Deque<Part> started = new ArrayDeque<>();
    private boolean closed;

    /** Something that runs. */
    interface Part {
        void stop();
    }

    Parts(Progress progress) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupted(progress), "stop the demo"));
    }

    /** Keeps what was started; what starts while all is being stopped is stopped at once. */
    synchronized <T extends Part> T started(T part) {
        if (closed) {
            part.stop();
        } else {
            started.push(part);
        }
        return part;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!started.isEmpty()) {
            started.pop().stop();
        }
    }

    private synchronized void interrupted(Progress progress) {
        if (!closed) {
            progress.end("Stopping ...");
            close();
        }
    }
}
