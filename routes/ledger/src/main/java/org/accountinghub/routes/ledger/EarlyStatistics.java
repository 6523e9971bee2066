package org.accountinghub.routes.ledger;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * PostgreSQL keeps the plan of a statement it has seen a few times. Plans made while the ledger was almost empty read whole
 * tables, and would do so until autovacuum comes by; gathering statistics earlier makes PostgreSQL plan anew.
 */
final class EarlyStatistics {

    private static final Logger LOG = LoggerFactory.getLogger(EarlyStatistics.class);

    private static final long FIRST = 1_000;
    private static final long SECOND = 5_000;

    private final LedgerDatabase database;
    private final AtomicLong attempts = new AtomicLong();

    EarlyStatistics(LedgerDatabase database) {
        this.database = database;
    }

    /** Called after the attempt is committed; nothing that goes wrong here is the attempt's fault. */
    void attemptEnded() {
        long ended = attempts.incrementAndGet();
        if (ended == FIRST || ended == SECOND) {
            try {
                gather(ended);
            } catch (DataAccessException e) {
                LOG.info("no statistics were gathered: {}", e.getClass().getSimpleName());
            }
        }
    }

    private void gather(long enough) {
        double known = database.sql("SELECT reltuples FROM pg_class WHERE oid = CAST('hub.transfer_step' AS regclass)")
                .query(Double.class)
                .single();
        if (known < enough) {
            database.sql("""
                            ANALYZE hub.transfer, hub.transfer_content, hub.transfer_step, hub.transfer_attempt, hub.document_row,
                                    hub.binding, hub.document_return, hub.partner_document, hub.document_part""").update();
        }
    }
}
