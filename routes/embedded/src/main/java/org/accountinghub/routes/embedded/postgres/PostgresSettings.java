package org.accountinghub.routes.embedded.postgres;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What the embedded PostgreSQL is told: durable, small, reachable from this machine only, and silent about the content of rows. */
final class PostgresSettings {

    private final Map<String, String> values = new LinkedHashMap<>();

    private PostgresSettings() {}

    static PostgresSettings durable() {
        return new PostgresSettings()
                .with("listen_addresses", "127.0.0.1")
                .with("unix_socket_directories", "")
                .with("password_encryption", "scram-sha-256")
                .with("max_connections", "100")
                .with("shared_buffers", "64MB")
                .with("max_wal_size", "512MB")
                .with("jit", "off")
                .with("fsync", "on")
                .with("full_page_writes", "on")
                .with("synchronous_commit", "on")
                .with("timezone", "UTC")
                .with("log_timezone", "UTC")
                .with("logging_collector", "on")
                .with("log_directory", "log")
                .with("log_filename", "postgresql-%a.log")
                .with("log_rotation_age", "1d")
                .with("log_truncate_on_rotation", "on")
                .with("log_min_messages", "warning")
                .with("log_checkpoints", "off")
                .with("log_line_prefix", "%m [%p] %u ")
                .with("log_error_verbosity", "terse")
                .with("log_min_error_statement", "panic")
                .with("log_parameter_max_length", "0");
    }

    /** For databases that are thrown away: committing costs next to nothing, and a crash of the machine loses everything. */
    static PostgresSettings throwaway() {
        return durable()
                .with("fsync", "off")
                .with("full_page_writes", "off")
                .with("wal_level", "minimal")
                .with("max_wal_senders", "0")
                .with("shared_buffers", "32MB");
    }

    PostgresSettings with(String name, String value) {
        values.put(name, value);
        return this;
    }

    boolean isDurable() {
        return "on".equals(values.get("fsync"));
    }

    /** As PostgreSQL reads it from a configuration file. */
    String text() {
        return values.entrySet().stream()
                .map(e -> e.getKey() + " = '" + e.getValue().replace("'", "''") + "'\n")
                .collect(Collectors.joining());
    }
}
