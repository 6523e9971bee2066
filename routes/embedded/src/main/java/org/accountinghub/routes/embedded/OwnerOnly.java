package org.accountinghub.routes.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** Folders (0700) and files (0600) that only the user who runs the hub may read. Where a file system knows no such permissions, its own rules hold. */
public final class OwnerOnly {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /** Creates the folder with its parents; an existing one is closed to others. */
    public static Path folder(Path folder) {
        try {
            Path parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (Files.isDirectory(folder)) {
                close(folder);
            } else {
                Files.createDirectory(folder, attribute(folder, FOLDER));
            }
            return folder;
        } catch (IOException e) {
            throw new StartRefused(
                    "the folder " + folder.toAbsolutePath() + " cannot be used (" + e + ")",
                    "Give the user who runs the hub the right to write there, or choose another folder",
                    e);
        }
    }

    /** Writes the whole content or nothing; an existing file is replaced. */
    public static void write(Path file, String content) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (FileChannel channel = FileChannel.open(fresh, options, attribute(file, FILE))) {
                ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StartRefused(
                    "the file " + file.toAbsolutePath() + " cannot be written (" + e + ")",
                    "Give the user who runs the hub the right to write there, and check that the disk is not full",
                    e);
        }
    }

    /** The content of a secret file, without surrounding white space; refuses a file that others may read or that is empty. */
    public static String readSecret(Path file) {
        try {
            if (supported(file)) {
                Set<PosixFilePermission> excess = new HashSet<>(Files.getPosixFilePermissions(file));
                excess.removeAll(FILE);
                if (!excess.isEmpty()) {
                    throw new StartRefused(
                            "others may read or change the secret file " + file.toAbsolutePath(),
                            "Close it with: chmod 600 " + file.toAbsolutePath());
                }
            }
            String secret = Files.readString(file).strip();
            if (secret.isEmpty()) {
                throw new StartRefused(
                        "the secret file " + file.toAbsolutePath() + " is empty",
                        "Restore it from a backup; what was encrypted with it cannot be read without it");
            }
            return secret;
        } catch (IOException e) {
            throw new StartRefused(
                    "the secret file " + file.toAbsolutePath() + " cannot be read (" + e + ")",
                    "Give the user who runs the hub the right to read it",
                    e);
        }
    }

    /** The content of a secret file that is generated the first time and never overwritten. */
    public static String secretOnce(Path file, Supplier<String> generator) {
        if (!Files.exists(file)) {
            write(file, generator.get() + "\n");
        }
        return readSecret(file);
    }

    /** Lets other users pass through the folder to what lies open below it, without letting them list it. */
    public static void letOthersPass(Path folder) {
        try {
            if (supported(folder)) {
                Set<PosixFilePermission> now = new HashSet<>(Files.getPosixFilePermissions(folder));
                now.add(PosixFilePermission.GROUP_EXECUTE);
                now.add(PosixFilePermission.OTHERS_EXECUTE);
                Files.setPosixFilePermissions(folder, now);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(Path folder) throws IOException {
        if (supported(folder) && !Files.getPosixFilePermissions(folder).equals(FOLDER)) {
            Files.setPosixFilePermissions(folder, FOLDER);
        }
    }

    private static FileAttribute<?>[] attribute(Path path, Set<PosixFilePermission> permissions) {
        return supported(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean supported(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
