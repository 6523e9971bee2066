package org.accountinghub.routes.ledger;

import java.util.Optional;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.Transfer;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Customers that documents need: who they are at the partner, or the transfer that brings them. */
final class CustomerTransfers {

    private static final int TRIES = 5;

    private final LedgerDatabase database;
    private final FrozenContents contents;

    CustomerTransfers(LedgerDatabase database, FrozenContents contents) {
        this.database = database;
        this.contents = contents;
    }

    Optional<CustomerThere> there(String connection, SourceKey customer) {
        return about("""
                        SELECT partner_id, partner_number
                        FROM hub.customer_there(:connection, :store, :subgroup, :number)""", connection, customer)
                .query((row, number) -> new CustomerThere(row.getString("partner_id"), row.getString("partner_number")))
                .optional();
    }

    Optional<Customer> asSent(String connection, SourceKey customer) {
        return about("""
                        SELECT b.transfer_id, f.sealed FROM hub.binding b
                        JOIN hub.transfer_content f ON f.transfer_id = b.transfer_id
                        WHERE b.connection = :connection AND b.kind = 'customer' AND b.number = :number AND b.store = :store
                        ORDER BY b.subgroup <> :subgroup, b.bound_at LIMIT 1""", connection, customer)
                .query((row, number) -> contents.open(row.getLong("transfer_id"), connection, row.getBytes("sealed")))
                .optional()
                .filter(Frozen.CustomerRecord.class::isInstance)
                .map(frozen -> ((Frozen.CustomerRecord) frozen).customer());
    }

    /** One for all subgroups of the connection. Who makes it at the same moment, it is found by the next look. */
    Transfer transfer(String connection, SourceKey customer) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Transfer> transfer = about("""
                            WITH newest AS (
                                SELECT * FROM hub.transfer t
                                WHERE t.number = :number AND t.connection = :connection AND t.subject = 'CUSTOMER'
                                  AND t.store = :store AND t.kind = :kind
                                  AND t.state NOT IN ('WITHDRAWN', 'SUPERSEDED')
                                ORDER BY t.id DESC LIMIT 1),
                            made AS (
                                INSERT INTO hub.transfer (connection, subject, store, subgroup, kind, number, state)
                                SELECT :connection, 'CUSTOMER', :store, :subgroup, :kind, :number, 'DUE'
                                WHERE NOT EXISTS (SELECT FROM newest)
                                ON CONFLICT DO NOTHING RETURNING *)
                            SELECT * FROM newest UNION ALL SELECT * FROM made""", connection, customer)
                    .param("kind", customer.kind())
                    .query(TransferRows::transfer)
                    .optional();
            if (transfer.isPresent()) {
                return transfer.get();
            }
        }
        throw new CannotAcquireLockException("the transfer of customer " + customer + " is being made elsewhere");
    }

    private StatementSpec about(String text, String connection, SourceKey key) {
        return database.sql(text)
                .param("connection", connection)
                .param("store", key.store())
                .param("subgroup", key.subgroup())
                .param("number", key.number());
    }
}
