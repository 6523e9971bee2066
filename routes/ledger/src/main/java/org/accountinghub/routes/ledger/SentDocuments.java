package org.accountinghub.routes.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.port.ReturnLedger.DeliveredDocument;

/** Documents that were made at a partner, with what was sent. */
final class SentDocuments {

    static final String SELECT = """
            SELECT t.id, t.connection, t.store, t.subgroup, t.kind, t.number, t.payer, t.generation, r.partner_id,
                   r.partner_number, c.partner_id AS customer_id, c.partner_number AS customer_number, f.sealed
            FROM hub.document_return r
            JOIN hub.transfer t ON t.id = r.transfer_id
            JOIN hub.transfer_content f ON f.transfer_id = t.id
            LEFT JOIN LATERAL hub.customer_there(t.connection, t.store, t.subgroup, t.payer) c ON true
            """;

    private final FrozenContents contents;

    SentDocuments(FrozenContents contents) {
        this.contents = contents;
    }

    DeliveredDocument read(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        String connection = row.getString("connection");
        DocumentKey key = TransferRows.documentKey(row);
        if (!(contents.open(id, connection, row.getBytes("sealed")) instanceof Frozen.Document document)) {
            throw new IllegalStateException("not a document was frozen for " + key);
        }
        return new DeliveredDocument(
                id,
                connection,
                key,
                row.getString("partner_id"),
                row.getString("partner_number"),
                customer(row),
                document.order());
    }

    private static Optional<CustomerThere> customer(ResultSet row) throws SQLException {
        String id = row.getString("customer_id");
        return id == null ? Optional.empty() : Optional.of(new CustomerThere(id, row.getString("customer_number")));
    }
}
