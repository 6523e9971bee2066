package org.accountinghub.routes.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file that one process at a time holds, until it closes it or dies. What the operating system locks belongs to the process and is lost as soon as that
 * process closes the file anywhere: who holds a file therefore asks nobody but itself about it.
 */
public final class ProcessLock implements AutoCloseable {

    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private ProcessLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the file, which is made when there is none; empty = somebody holds it, this very process perhaps. */
    public static Optional<ProcessLock> tryTake(Path file) throws IOException {
        Path same = same(file);
        if (!OURS.add(same)) {
            return Optional.empty();
        }
        Optional<ProcessLock> taken = Optional.empty();
        try {
            FileChannel channel = FileChannel.open(
                    same, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
            } else {
                taken = Optional.of(new ProcessLock(same, channel));
            }
            return taken;
        } finally {
            if (taken.isEmpty()) {
                OURS.remove(same);
            }
        }
    }

    /** Whether this process holds the file. */
    public static boolean isOurs(Path file) throws IOException {
        return OURS.contains(same(file));
    }

    /** For what the holder wants to have in the file; it is closed with the lock. */
    public FileChannel channel() {
        return channel;
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            OURS.remove(file);
        }
    }

    private static Path same(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        return folder == null ? absolute : folder.toRealPath().resolve(absolute.getFileName());
    }
}
