package org.accountinghub.connectors.fortnox.simulator;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.testkit.partner.SimulatedCompany;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A company in the words that every accounting system knows. */
record ConnectedCompany(String tenant, BookKeeper keeper) implements SimulatedCompany {

    @Override
    public Map<String, String> settings(Map<String, URI> addresses) {
        return Map.of(
                "base-address", String.valueOf(addresses.get("base")),
                "token-address", String.valueOf(addresses.get("token")),
                "authorize-address", String.valueOf(addresses.get("auth")),
                "client-id", FortnoxSimulator.CLIENT_ID,
                "tenant-id", tenant);
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of("client-secret", FortnoxSimulator.CLIENT_SECRET);
    }

    @Override
    public String creates(String kind) {
        return "POST /3/" + kind + "s";
    }

    @Override
    public String addCustomer(String number, String name, String registrationNumber) {
        return keeper.addCustomer(number, name, registrationNumber);
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
        keeper.changeCustomer(number, JsonMapper.shared().createObjectNode().put("Phone1", phone));
    }

    @Override
    public void addArticle(String number, String description) {
        keeper.addArticle(number, description);
    }

    @Override
    public List<Paper> orders() {
        return keeper.orders().stream()
                .map(order -> new Paper(
                        order.path("DocumentNumber").asString(),
                        order.path("CustomerNumber").asString(),
                        order.path("Currency").asString(),
                        Amounts.of(order, "Total"),
                        Amounts.of(order, "RoundOff"),
                        BigDecimal.ZERO,
                        !order.path("InvoiceReference").asString("0").equals("0"),
                        order.path("Cancelled").booleanValue(false)))
                .toList();
    }

    @Override
    public List<Paper> invoices() {
        return keeper.invoices().stream().map(ConnectedCompany::invoice).toList();
    }

    private static Paper invoice(ObjectNode invoice) {
        return new Paper(
                invoice.path("DocumentNumber").asString(),
                invoice.path("CustomerNumber").asString(),
                invoice.path("Currency").asString(),
                Amounts.of(invoice, "Total"),
                Amounts.of(invoice, "RoundOff"),
                Amounts.of(invoice, "Balance"),
                invoice.path("Booked").booleanValue(false),
                invoice.path("Cancelled").booleanValue(false));
    }

    @Override
    public String invoiceOrder(String order) {
        return keeper.invoiceOrder(order);
    }

    @Override
    public void cancelOrder(String order) {
        keeper.cancelOrder(order);
    }

    @Override
    public void book(String invoice) {
        keeper.book(invoice);
    }

    @Override
    public void pay(String invoice) {
        keeper.payAll(invoice);
    }
}
