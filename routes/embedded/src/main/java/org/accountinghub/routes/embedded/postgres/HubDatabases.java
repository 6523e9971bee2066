package org.accountinghub.routes.embedded.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes the two roles and the databases of one server. Everything here may be done again. */
final class HubDatabases {

    static final String SERVICE_OWNER = "service_owner";
    static final String HUB = "hub";

    private final PostgresFolder folder;
    private final int port;

    HubDatabases(PostgresFolder folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    HubDatabase ensure(String database) throws SQLException {
        try (Connection server = superuser("postgres").connect()) {
            ensureRole(server, SERVICE_OWNER);
            ensureRole(server, HUB);
            if (!exists(server, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                execute(server, "CREATE DATABASE " + database + " OWNER " + SERVICE_OWNER);
            }
            restrict(server, database);
        }
        HubDatabase made = logins(database);
        try (Connection inside = made.superuser().connect()) {
            execute(inside, "CREATE SCHEMA IF NOT EXISTS " + HUB + " AUTHORIZATION " + HUB);
        }
        return made;
    }

    /** A copy of a database to which nobody is connected. */
    HubDatabase copy(String template, String database) throws SQLException {
        try (Connection server = superuser("postgres").connect()) {
            execute(server, "CREATE DATABASE " + database + " TEMPLATE " + template + " OWNER " + SERVICE_OWNER);
            restrict(server, database);
        }
        return logins(database);
    }

    /** Ends every connection to the database and lets no new one in, so that it can be copied. */
    void freeze(String database) throws SQLException {
        try (Connection server = superuser("postgres").connect()) {
            execute(server, "ALTER DATABASE " + database + " ALLOW_CONNECTIONS false");
            try (PreparedStatement end = server.prepareStatement(
                    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = ?")) {
                end.setString(1, database);
                end.execute();
            }
        }
    }

    DatabaseLogin superuser(String database) {
        return login(database, PostgresServer.SUPERUSER);
    }

    private HubDatabase logins(String database) {
        return new HubDatabase(superuser(database), login(database, SERVICE_OWNER), login(database, HUB));
    }

    private DatabaseLogin login(String database, String role) {
        return new DatabaseLogin("jdbc:postgresql://127.0.0.1:" + port + "/" + database, role, folder.password(role));
    }

    private static void restrict(Connection server, String database) throws SQLException {
        execute(server, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
        execute(server, "GRANT CONNECT ON DATABASE " + database + " TO " + HUB);
    }

    private void ensureRole(Connection server, String role) throws SQLException {
        if (!exists(server, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
            execute(server, "CREATE ROLE " + role + " LOGIN");
        }
        execute(server, "ALTER ROLE " + role + " PASSWORD '" + folder.password(role) + "'");
    }

    private static boolean exists(Connection server, String query, String name) throws SQLException {
        try (PreparedStatement statement = server.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
