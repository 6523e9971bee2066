package org.accountinghub.connectors.vismaeaccounting.simulator;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What eAccounting tells of customers besides what was entered: when each was last invoiced, and what it owes. */
final class CustomerFacts {
    private final Map<String, BigDecimal> unpaid = new TreeMap<>();
    private final Map<String, String> last = new TreeMap<>();

    CustomerFacts(VismaCompany company) {
        for (ObjectNode invoice : company.all(Kind.INVOICES).values()) {
            String customer = invoice.path("CustomerId").asString("");
            unpaid.merge(customer, invoice.path("RemainingAmount").decimalValue(BigDecimal.ZERO), BigDecimal::add);
            last.merge(
                    customer,
                    invoice.path("InvoiceDate").asString(""),
                    (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
    }

    ObjectNode told(ObjectNode customer) {
        String id = customer.path("Id").asString("");
        ObjectNode told = customer.deepCopy();
        told.put("UnpaidInvoicesAmount", unpaid.getOrDefault(id, BigDecimal.ZERO));
        return last.containsKey(id) ? told.put("LastInvoiceDate", last.get(id)) : told.putNull("LastInvoiceDate");
    }

    /** Those of a page. */
    ObjectNode toldOn(ObjectNode page) {
        ArrayNode data = page.withArray("Data");
        for (int i = 0; i < data.size(); i++) {
            JsonNode customer = data.get(i);
            data.set(i, told((ObjectNode) customer));
        }
        return page;
    }
}
