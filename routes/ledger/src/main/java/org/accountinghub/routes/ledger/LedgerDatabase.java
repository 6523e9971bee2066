package org.accountinghub.routes.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How the ledger speaks to PostgreSQL. A single statement is its own commit. What the database does not answer in time,
 * or not at all, is a {@link org.springframework.dao.DataAccessException}.
 */
final class LedgerDatabase {

    private static final int STATEMENT_SECONDS = 30;

    private final DataSource source;
    private final JdbcClient sql;
    private final TransactionTemplate transactions;

    LedgerDatabase(DataSource source) {
        this(source, STATEMENT_SECONDS);
    }

    LedgerDatabase(DataSource source, int statementSeconds) {
        JdbcTemplate template = new JdbcTemplate(source);
        template.setQueryTimeout(statementSeconds);
        this.source = source;
        this.sql = JdbcClient.create(template);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        this.transactions.setTimeout(statementSeconds);
    }

    DataSource source() {
        return source;
    }

    JdbcClient.StatementSpec sql(String text) {
        return sql.sql(text);
    }

    JdbcClient client() {
        return sql;
    }

    <T> T inTransaction(Supplier<T> work) {
        return in(status -> work.get());
    }

    /** In a transaction that says it is a trial, so that whoever can judge without writing does so, and is rolled back. */
    <T> T inTrial(Supplier<T> work) {
        return in(status -> {
            status.setRollbackOnly();
            sql("SELECT set_config('hub.trial', 'yes', true)").query().singleValue();
            return work.get();
        });
    }

    private <T> T in(TransactionCallback<T> work) {
        try {
            T result = transactions.execute(work);
            if (result == null) {
                throw new IllegalStateException("a transaction gave nothing");
            }
            return result;
        } catch (TransactionException e) {
            throw new DataAccessResourceFailureException("a transaction could not be begun or ended", e);
        }
    }

    /** For {@code :name * interval '1 microsecond'}. */
    static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime timestamp(Optional<Instant> instant) {
        return instant.map(LedgerDatabase::timestamp).orElse(null);
    }
}
