package org.accountinghub.routes.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.accountinghub.routes.demo.data.PartnerSeed;
import tools.jackson.databind.JsonNode;

/** The simulated Fortnox, whose book-keeper can do more: part deliveries, one invoice of several orders, tax reductions. */
final class SimulatedFortnox extends SimulatedSystem {

    static final String NAME = "fortnox";

    SimulatedFortnox(JsonNode addresses) {
        super(NAME, addresses);
    }

    @Override
    int seed(String tenant, PartnerSeed seed) {
        send(
                "POST",
                "tenants/" + tenant,
                Map.of(
                        "name", seed.company().name(),
                        "organisationNumber", seed.company().organisationNumber(),
                        "inactiveCostCentres", seed.closedCostCentres()));
        seed.customers().forEach(customer -> send("POST", "tenants/" + tenant + "/customers", customer.asFortnox()));
        seed.articles().forEach(article -> send("POST", "tenants/" + tenant + "/articles", article.asFortnox()));
        return seed.customers().size();
    }

    @Override
    Map<String, String> settingsForInvoices() {
        return Map.of("after-invoice", "bookkeep,mark-sent");
    }

    JsonNode orders(String tenant) {
        return send("GET", "tenants/" + tenant + "/orders", null);
    }

    JsonNode order(String tenant, String number) {
        return orders(tenant)
                .valueStream()
                .filter(order -> order.path("DocumentNumber").asString("").equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the simulator has no order " + number));
    }

    /** What was asked for of tax reductions; personal numbers are masked. */
    JsonNode taxReductions(String tenant) {
        return send("GET", "tenants/" + tenant + "/taxreductions", null);
    }

    @Override
    List<String> invoiceTogether(String tenant, List<String> orders) {
        return List.of(send("POST", "tenants/" + tenant + "/orders/invoice-together", Map.of("orders", orders))
                .path("number")
                .asString(""));
    }

    /** Half of the first row that has several now, the rest later. */
    @Override
    List<String> invoiceInParts(String tenant, String number) {
        List<String> invoices = new ArrayList<>();
        JsonNode order = order(tenant, number);
        int position = 0;
        for (JsonNode row : order.path("OrderRows")) {
            BigDecimal quantity = new BigDecimal(row.path("OrderedQuantity").asString("0"));
            if (quantity.compareTo(BigDecimal.ONE) > 0) {
                String half = quantity.divide(BigDecimal.valueOf(2)).toPlainString();
                invoices.add(send(
                                "POST",
                                "tenants/" + tenant + "/orders/" + number + "/invoice-part",
                                Map.of("quantities", Map.of(String.valueOf(position), half)))
                        .path("number")
                        .asString(""));
                break;
            }
            position++;
        }
        invoices.add(invoiceOrder(tenant, restOf(tenant, order)));
        return invoices;
    }

    /** The order that holds what was not delivered of this one. */
    String restOf(String tenant, JsonNode order) {
        String reference = order.path("ExternalInvoiceReference1").asString("");
        return orders(tenant)
                .valueStream()
                .filter(other ->
                        other.path("ExternalInvoiceReference1").asString("").equals(reference))
                .filter(other -> other.path("OrderType").asString("").equals("BackOrder"))
                .map(other -> other.path("DocumentNumber").asString(""))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the simulator has no rest of an order"));
    }
}
