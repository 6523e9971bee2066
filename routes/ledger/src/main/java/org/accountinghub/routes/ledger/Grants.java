package org.accountinghub.routes.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.TokenUnavailableException;
import org.accountinghub.mappings.model.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Grants, one refresher per connection over all processes: an advisory lock on a database connection of its own, with no
 * transaction open while the partner is called. Should that connection break meanwhile, the new grant is stored all the
 * same, unless somebody else stored one: the partner has already thrown the old one away.
 */
final class Grants {

    private static final Logger LOG = LoggerFactory.getLogger(Grants.class);

    /** First half of the advisory locks' key: grants of the hub. */
    private static final int LOCKS = 0x68_75_62;

    private static final String PATIENCE = "30s";
    private static final int TRIES_TO_STORE = 5;

    private final LedgerDatabase database;
    private final ContentCipher cipher;

    Grants(LedgerDatabase database, ContentCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /** @param version grows with each stored grant */
    private record Stored(Optional<Grant> grant, long version) {}

    Optional<Grant> stored(String name) {
        return stored(database, name).grant();
    }

    private Stored stored(LedgerDatabase through, String name) {
        return through.sql("SELECT grant_sealed, grant_version FROM hub.connection WHERE name = :name")
                .param("name", name)
                .query((row, number) ->
                        new Stored(open(name, row.getBytes("grant_sealed")), row.getLong("grant_version")))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("there is no connection " + name));
    }

    Grant change(String name, UnaryOperator<Optional<Grant>> change) {
        try (Connection lock = database.source().getConnection()) {
            lock(lock, name);
            try {
                return changeLocked(new LedgerDatabase(new SingleConnectionDataSource(lock, true)), name, change);
            } finally {
                unlock(lock, name);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the grant of " + name + " cannot be locked", e);
        }
    }

    private Grant changeLocked(LedgerDatabase locked, String name, UnaryOperator<Optional<Grant>> change) {
        Stored before = stored(locked, name);
        Grant after = change.apply(before.grant())
                .orElseThrow(() -> new IllegalArgumentException("a grant is changed, not taken away: " + name));
        if (!before.grant().equals(Optional.of(after))) {
            store(locked, name, before.version(), after);
        }
        return after;
    }

    private void store(LedgerDatabase locked, String name, long version, Grant grant) {
        byte[] sealed = cipher.seal(CanonicalJson.bytes(grant), boundTo(name));
        for (int tries = 1; ; tries++) {
            try {
                storeOnce(tries == 1 ? locked : database, name, version, sealed);
                return;
            } catch (DataAccessException e) {
                if (tries == TRIES_TO_STORE) {
                    throw e;
                }
                LOG.warn("the new grant of {} could not be stored, trying again ({})", name, tries);
            }
        }
    }

    /** A grant with the next version is either this one, whose answer was lost, or another process's, which is newer. */
    private static void storeOnce(LedgerDatabase through, String name, long version, byte[] sealed) {
        int stored = through.sql("""
                        UPDATE hub.connection SET grant_sealed = :sealed, grant_version = grant_version + 1
                        WHERE name = :name AND grant_version = :version""")
                .param("name", name)
                .param("version", version)
                .param("sealed", sealed)
                .update();
        if (stored == 0) {
            LOG.warn("a grant of {} was stored elsewhere meanwhile and stays", name);
        }
    }

    private Optional<Grant> open(String name, byte @Nullable [] sealed) {
        return Optional.ofNullable(sealed)
                .map(bytes -> CanonicalJson.read(cipher.open(bytes, boundTo(name)), Grant.class));
    }

    private static String boundTo(String name) {
        return "grant/" + name;
    }

    private static void lock(Connection connection, String name) throws SQLException {
        execute(connection, "SET lock_timeout = '" + PATIENCE + "'");
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_advisory_lock(?, hashtext(?))")) {
            statement.setInt(1, LOCKS);
            statement.setString(2, name);
            statement.execute();
        } catch (SQLException e) {
            if ("55P03".equals(e.getSQLState())) {
                execute(connection, "RESET lock_timeout");
                throw new TokenUnavailableException(Problem.of(
                        "ledger.grant-locked",
                        Problem.Stage.CONNECTION,
                        "another process of the hub has been renewing the token of " + name + " for " + PATIENCE,
                        "Wait: it goes on by itself; where it does not, look at that process's log"));
            }
            throw e;
        }
    }

    /** A connection that cannot unlock is closed for good, which unlocks. */
    private static void unlock(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_advisory_unlock(?, hashtext(?))")) {
            statement.setInt(1, LOCKS);
            statement.setString(2, name);
            statement.execute();
            execute(connection, "RESET lock_timeout");
        } catch (SQLException e) {
            LOG.warn("the lock on the grant of {} ended with its database connection", name);
            connection.abort(Runnable::run);
        }
    }

    private static void execute(Connection connection, String text) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            statement.execute();
        }
    }
}
