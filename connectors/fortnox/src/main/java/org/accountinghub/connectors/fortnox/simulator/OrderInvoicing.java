package org.accountinghub.connectors.fortnox.simulator;

import java.math.BigDecimal;
import java.util.List;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes invoices of orders: what was delivered is invoiced, what was not becomes a rest order. An order that is invoiced
 * names its invoice, and nothing else is done to it ever again.
 */
final class OrderInvoicing {
    private static final String REFERENCE = "InvoiceReference";
    private static final String SUMMARY = "SUMMARYINVOICE";
    private static final List<String> REFERENCES = List.of("ExternalInvoiceReference1", "ExternalInvoiceReference2");
    private static final List<String> HEADER = List.of(
            "Address1",
            "Address2",
            "AdministrationFee",
            "City",
            "Comments",
            "CostCenter",
            "Country",
            "Currency",
            "CustomerName",
            "CustomerNumber",
            "DeliveryAddress1",
            "DeliveryAddress2",
            "DeliveryCity",
            "DeliveryCountry",
            "DeliveryDate",
            "DeliveryName",
            "DeliveryZipCode",
            "Freight",
            "Language",
            "OurReference",
            "Phone1",
            "Phone2",
            "PriceList",
            "Project",
            "TaxReductionType",
            "TermsOfDelivery",
            "TermsOfPayment",
            "VATIncluded",
            "WayOfDelivery",
            "YourOrderNumber",
            "YourReference",
            "ZipCode");
    private static final List<String> ROW = List.of(
            "AccountNumber",
            "ArticleNumber",
            "CostCenter",
            "DeliveredQuantity",
            "Description",
            "Discount",
            "DiscountType",
            "HouseWork",
            "HouseWorkHoursToReport",
            "HouseWorkType",
            "Price",
            "Project",
            "Unit");

    private final DocumentDraft orders;
    private final DocumentDraft invoices;
    private final Effects effects;

    OrderInvoicing(DocumentDraft orders, DocumentDraft invoices, Effects effects) {
        this.orders = orders;
        this.invoices = invoices;
        this.effects = effects;
    }

    static boolean isInvoiced(ObjectNode order) {
        return !order.path(REFERENCE).asString("0").equals("0");
    }

    /** One invoice of what was delivered of one order. */
    Entry invoice(FortnoxCompany company, ObjectNode order, String requestId) {
        return invoice(company, List.of(order), requestId);
    }

    /** One invoice of what was delivered of several orders of one customer: with more than one, a summary invoice. */
    Entry invoice(FortnoxCompany company, List<ObjectNode> all, String requestId) {
        all.forEach(OrderInvoicing::checkOpen);
        ObjectNode first = all.get(0);
        ObjectNode wanted = pick(first, HEADER);
        if (first.path("CopyRemarks").booleanValue()) {
            wanted.set("Remarks", first.path("Remarks"));
        }
        ArrayNode rows = wanted.putArray("InvoiceRows");
        all.forEach(order -> deliveredRows(order, rows));
        if (all.size() > 1) {
            wanted.put("InvoiceType", SUMMARY);
        } else if (company.assumes(Assumption.INVOICE_COPIES_REFERENCES)) {
            REFERENCES.forEach(field -> wanted.set(field, first.path(field)));
        }
        ObjectNode invoice = invoices.create(company, wanted);
        String number = invoice.path("DocumentNumber").asString("");
        if (all.size() == 1) {
            invoice.put("OrderReference", first.path("DocumentNumber").asString(""));
        }
        List<ObjectNode> rest = company.assumes(Assumption.REST_ORDER)
                ? all.stream()
                        .filter(OrderInvoicing::hasRest)
                        .map(order -> rest(company, order))
                        .toList()
                : List.of();
        all.forEach(order -> order.put(REFERENCE, number));
        return new Entry(number, invoice, () -> {
            if (!all.stream().allMatch(order -> stillOpen(company, order))) {
                return;
            }
            all.forEach(order -> company.taxReductions.copy(order, invoice, effects, requestId));
            DocumentAmounts.calculate(DocumentKind.INVOICE, invoice, company);
            company.invoices.put(number, invoice, effects.clock().instant());
            effects.add(company, "invoice", Action.DERIVED, number, invoice, requestId);
            all.forEach(order -> store(company, order, Action.INVOICED, requestId));
            rest.forEach(order -> store(company, order, Action.DERIVED, requestId));
        });
    }

    private static void checkOpen(ObjectNode order) {
        if (isInvoiced(order) || order.path("Cancelled").booleanValue()) {
            throw Refusal.of("Ordern är redan fakturerad eller makulerad.", 2003125);
        }
    }

    /** A late commit may come after another one. */
    private static boolean stillOpen(FortnoxCompany company, ObjectNode order) {
        return company.orders
                .find(order.path("DocumentNumber").asString(""))
                .filter(now -> !isInvoiced(now) && !now.path("Cancelled").booleanValue())
                .isPresent();
    }

    private static void deliveredRows(ObjectNode order, ArrayNode rows) {
        for (JsonNode row : order.path("OrderRows")) {
            BigDecimal delivered = Amounts.of(row.path("DeliveredQuantity"));
            if (delivered.signum() != 0 || left(row).signum() == 0) {
                ObjectNode copy = pick(row, ROW);
                copy.put("VAT", Amounts.of(row.path("VAT")).intValue());
                rows.add(copy);
            }
        }
    }

    private static boolean hasRest(ObjectNode order) {
        for (JsonNode row : order.path("OrderRows")) {
            if (left(row).signum() != 0) {
                return true;
            }
        }
        return false;
    }

    private static BigDecimal left(JsonNode row) {
        return Amounts.of(row.path("OrderedQuantity")).subtract(Amounts.of(row.path("DeliveredQuantity")));
    }

    /** A discount in kronor stays with the part that was delivered first. */
    private ObjectNode rest(FortnoxCompany company, ObjectNode order) {
        ObjectNode wanted = pick(order, HEADER);
        wanted.remove(List.of("AdministrationFee", "Freight"));
        if (company.assumes(Assumption.REST_ORDER_COPIES_REFERENCES)) {
            REFERENCES.forEach(field -> wanted.set(field, order.path(field)));
        }
        ArrayNode rows = wanted.putArray("OrderRows");
        for (JsonNode row : order.path("OrderRows")) {
            BigDecimal left = left(row);
            if (left.signum() == 0) {
                continue;
            }
            ObjectNode copy = pick(row, ROW);
            copy.put("OrderedQuantity", Amounts.text(left)).put("DeliveredQuantity", "0");
            copy.set("VAT", row.path("VAT"));
            if (row.path("DiscountType").asString("").equals("AMOUNT")
                    && Amounts.of(row.path("DeliveredQuantity")).signum() != 0) {
                copy.put("Discount", 0);
            }
            rows.add(copy);
        }
        return orders.create(company, wanted).put("OrderType", "BackOrder");
    }

    private static ObjectNode pick(JsonNode from, List<String> fields) {
        ObjectNode picked = JsonNodeFactory.instance.objectNode();
        fields.forEach(field -> picked.set(field, from.path(field).deepCopy()));
        return picked;
    }

    private void store(FortnoxCompany company, ObjectNode order, Action action, String requestId) {
        String number = order.path("DocumentNumber").asString("");
        company.orders.put(number, order, effects.clock().instant());
        effects.add(company, "order", action, number, order, requestId);
    }
}
