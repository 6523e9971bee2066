package org.accountinghub.routes.store;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reference store's orders as its users see them; for the demo and for tests, the hub itself reads the contract. */
public final class ReferenceOrders {

    private static final String SQL = """
            SELECT coalesce(o.subgroup_code, '') AS subgroup, o.kind, o.number, o.state, d.payer_number, d.problem,
                   i.invoice_number, i.state AS invoice_state, i.total, i.balance
            FROM service.orders o
            LEFT JOIN service.order_documents d
                ON (d.subgroup, d.kind, d.number, d.generation) = (coalesce(o.subgroup_code, ''), o.kind, o.number, o.generation)
            LEFT JOIN service.order_invoices i
                ON (i.subgroup, i.kind, i.number, i.payer_number, i.generation)
                 = (d.subgroup, d.kind, d.number, d.payer_number, d.generation)
            ORDER BY 1, 2, o.id, d.payer_number""";

    private ReferenceOrders() {}

    /** @param owner logs in as the store's owner */
    public static List<Line> read(DataSource owner) {
        return JdbcClient.create(owner)
                .sql(SQL)
                .query((row, number) -> new Line(
                        row.getString("subgroup"),
                        row.getString("kind"),
                        row.getString("number"),
                        row.getString("state"),
                        Optional.ofNullable(row.getString("payer_number")),
                        Optional.ofNullable(row.getString("problem")),
                        Optional.ofNullable(row.getString("invoice_number")),
                        Optional.ofNullable(row.getString("invoice_state")),
                        Optional.ofNullable(row.getBigDecimal("total")),
                        Optional.ofNullable(row.getBigDecimal("balance"))))
                .list();
    }

    /**
     * One document of an order, or an order that has none yet.
     *
     * @param state of the order: {@code READY}, {@code SENT}, {@code INVOICED}, …
     * @param problem what the hub told about the document
     */
    public record Line(
            String subgroup,
            String kind,
            String number,
            String state,
            Optional<String> payer,
            Optional<String> problem,
            Optional<String> invoice,
            Optional<String> invoiceState,
            Optional<BigDecimal> total,
            Optional<BigDecimal> balance) {

        public boolean isInvoiced() {
            return state.equals("INVOICED");
        }

        public String order() {
            return subgroup + " " + kind + " " + number;
        }
    }
}
