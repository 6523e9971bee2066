package org.accountinghub.routes.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.accountinghub.routes.embedded.OwnerOnly;
import org.accountinghub.routes.embedded.StartRefused;

/** PostgreSQL's own programs applied to one folder: make it, start it, ask it, stop it. */
final class PostgresServer {

    static final String SUPERUSER = "postgres";

    private static final String OUR_SETTINGS = "hub.conf";
    private static final String THEIR_SETTINGS = "yours.conf";
    private static final Duration START_PATIENCE = Duration.ofMinutes(5);
    private static final Duration STOP_PATIENCE = Duration.ofMinutes(1);
    private static final int LOG_LINES_SHOWN = 15;

    private final PostgresFolder folder;
    private final PostgresBinaries binaries;
    private final Unprivileged unprivileged;

    PostgresServer(PostgresFolder folder, PostgresBinaries binaries, Unprivileged unprivileged) {
        this.folder = folder;
        this.binaries = binaries;
        this.unprivileged = unprivileged;
    }

    /** Makes the database files beside their place and moves them there when they are complete. */
    void initialise(boolean durably) throws IOException {
        Path fresh = folder.path().resolve("data.new");
        Folders.delete(fresh);
        OwnerOnly.folder(fresh);
        Path password = folder.path().resolve("initdb.password");
        OwnerOnly.write(password, folder.password(SUPERUSER));
        unprivileged.own(fresh);
        unprivileged.own(password);
        List<String> command = new ArrayList<>(unprivileged.command(
                binaries.program("initdb"),
                "--pgdata=" + fresh,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums"));
        if (!durably) {
            command.add("--no-sync");
        }
        Command.Result result = Command.run(command, START_PATIENCE);
        Files.delete(password);
        if (!result.succeeded()) {
            throw new StartRefused(
                    "the database files cannot be made in " + fresh + ": " + result.output(),
                    "Check that the disk is not full; on a Linux without glibc set HUB_DATABASE_URL to a PostgreSQL of yours");
        }
        Files.writeString(
                fresh.resolve("postgresql.conf"),
                "include = '" + OUR_SETTINGS + "'\ninclude_if_exists = '" + THEIR_SETTINGS + "'\n",
                StandardOpenOption.APPEND);
        Files.writeString(fresh.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        Files.move(fresh, folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    void configure(PostgresSettings settings, int port) throws IOException {
        Path file = folder.data().resolve(OUR_SETTINGS);
        String note = "# Written by the hub at every start. Put what shall differ into " + THEIR_SETTINGS + ".\n";
        Files.writeString(file, note + settings.text() + "port = " + port + "\n");
        unprivileged.own(file);
        folder.storePort(port);
    }

    /** Whether a server of ours serves the folder; a file left behind by one that is gone is removed. */
    boolean isRunning() throws IOException {
        if (!Files.exists(folder.pidFile()) || !pgCtl("status", STOP_PATIENCE).succeeded()) {
            return false;
        }
        OptionalLong pid = folder.serverPid();
        if (pid.isEmpty() || isSomethingElse(pid.getAsLong())) {
            Files.deleteIfExists(folder.pidFile());
            return false;
        }
        return true;
    }

    /** Waits until the server accepts connections. False when it ended instead; its log says why. */
    boolean start() throws IOException {
        Files.writeString(folder.startLog(), "");
        unprivileged.own(folder.startLog());
        return pgCtl(
                        "start",
                        START_PATIENCE,
                        "-w",
                        "-t",
                        seconds(START_PATIENCE),
                        "-l",
                        folder.startLog().toString())
                .succeeded();
    }

    /** Stops at once for {@code fast} (open transactions are rolled back), without any care for {@code immediate}. */
    Command.Result stop(String mode) {
        return pgCtl("stop", STOP_PATIENCE, "-w", "-t", seconds(STOP_PATIENCE), "-m", mode);
    }

    /** Why the last start failed: what the server wrote before it turned to its log files, else the end of those. */
    String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(folder.startLog()).stream()
                .filter(line -> !line.contains("log output"))
                .toList();
        if (lines.isEmpty() && Files.isDirectory(folder.logs())) {
            try (Stream<Path> logs = Files.list(folder.logs())) {
                Optional<Path> newest =
                        logs.max(Comparator.comparing(log -> log.toFile().lastModified()));
                lines = newest.isPresent() ? Files.readAllLines(newest.get()) : lines;
            }
        }
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
    }

    private static boolean isSomethingElse(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(command -> !command.endsWith("postgres"))
                .orElse(false);
    }

    private Command.Result pgCtl(String verb, Duration patience, String... options) {
        List<String> command =
                new ArrayList<>(unprivileged.command(binaries.program("pg_ctl"), verb, "--pgdata=" + folder.data()));
        command.addAll(List.of(options));
        return Command.run(command, patience.plusSeconds(10));
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }
}
