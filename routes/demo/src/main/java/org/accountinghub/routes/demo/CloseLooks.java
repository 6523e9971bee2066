package org.accountinghub.routes.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.accountinghub.routes.demo.data.DemoCompany;
import org.accountinghub.routes.demo.data.ShownOrders;
import org.accountinghub.routes.demo.data.StoredDocument;
import org.accountinghub.routes.demo.data.StoredDocument.StoredInvoice;
import tools.jackson.databind.JsonNode;

/** A part delivery, orders that came back on one invoice, and a tax reduction, each on both sides. */
final class CloseLooks {

    private final SimulatedFortnox fortnox;
    private final Result result;
    private final List<String> lines = new ArrayList<>();

    CloseLooks(SimulatedFortnox fortnox, Result result) {
        this.fortnox = fortnox;
        this.result = result;
    }

    String text() {
        partDelivery();
        cameBack();
        taxReduction();
        return String.join("\n", lines);
    }

    private void partDelivery() {
        JsonNode document = document(ShownOrders.IN_PARTS);
        heading("A part delivery", document);
        String tenant = DemoConnections.tenantOf(DemoCompany.NORTH);
        JsonNode order = fortnox.order(tenant, Documents.number(document));
        JsonNode rest = fortnox.order(tenant, fortnox.restOf(tenant, order));
        for (JsonNode one : List.of(order, rest)) {
            lines.add("    order " + one.path("DocumentNumber").asString("") + ": delivered " + delivered(one)
                    + ", invoice " + one.path("InvoiceReference").asString(""));
        }
        store(document);
    }

    private static String delivered(JsonNode order) {
        return order.path("OrderRows")
                .valueStream()
                .filter(row -> !row.path("OrderedQuantity").asString("0").equals("0"))
                .map(row -> row.path("DeliveredQuantity").asString("") + " of "
                        + row.path("OrderedQuantity").asString(""))
                .collect(Collectors.joining(", "));
    }

    private void cameBack() {
        for (String name : ShownOrders.TOGETHER) {
            JsonNode document = document(name);
            heading("Came back together with another one", document);
            store(document);
        }
    }

    private void taxReduction() {
        JsonNode document = document(ShownOrders.REDUCED);
        heading("A tax reduction", document);
        String tenant = DemoConnections.tenantOf(DemoCompany.NORTH);
        JsonNode order = fortnox.order(tenant, Documents.number(document));
        for (JsonNode asked : fortnox.taxReductions(tenant)) {
            if (asked.path("ReferenceDocumentType").asString("").equals("ORDER")
                    && asked.path("ReferenceNumber").asString("").equals(Documents.number(document))) {
                lines.add("    " + order.path("TaxReductionType").asString("").toUpperCase(Locale.ROOT) + ": "
                        + asked.path("CustomerName").asString("") + " ("
                        + asked.path("SocialSecurityNumber").asString("") + ") asks for "
                        + asked.path("AskedAmount").asString("") + " of "
                        + order.path("Total").asString("") + " SEK, for "
                        + asked.path("PropertyDesignation").asString(""));
            }
        }
        store(document);
    }

    private JsonNode document(String order) {
        return result.documents().documents().stream()
                .filter(document -> Documents.order(document).equals(order))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the hub does not know order " + order));
    }

    private void heading(String what, JsonNode document) {
        lines.add("  " + what + ": " + Documents.order(document) + ", sent as order " + Documents.number(document));
    }

    private void store(JsonNode document) {
        List<StoredInvoice> invoices =
                result.stored(document).map(StoredDocument::invoices).orElse(List.of());
        for (StoredInvoice invoice : invoices) {
            lines.add("    the store shows invoice " + invoice.number() + ": " + invoice.total() + " "
                    + invoice.currency() + ", " + invoice.state().toLowerCase(Locale.ROOT) + ", to pay "
                    + invoice.balance());
        }
        lines.add("    the order is "
                + result.stored(document)
                        .map(StoredDocument::orderState)
                        .orElse("unknown")
                        .toLowerCase(Locale.ROOT));
    }
}
