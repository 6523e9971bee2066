package org.accountinghub.routes.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes of a demo, written down in its folder so that the next one can end what a killed one left running. A
 * process counts as ours only when it began when it was written down: numbers are used again.
 */
final class LeftOver {

    private static final String FILE = "demo.processes";
    private static final int PATIENCE_SECONDS = 20;

    private final Path file;

    LeftOver(Path folder) {
        this.file = folder.resolve(FILE);
    }

    /**
     * Ends what an earlier demo of this folder left running.
     *
     * @throws IllegalStateException when that demo itself still runs
     */
    void end() {
        List<Optional<ProcessHandle>> earlier =
                read().stream().map(LeftOver::running).toList();
        if (earlier.isEmpty()) {
            return;
        }
        earlier.get(0).ifPresent(demo -> {
            throw new IllegalStateException("another demo, process " + demo.pid() + ", plays in " + file.getParent()
                    + ". Stop it first, or give this one a folder of its own with --data");
        });
        earlier.stream().flatMap(Optional::stream).forEach(LeftOver::end);
    }

    /** Notes a process of this demo; its own comes first. */
    void note(ProcessHandle process) {
        try {
            Files.writeString(
                    file,
                    process.pid() + " " + began(process) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> read() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> running(String line) {
        String[] noted = line.split(" ", 2);
        return ProcessHandle.of(Long.parseLong(noted[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> noted.length == 2 && began(process).equals(noted[1]));
    }

    private static String began(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
    }
}
