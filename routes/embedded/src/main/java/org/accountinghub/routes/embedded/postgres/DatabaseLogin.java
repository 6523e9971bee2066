package org.accountinghub.routes.embedded.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How one role reaches one database. The password and the parameters of the address are left out of {@link #toString()}. */
public record DatabaseLogin(String jdbcUrl, String user, String password) {

    /** A new connection in auto-commit mode; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    @Override
    public String toString() {
        return user + " at " + jdbcUrl.replaceFirst("[?].*", "");
    }
}
