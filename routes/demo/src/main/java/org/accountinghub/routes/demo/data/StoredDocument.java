package org.accountinghub.routes.demo.data;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one payer shall be invoiced for an order, as the store has it.
 *
 * @param order company, kind and number
 * @param asOrder whether it is sent as an order, else directly as an invoice
 * @param unwanted why it is not to be sent now
 * @param invoices what the hub has reported of this generation
 */
public record StoredDocument(
        String order,
        String payer,
        int generation,
        boolean asOrder,
        String orderState,
        Optional<String> unwanted,
        List<StoredInvoice> invoices) {

    private static final String DOCUMENTS = """
            SELECT d.subgroup || ' ' || d.kind || ' ' || d.number AS "order", d.payer_number, d.generation,
                   d.target = 'ORDER' AS as_order, d.order_state, d.unwanted_because
            FROM service.hub_documents d
            JOIN service.orders o ON o.kind = d.kind AND o.number = d.number AND coalesce(o.subgroup_code, '') = d.subgroup
            ORDER BY d.subgroup, d.kind, o.id, d.payer_number""";
    private static final String INVOICES = """
            SELECT subgroup || ' ' || kind || ' ' || number AS "order", payer_number, generation, invoice_number, state, currency,
                   total, balance
            FROM service.order_invoices ORDER BY 1, 2, 3, length(invoice_number), invoice_number""";

    /** @param state BOOKED, PAID, CREDITED or CANCELLED */
    public record StoredInvoice(String number, String state, String currency, BigDecimal total, BigDecimal balance) {}

    /** How many orders are marked as invoiced, and have an invoice that the hub has reported; by company. */
    public static Map<String, Integer> countInvoiced(DataSource owner) {
        Map<String, Integer> counts = new TreeMap<>();
        JdbcClient.create(owner).sql("""
                        SELECT coalesce(o.subgroup_code, '') AS company, count(*) AS orders FROM service.orders o
                        WHERE o.state = 'INVOICED' AND EXISTS (
                            SELECT FROM service.order_invoices i
                            WHERE (i.kind, i.number, i.subgroup) = (o.kind, o.number, coalesce(o.subgroup_code, '')))
                        GROUP BY 1""").query((RowCallbackHandler)
                line -> counts.put(line.getString("company"), line.getInt("orders")));
        return counts;
    }

    /** Every order's documents of the newest generation. */
    public static List<StoredDocument> all(DataSource owner) {
        JdbcClient sql = JdbcClient.create(owner);
        Map<String, List<StoredInvoice>> invoices =
                sql.sql(INVOICES).query((line, n) -> Map.entry(key(line), invoice(line))).list().stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(ArrayList::new))));
        return sql.sql(DOCUMENTS)
                .query((line, n) -> new StoredDocument(
                        line.getString("order"),
                        line.getString("payer_number"),
                        line.getInt("generation"),
                        line.getBoolean("as_order"),
                        line.getString("order_state"),
                        Optional.ofNullable(line.getString("unwanted_because")),
                        List.copyOf(invoices.getOrDefault(key(line), new ArrayList<>()))))
                .list();
    }

    private static String key(ResultSet line) throws SQLException {
        return key(line.getString("order"), line.getString("payer_number"), line.getInt("generation"));
    }

    private static StoredInvoice invoice(ResultSet line) throws SQLException {
        return new StoredInvoice(
                line.getString("invoice_number"),
                line.getString("state"),
                line.getString("currency"),
                line.getBigDecimal("total"),
                line.getBigDecimal("balance"));
    }

    private static String key(String order, String payer, int generation) {
        return order + " " + payer + " " + generation;
    }

    /** Order, payer and generation. */
    public String key() {
        return key(order, payer, generation);
    }
}
