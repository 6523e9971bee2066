package org.accountinghub.routes.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The folder in which a hub keeps what is its own: {@code postgresql}, {@code broker}, {@code secret.key}, {@code administrator.key}. One hub at a time holds
 * it, and nobody but the user who runs the hub may look inside.
 */
public final class DataDirectory implements AutoCloseable {

    private static final int KEY_BYTES = 32;
    private static final String OWN_PID = Long.toString(ProcessHandle.current().pid());

    private final Path path;
    private final ProcessLock lock;

    private DataDirectory(Path path, ProcessLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Creates the folder when there is none and takes it for this process until {@link #close()}.
     *
     * @throws StartRefused when another hub holds it or when it cannot be written
     */
    public static DataDirectory open(Path folder) {
        Path path = OwnerOnly.folder(folder.toAbsolutePath().normalize());
        Path lockFile = path.resolve("hub.lock");
        try {
            Optional<ProcessLock> lock = ProcessLock.tryTake(lockFile);
            if (lock.isEmpty()) {
                throw new StartRefused(
                        "another hub, process " + holder(lockFile) + ", uses the data folder " + path,
                        "Stop it first, or give this hub a folder of its own");
            }
            String pid = OWN_PID + "\n";
            lock.get().channel().truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
            return new DataDirectory(path, lock.get());
        } catch (IOException e) {
            throw new StartRefused(
                    "the data folder " + path + " cannot be locked (" + e + ")",
                    "Give the user who runs the hub the right to write there, and use a local disk",
                    e);
        }
    }

    public Path path() {
        return path;
    }

    public Path postgresql() {
        return path.resolve("postgresql");
    }

    public Path broker() {
        return path.resolve("broker");
    }

    /** What can be made again at any time, such as unpacked programs. */
    public Path cache() {
        return path.resolve("cache");
    }

    /**
     * The key that encrypts what is secret in the database: 32 random bytes in base64, in {@code secret.key}, made at the first start of a hub. Ask for it
     * before the database is made: beside an existing one a missing key is never replaced, since a new key could read nothing of it.
     */
    public String secretKey() {
        if (!Files.exists(path.resolve("secret.key")) && Files.exists(postgresql())) {
            throw new StartRefused(
                    "secret.key is missing in " + path + ", and the database beside it was made with one",
                    "Restore secret.key from a backup, or set HUB_SECRET_KEY when the key is kept elsewhere");
        }
        return secretFile("secret.key", () -> Base64.getEncoder().encodeToString(RandomBytes.of(KEY_BYTES)));
    }

    /** The content of a secret file of the folder (0600). It is generated the first time and never overwritten. */
    public String secretFile(String name, Supplier<String> generator) {
        return OwnerOnly.secretOnce(path.resolve(name), generator);
    }

    /** Gives the folder back. What was started from it is closed before. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new IllegalStateException("the data folder " + path + " cannot be given back", e);
        }
    }

    private static String holder(Path lockFile) throws IOException {
        return ProcessLock.isOurs(lockFile)
                ? OWN_PID
                : Files.readString(lockFile).strip();
    }
}
