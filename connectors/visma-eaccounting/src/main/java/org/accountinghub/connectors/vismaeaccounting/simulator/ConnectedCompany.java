package org.accountinghub.connectors.vismaeaccounting.simulator;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.accountinghub.connectors.testkit.partner.SimulatedCompany;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A company in the words that every accounting system knows. Its people know documents by number, drafts by id. */
record ConnectedCompany(String tenant, BookKeeper keeper) implements SimulatedCompany {

    @Override
    public Map<String, String> settings(Map<String, URI> addresses) {
        return Map.of(
                "base-address",
                String.valueOf(addresses.get("base")),
                "token-address",
                String.valueOf(addresses.get("token")),
                "authorize-address",
                String.valueOf(addresses.get("auth")),
                "client-id",
                VismaSimulator.CLIENT_ID,
                "fallback-articles",
                "25=DIV25,12=DIV12,6=DIV6,0=DIV0",
                "invoice-as",
                "invoice");
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of("client-secret", VismaSimulator.CLIENT_SECRET);
    }

    @Override
    public URI approving(URI page) {
        return URI.create(page + "&approve=" + tenant);
    }

    @Override
    public String creates(String kind) {
        return switch (kind) {
            case "invoice" -> "POST /v2/customerinvoicedrafts/{id}/convert";
            default -> "POST /v2/" + kind + "s";
        };
    }

    @Override
    public String addCustomer(String number, String name, String registrationNumber) {
        keeper.addCustomer(
                Map.of("CustomerNumber", number, "Name", name, "CorporateIdentityNumber", registrationNumber), false);
        return number;
    }

    @Override
    public String customerName(String number) {
        return keeper.customers().stream()
                .filter(customer -> customer.path("CustomerNumber").asString("").equals(number))
                .map(customer -> customer.path("Name").asString(""))
                .findFirst()
                .orElse("");
    }

    @Override
    public void telephone(String number, String phone) {
        keeper.changeCustomer(
                keeper.id("customers", number),
                JsonMapper.shared().createObjectNode().put("Telephone", phone));
    }

    @Override
    public void addArticle(String number, String description) {
        keeper.addArticle(number, description);
    }

    @Override
    public List<Paper> orders() {
        return keeper.orders().stream()
                .map(order -> new Paper(
                        order.path("Number").asString(""),
                        customer(order),
                        order.path("CurrencyCode").asString(""),
                        order.path("Amount").decimalValue(),
                        order.path("RoundingsAmount").decimalValue(),
                        BigDecimal.ZERO,
                        order.path("Status").intValue(0) == Documents.INVOICED,
                        false))
                .toList();
    }

    @Override
    public List<Paper> invoices() {
        return Stream.concat(
                        keeper.invoices().stream()
                                .map(invoice -> new Paper(
                                        invoice.path("InvoiceNumber").asString(""),
                                        customer(invoice),
                                        invoice.path("CurrencyCode").asString(""),
                                        invoice.path("TotalAmount").decimalValue(),
                                        invoice.path("TotalRoundings").decimalValue(),
                                        invoice.path("RemainingAmount").decimalValue(),
                                        true,
                                        false)),
                        keeper.drafts().stream()
                                .map(draft -> new Paper(
                                        draft.path("Id").stringValue(),
                                        customer(draft),
                                        draft.path("InvoiceCurrencyCode").asString(""),
                                        draft.path("TotalAmount").decimalValue(),
                                        draft.path("TotalRoundings").decimalValue(),
                                        payable(draft),
                                        false,
                                        false)))
                .toList();
    }

    @Override
    public String invoiceOrder(String order) {
        String made = keeper.invoiceOrder(id(keeper.orders(), "Number", order));
        return keeper.invoices().stream()
                .filter(invoice -> invoice.path("Id").stringValue().equals(made))
                .map(invoice -> invoice.path("InvoiceNumber").asString(""))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void cancelOrder(String order) {
        throw new IllegalStateException("eAccounting cancels no order");
    }

    /** Invoices are booked from the beginning; a draft is by becoming one. */
    @Override
    public void book(String draft) {
        keeper.book(draft);
    }

    @Override
    public void pay(String invoice) {
        keeper.payAll(id(keeper.invoices(), "InvoiceNumber", invoice));
    }

    private static BigDecimal payable(JsonNode document) {
        return document.path("TotalAmount")
                .decimalValue()
                .subtract(document.path("RotReducedInvoicingAmount").decimalValue(BigDecimal.ZERO));
    }

    private String customer(JsonNode document) {
        return keeper.customers().stream()
                .filter(customer -> customer.path("Id")
                        .stringValue()
                        .equals(document.path("CustomerId").asString("")))
                .map(customer -> customer.path("CustomerNumber").asString(""))
                .findFirst()
                .orElse("");
    }

    private static String id(List<ObjectNode> documents, String field, String number) {
        return documents.stream()
                .filter(document -> document.path(field).asString("").equals(number))
                .map(document -> document.path("Id").stringValue())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no document " + number));
    }
}
