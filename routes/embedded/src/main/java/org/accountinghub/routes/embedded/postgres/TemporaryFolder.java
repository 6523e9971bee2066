package org.accountinghub.routes.embedded.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.accountinghub.routes.embedded.OwnerOnly;
import org.accountinghub.routes.embedded.ProcessLock;
import org.accountinghub.routes.embedded.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of one temporary server. A lock beside it tells whether its process still lives; what dead processes left is swept by the next one. */
record TemporaryFolder(Path path, Path lockFile, ProcessLock lock) {

    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);
    private static final String LOCK = ".lock";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static TemporaryFolder create() throws IOException {
        while (true) {
            Path path = root().resolve("postgres-" + UUID.randomUUID());
            Path lockFile = path.resolveSibling(path.getFileName() + LOCK);
            Optional<ProcessLock> lock = ProcessLock.tryTake(lockFile);
            if (lock.isPresent() && Files.exists(lockFile)) {
                return new TemporaryFolder(OwnerOnly.folder(path), lockFile, lock.get());
            }
            if (lock.isPresent()) {
                lock.get().close();
            }
            LOG.debug("{} was swept by another process before it was locked", lockFile);
        }
    }

    /** Where the programs stay unpacked for every process of this user. */
    static Path cache() throws IOException {
        return root().resolve("cache");
    }

    void delete() {
        try {
            Folders.delete(path);
            lock.close();
            Files.deleteIfExists(lockFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void sweep() throws IOException {
        sweep(root());
    }

    static void sweep(Path root) throws IOException {
        List<Path> locks;
        try (Stream<Path> all = Files.list(root)) {
            locks = all.filter(file -> file.toString().endsWith(LOCK)).toList();
        }
        for (Path lockFile : locks) {
            try {
                Optional<ProcessLock> lock = ProcessLock.tryTake(lockFile);
                if (lock.isPresent()) {
                    sweepDead(lockFile, lock.get());
                }
            } catch (IOException e) {
                LOG.debug("{} was swept by another process", lockFile, e);
            }
        }
    }

    private static void sweepDead(Path lockFile, ProcessLock lock) throws IOException {
        try (lock) {
            String name = lockFile.toString();
            sweepDead(Path.of(name.substring(0, name.length() - LOCK.length())));
            Files.deleteIfExists(lockFile);
        }
    }

    private static void sweepDead(Path path) throws IOException {
        LOG.info("Removing the temporary PostgreSQL in {} whose process is gone", path);
        OptionalLong pid = new PostgresFolder(path).serverPid();
        if (pid.isPresent()) {
            ProcessHandle.of(pid.getAsLong())
                    .filter(process -> serves(process, path))
                    .ifPresent(TemporaryFolder::end);
        }
        Folders.delete(path);
    }

    /** It waits for its clients when it is asked to end, and a process that outlived its parent may still be one. */
    private static void end(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            server.destroyForcibly();
            server.onExit().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException("it cannot be told when process " + server.pid() + " ends", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean serves(ProcessHandle process, Path path) {
        return process.info()
                .arguments()
                .map(arguments -> Stream.of(arguments).anyMatch(word -> word.startsWith(path.toString())))
                .orElse(false);
    }

    private static Path root() throws IOException {
        return rootIn(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** A folder of this user among the temporary files, refused when somebody else was there first. */
    static Path rootIn(Path temporary) throws IOException {
        Path root = temporary.toRealPath().resolve("accounting-hub-" + System.getProperty("user.name"));
        Files.createDirectories(root);
        Path probe = Files.createTempFile(root, "owner", ".probe");
        boolean ours = Files.getOwner(root, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(probe));
        Files.delete(probe);
        if (!ours || Files.isSymbolicLink(root)) {
            throw new StartRefused(
                    "the folder " + root + " belongs to somebody else",
                    "Remove it, or set the Java option -Djava.io.tmpdir to a folder of yours");
        }
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
        return root;
    }
}
