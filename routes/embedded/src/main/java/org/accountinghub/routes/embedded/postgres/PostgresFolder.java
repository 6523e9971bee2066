package org.accountinghub.routes.embedded.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.accountinghub.routes.embedded.OwnerOnly;
import org.accountinghub.routes.embedded.RandomBytes;

/** Where one embedded PostgreSQL keeps its data, its port and the passwords of its roles. */
record PostgresFolder(Path path) {

    private static final int PORT_LINE = 3;

    Path data() {
        return path.resolve("data");
    }

    Path startLog() {
        return data().resolve("start.log");
    }

    Path logs() {
        return data().resolve("log");
    }

    boolean isInitialised() {
        return Files.exists(data().resolve("PG_VERSION"));
    }

    int majorVersion() {
        return Integer.parseInt(read(data().resolve("PG_VERSION")));
    }

    Path passwordFile(String role) {
        return path.resolve(role + ".password");
    }

    /** The role's password, made up and stored the first time. */
    String password(String role) {
        return OwnerOnly.secretOnce(passwordFile(role), RandomBytes::password);
    }

    OptionalInt storedPort() {
        Path file = path.resolve("port");
        return Files.exists(file) ? OptionalInt.of(Integer.parseInt(read(file))) : OptionalInt.empty();
    }

    void storePort(int port) {
        OwnerOnly.write(path.resolve("port"), Integer.toString(port));
    }

    Path pidFile() {
        return data().resolve("postmaster.pid");
    }

    /** The process that says it serves this folder; it may be long dead. Empty when none says so, or none finished saying it. */
    OptionalLong serverPid() throws IOException {
        try {
            String pid =
                    Files.readString(pidFile()).lines().findFirst().orElse("").strip();
            return pid.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(pid)) : OptionalLong.empty();
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        }
    }

    /** The port of the server that says it serves this folder. */
    int serverPort() {
        List<String> lines = read(pidFile()).lines().map(String::strip).toList();
        return Integer.parseInt(lines.get(PORT_LINE));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
