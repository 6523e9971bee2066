package org.accountinghub.routes.store;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Lets the database plan each statement once for each connection: of the contract's views planning takes some hundred times
 * longer than reading one order does. By itself the driver keeps a statement when it has been used five times, and the
 * database a plan after five more.
 */
final class PlannedOnce extends JdbcTemplate {

    /** Which order is asked for changes nothing in how it is best read. */
    static final String FOR_THIS_TRANSACTION = "SET LOCAL plan_cache_mode = force_generic_plan";

    private static final int FROM_THE_FIRST = 1;

    PlannedOnce(DataSource hub) {
        super(hub);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        if (statement.isWrapperFor(PGStatement.class)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(FROM_THE_FIRST);
        }
    }
}
