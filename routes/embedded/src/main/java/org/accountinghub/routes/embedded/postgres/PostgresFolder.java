package org.accountinghub.routes.embedded.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
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

    /** The process that says it serves this folder; it may be long dead. */
    long serverPid() {
        return Long.parseLong(pidFileLines().get(0));
    }

    /** The port of the server that says it serves this folder. */
    int serverPort() {
        return Integer.parseInt(pidFileLines().get(PORT_LINE));
    }

    private List<String> pidFileLines() {
        return read(pidFile()).lines().map(String::strip).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
