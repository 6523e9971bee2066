package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.LedgerDatabase.micros;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.accountinghub.connectors.spi.RateLimit;
import org.accountinghub.routes.engine.port.PermitLedger;

/** Permits of all processes, one round trip each: the database counts, under the lock of the limit's row. */
final class PostgresPermitLedger implements PermitLedger {

    private final LedgerDatabase database;

    PostgresPermitLedger(LedgerDatabase database) {
        this.database = database;
    }

    @Override
    public Slot reserve(RateLimit limit, Duration patience) {
        return database.sql("""
                        SELECT reserved, CAST(extract(epoch FROM delay) * 1000000 AS bigint) AS micros
                        FROM hub.reserve(:key, :calls, :window * interval '1 microsecond',
                                         :patience * interval '1 microsecond')""")
                .param("key", limit.key())
                .param("calls", limit.calls())
                .param("window", micros(limit.window()))
                .param("patience", micros(patience))
                .query((row, number) ->
                        new Slot(row.getBoolean("reserved"), Duration.of(row.getLong("micros"), ChronoUnit.MICROS)))
                .single();
    }

    @Override
    public void close(RateLimit limit, Duration wait) {
        database.sql("""
                        INSERT INTO hub.permit_window AS w (key, slots, closed_until, touched_at)
                        VALUES (:key, '{}', clock_timestamp() + :wait * interval '1 microsecond', clock_timestamp())
                        ON CONFLICT (key) DO UPDATE
                        SET closed_until = greatest(w.closed_until, excluded.closed_until), touched_at = excluded.touched_at""").param("key", limit.key()).param("wait", micros(wait)).update();
    }
}
