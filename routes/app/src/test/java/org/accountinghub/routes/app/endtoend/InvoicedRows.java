package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.accountinghub.routes.app.endtoend.ServiceDesk.Line;
import tools.jackson.databind.JsonNode;

/** How often each row of the store stands in an invoice, over the books of several companies; rows are known by their texts. */
final class InvoicedRows {

    private final Map<String, List<BigDecimal>> amounts = new TreeMap<>();

    private InvoicedRows() {}

    static InvoicedRows of(Company... companies) {
        InvoicedRows found = new InvoicedRows();
        for (Company company : companies) {
            company.bookKeeper()
                    .invoices()
                    .forEach(invoice -> invoice.path("InvoiceRows").forEach(found::add));
        }
        return found;
    }

    /** Rows that no other order has, of different amounts. */
    static List<Line> lines(Company company, String order, int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(row -> Line.of(
                        company.code() + " " + order + " rad " + row,
                        row + ".5",
                        order.replaceAll("\\D", "") + "." + row,
                        "0",
                        "25"))
                .toList();
    }

    /** Each of these rows is invoiced, exactly so many times and with its amount. */
    void are(int times, List<Line> lines) {
        for (Line line : lines) {
            assertThat(amounts.getOrDefault(line.text(), List.of()))
                    .as("invoiced rows %s of %s", line.text(), amounts.keySet())
                    .hasSize(times)
                    .allSatisfy(amount -> assertThat(amount).isEqualByComparingTo(Agreement.net(line)));
        }
    }

    private void add(JsonNode row) {
        BigDecimal amount = row.path("Price")
                .decimalValue()
                .multiply(new BigDecimal(row.path("DeliveredQuantity").asString("0")));
        if (amount.signum() != 0) {
            amounts.computeIfAbsent(row.path("Description").asString(""), text -> new ArrayList<>())
                    .add(amount.setScale(2, java.math.RoundingMode.HALF_UP));
        }
    }
}
