package org.accountinghub.routes.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.accountinghub.routes.engine.port.OnceAtATime;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Advisory locks of the database all processes share. Each work under way holds a connection of its own, and with it the
 * lock; when the process dies or the work throws, the database takes it back.
 */
public final class PostgresOnceAtATime implements OnceAtATime {

    private static final String LOCK = "SELECT pg_try_advisory_lock(hashtextextended('accounting hub: ' || ?, 0))";
    private static final String UNLOCK = "SELECT pg_advisory_unlock(hashtextextended('accounting hub: ' || ?, 0))";

    private static final int ANSWER_MILLIS = 30_000;

    private final DataSource unpooled;

    /**
     * @param unpooled gives a new connection each time, directly to the server: a pool would run dry of connections held for
     *     minutes, and one that shares sessions between transactions would lose the lock
     */
    public PostgresOnceAtATime(DataSource unpooled) {
        this.unpooled = unpooled;
    }

    /** @throws DataAccessResourceFailureException when the database cannot be asked; then nothing was done */
    @Override
    public boolean tryRun(String what, Runnable work) {
        try (Connection session = unpooled.getConnection()) {
            session.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
            boolean ours = ask(session, LOCK, what);
            if (ours) {
                work.run();
                ask(session, UNLOCK, what);
            }
            return ours;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the lock on " + what + " cannot be had or given back", e);
        }
    }

    private static boolean ask(Connection session, String question, String what) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(question)) {
            statement.setString(1, what);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }
}
