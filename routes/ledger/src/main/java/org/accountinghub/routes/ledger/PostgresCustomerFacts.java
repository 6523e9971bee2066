package org.accountinghub.routes.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.accountinghub.routes.engine.port.CustomerFacts;

/** What is known of customers at their partners, on PostgreSQL. */
final class PostgresCustomerFacts implements CustomerFacts {

    /** An invoice counts from when it is booked; one of several orders counts once. */
    private static final String UNTOLD = """
            WITH touched AS (
                SELECT connection, partner_id, array_agg(id) AS marks
                FROM (SELECT * FROM hub.customer_touched ORDER BY id LIMIT :limit) longest GROUP BY connection, partner_id),
            named AS (
                SELECT t.*, k.partner_number, k.numbers, k.payers FROM touched t
                CROSS JOIN LATERAL (
                    SELECT max(partner_number) AS partner_number, array_agg(DISTINCT number) FILTER (WHERE today) AS numbers,
                           array_agg(DISTINCT number) AS payers
                    FROM (SELECT l.number, l.partner_number, true FROM hub.register_link l
                          WHERE l.connection = t.connection AND l.register = 'CUSTOMERS' AND l.partner_id = t.partner_id
                          UNION ALL
                          SELECT b.number, b.partner_number, NOT EXISTS (
                              SELECT FROM hub.former_number f
                              WHERE (f.connection, f.number, f.partner_id) = (b.connection, b.number, b.partner_id))
                          FROM hub.binding b
                          WHERE b.connection = t.connection AND b.partner_id = t.partner_id AND b.kind = 'customer'
                          UNION ALL
                          SELECT f.number, NULL, false FROM hub.former_number f
                          WHERE f.connection = t.connection AND f.partner_id = t.partner_id)
                        AS known (number, partner_number, today)) k),
            sent AS (
                SELECT n.connection, n.partner_id, t.id FROM named n
                JOIN hub.transfer t ON t.connection = n.connection AND t.payer = ANY (n.payers)),
            booked AS (
                SELECT s.connection, s.partner_id, r.invoice_number AS number, r.invoice_date AS date, r.currency, r.balance
                FROM sent s JOIN hub.document_return r ON r.transfer_id = s.id
                WHERE r.made_as = 'INVOICE' AND r.invoice_number IS NOT NULL AND r.standing IN ('BOOKED', 'PAID', 'CREDITED')
                UNION
                SELECT s.connection, s.partner_id, d.number, d.document_date, d.currency, d.balance
                FROM sent s
                JOIN hub.document_part p ON p.transfer_id = s.id AND p.connection = s.connection AND p.made_as = 'INVOICE'
                JOIN hub.partner_document d
                    ON (d.connection, d.made_as, d.partner_id) = (p.connection, p.made_as, p.partner_id)
                WHERE d.number IS NOT NULL AND d.document_date IS NOT NULL AND d.standing IN ('BOOKED', 'PAID', 'CREDITED')),
            summed AS (
                SELECT connection, partner_id, max(date) AS last_date,
                       (array_agg(number ORDER BY date DESC, length(number) DESC, number DESC))[1] AS last_number,
                       CASE WHEN count(DISTINCT currency) FILTER (WHERE balance <> 0) < 2 THEN coalesce(sum(balance), 0) END
                           AS balance
                FROM booked GROUP BY connection, partner_id)
            SELECT n.connection, n.marks, n.numbers, n.partner_number, s.last_number, s.last_date, s.balance
            FROM named n LEFT JOIN summed s USING (connection, partner_id)""";

    private final LedgerDatabase database;

    PostgresCustomerFacts(LedgerDatabase database) {
        this.database = database;
    }

    @Override
    public List<Fact> untold(int limit) {
        return database.sql(UNTOLD)
                .param("limit", limit)
                .query(PostgresCustomerFacts::fact)
                .list();
    }

    /** One that is linked no more has no number, and there is nobody to tell. */
    private static Fact fact(ResultSet row, int line) throws SQLException {
        String number = row.getString("partner_number");
        return new Fact(
                row.getString("connection"),
                Arrays.asList((Long[]) row.getArray("marks").getArray()),
                number == null || row.getArray("numbers") == null ? List.of() : TransferRows.texts(row, "numbers"),
                number == null ? "" : number,
                Optional.ofNullable(row.getString("last_number")).isPresent()
                        ? Optional.of(new Invoiced(
                                row.getString("last_number"),
                                row.getObject("last_date", LocalDate.class),
                                Optional.ofNullable(row.getBigDecimal("balance"))))
                        : Optional.empty());
    }

    @Override
    public void told(Collection<Fact> facts) {
        database.sql("DELETE FROM hub.customer_touched WHERE id = ANY (:marks)")
                .param(
                        "marks",
                        facts.stream().flatMap(fact -> fact.marks().stream()).toArray(Long[]::new))
                .update();
    }
}
