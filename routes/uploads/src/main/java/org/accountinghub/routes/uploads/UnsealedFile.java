package org.accountinghub.routes.uploads;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** An upload's content on the disk while it is read, for nobody's eyes but this user's; closing removes it. */
record UnsealedFile(Path path) implements AutoCloseable {

    /** What fills the file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream file) throws IOException;
    }

    static UnsealedFile of(Path folder, Content content) throws IOException {
        Files.createDirectories(folder, only("rwx------"));
        Path path = Files.createTempFile(folder, "upload-", ".tmp", only("rw-------"));
        try (OutputStream file = Files.newOutputStream(path)) {
            content.writeTo(file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
        return new UnsealedFile(path);
    }

    /** Removes what a process that died has left. */
    static void sweep(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "upload-*.tmp")) {
                for (Path file : left) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }

    private static FileAttribute<?>[] only(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
