package org.accountinghub.routes.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.port.DeliveryLedger;
import org.accountinghub.routes.engine.port.PreviewLedger;
import org.jspecify.annotations.Nullable;

/** What the ledger knows before a document is sent, on PostgreSQL. */
final class PostgresPreviewLedger implements PreviewLedger {

    /** Content that was frozen and never intended is not sent: the store is read anew then. */
    private static final String KNOWN = """
            SELECT t.*, (SELECT b.partner_number FROM hub.binding b WHERE b.transfer_id = t.id LIMIT 1) AS partner_number,
                   (SELECT f.sealed FROM hub.transfer_content f WHERE f.transfer_id = t.id AND EXISTS (
                        SELECT FROM hub.transfer_step s WHERE s.transfer_id = t.id AND s.state <> 'PLANNED' AND NOT s.prepares)) AS sealed
            FROM hub.transfer t WHERE t.subject = 'DOCUMENT' AND t.number = :number ORDER BY t.id""";

    /** As taking the rows would refuse: an earlier document of the same order gives them up when it is settled. */
    private static final String HELD = """
            SELECT r.row_id, r.transfer_id FROM hub.document_row r JOIN hub.transfer h ON h.id = r.transfer_id
            WHERE r.store = :store AND r.row_id = ANY (:rows)
              AND (h.subgroup, h.kind, h.number, h.payer, h.generation)
                  <> (:subgroup, :kind, :number, :payer, CAST(:generation AS integer))
              AND NOT (h.kind = :kind AND h.number = :number AND h.generation < CAST(:generation AS integer)
                       AND h.state IN ('DELIVERED', 'DISMISSED'))
            ORDER BY r.row_id LIMIT 1""";

    private final LedgerDatabase database;
    private final FrozenContents contents;
    private final DeliveryLedger delivery;

    PostgresPreviewLedger(LedgerDatabase database, FrozenContents contents, DeliveryLedger delivery) {
        this.database = database;
        this.contents = contents;
        this.delivery = delivery;
    }

    @Override
    public List<Known> documentsOf(String number) {
        return database.sql(KNOWN).param("number", number).query(this::known).list();
    }

    @Override
    public Optional<CustomerThere> customerThere(String connection, SourceKey customer) {
        return delivery.customerBinding(connection, customer);
    }

    @Override
    public Optional<Customer> customerAsSent(String connection, SourceKey customer) {
        return delivery.customerAsSent(connection, customer);
    }

    @Override
    public Optional<Transfer> customerTransfer(String connection, SourceKey customer) {
        return database.sql("""
                        SELECT t.* FROM hub.transfer t
                        WHERE t.subject = 'CUSTOMER' AND t.connection = :connection AND t.store = :store
                          AND t.number = :number AND t.state NOT IN ('WITHDRAWN', 'SUPERSEDED')
                        ORDER BY t.id DESC LIMIT 1""")
                .param("connection", connection)
                .param("store", customer.store())
                .param("number", customer.number())
                .query(TransferRows::transfer)
                .optional();
    }

    @Override
    public Optional<Problem> heldElsewhere(DocumentKey document, List<String> rowIds) {
        return database.sql(HELD)
                .param("store", document.order().store())
                .param("rows", withWholes(rowIds))
                .param("subgroup", document.order().subgroup())
                .param("kind", document.order().kind())
                .param("number", document.order().number())
                .param("payer", document.payer())
                .param("generation", document.generation())
                .query((row, number) -> new RowConflict(row.getLong("transfer_id"), row.getString("row_id")))
                .optional()
                .map(conflict -> conflict.problem(Freezing.inWords(database, conflict.holder())));
    }

    private static String[] withWholes(List<String> rowIds) {
        return Stream.concat(rowIds.stream(), Stream.of(DividedRows.wholes(rowIds.toArray(String[]::new))))
                .toArray(String[]::new);
    }

    private Known known(ResultSet row, int number) throws SQLException {
        return new Known(
                PostgresOperatorLedger.row(row, number),
                TransferRows.documentKey(row),
                sent(row.getLong("id"), row.getString("connection"), row.getBytes("sealed")));
    }

    private Optional<BillableOrder> sent(long transferId, String connection, byte @Nullable [] sealed) {
        return sealed != null && contents.open(transferId, connection, sealed) instanceof Frozen.Document document
                ? Optional.of(document.order())
                : Optional.empty();
    }
}
