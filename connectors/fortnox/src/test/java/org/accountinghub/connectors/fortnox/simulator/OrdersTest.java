package org.accountinghub.connectors.fortnox.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.testkit.SimulatedClock;
import org.accountinghub.connectors.testkit.partner.Effect;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class OrdersTest {
    private static final String TWO_ROWS = """
            "ExternalInvoiceReference1":"R1","ExternalInvoiceReference2":"421-1","CopyRemarks":true,"Remarks":"Tack",
            "OrderRows":[
              {"Description":"Utfört enligt order"},
              {"ArticleNumber":"101","OrderedQuantity":"4","DeliveredQuantity":"4","Price":100,"VAT":25},
              {"Description":"Rör","OrderedQuantity":"2","DeliveredQuantity":"2","Price":50,"VAT":12,"Discount":10,"DiscountType":"AMOUNT"}]
            """;

    private final FortnoxSimulator simulator =
            FortnoxSimulator.start(0, new SimulatedClock(Instant.parse("2026-11-22T10:00:00Z")));
    private BookKeeper keeper;
    private Caller caller;

    @BeforeEach
    void connect() {
        simulator.unrecorded();
        simulator.windowScale(0);
        keeper = simulator.bookKeeper("1001");
        keeper.addCustomer("7", "Bergs Bygg AB", "556000-4615");
        keeper.addArticle("101", "Hammare");
        caller = new Caller(simulator, "1001");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private JsonNode created(String fields) {
        Caller.Answered answered = caller.post("/orders", "{\"Order\":{\"CustomerNumber\":\"7\"," + fields + "}}");
        assertThat(answered.status()).as(answered.body()).isEqualTo(201);
        return answered.json().path("Order");
    }

    private JsonNode order(String number) {
        return caller.get("/orders/" + number).json().path("Order");
    }

    private JsonNode invoice(String number) {
        return caller.get("/invoices/" + number).json().path("Invoice");
    }

    private JsonNode listed(String query) {
        return caller.get("/orders?" + query).json().path("Orders");
    }

    private static void assertAmount(JsonNode document, String field, String amount) {
        assertThat(document.path(field).decimalValue()).as(field).isEqualByComparingTo(amount);
    }

    @Test
    void anOrderWithFeeAndFreightComesToWhatTheRealOneAnswered() {
        JsonNode order = created("""
                        "AdministrationFee":50.0,"Freight":25.0,"TaxReductionType":"none","OrderDate":"2026-05-01",
                        "OrderRows":[{"AccountNumber":3001,"ArticleNumber":"101","DeliveredQuantity":1.0,"Price":100.0,
                                      "VAT":25,"OrderedQuantity":1.0}]""");

        assertAmount(order, "Net", "100");
        assertAmount(order, "Gross", "100");
        assertAmount(order, "TotalVAT", "43.75");
        assertAmount(order, "RoundOff", "0.25");
        assertAmount(order, "Total", "219");
        assertAmount(order, "TotalToPay", "219");
        assertThat(order.has("Balance")).isFalse();
        assertThat(order.path("TaxReduction").isNull()).isTrue();
        assertThat(order.path("InvoiceReference").asString()).isEqualTo("0");
        assertThat(order.path("OrderType").asString()).isEqualTo("Order");
        JsonNode row = order.path("OrderRows").path(0);
        assertThat(row.path("OrderedQuantity").asString()).isEqualTo("1");
        assertThat(row.path("DeliveredQuantity").asString()).isEqualTo("1");
        assertThat(row.has("TotalExcludingVAT")).isFalse();
    }

    @Test
    void whatIsOnlyOrderedCostsNothing() {
        JsonNode order = created("\"OrderRows\":[{\"ArticleNumber\":\"101\",\"OrderedQuantity\":1,\"Price\":80}]");

        assertThat(order.path("OrderRows").path(0).path("DeliveredQuantity").asString())
                .isEqualTo("0");
        assertAmount(order, "Total", "0");
    }

    @Test
    void listItemsAreShortAndTheReferenceIsSearchedAsASubstring() {
        created(TWO_ROWS);
        created("\"ExternalInvoiceReference1\":\"XR12\"");

        JsonNode items = listed("externalinvoicereference1=r1");

        assertThat(items).hasSize(2);
        assertThat(items.path(0).has("InvoiceReference")).isFalse();
        assertThat(items.path(0).has("OrderRows")).isFalse();
        assertThat(items.path(0).path("ExternalInvoiceReference1").asString()).isEqualTo("R1");
        assertThat(caller.get("/orders?customernumber=7&sent=true").code()).isEqualTo(2000588);
        assertThat(caller.get("/orders?filter=nonsense").code()).isEqualTo(2000587);
        assertThat(caller.get("/orders/99").code()).isEqualTo(2000439);
    }

    @Test
    void theInvoiceOfAnOrderNamesItAndCarriesItsReferencesOrNot() {
        created(TWO_ROWS);
        created(TWO_ROWS);

        JsonNode made = caller.put("/orders/1/createinvoice").json().path("Invoice");
        simulator.tenant("1001").assume(Assumption.INVOICE_COPIES_REFERENCES, false);
        JsonNode bare = caller.put("/orders/2/createinvoice").json().path("Invoice");

        assertThat(made.path("OrderReference").asString()).isEqualTo("1");
        assertThat(made.path("ExternalInvoiceReference1").asString()).isEqualTo("R1");
        assertThat(made.path("ExternalInvoiceReference2").asString()).isEqualTo("421-1");
        assertThat(made.path("Remarks").asString()).isEqualTo("Tack");
        assertThat(made.path("InvoiceRows")).hasSize(3);
        assertAmount(made, "Net", "490");
        assertThat(bare.path("OrderReference").asString()).isEqualTo("2");
        assertThat(bare.path("ExternalInvoiceReference1").asString()).isEmpty();
        assertThat(order("1").path("InvoiceReference").asString()).isEqualTo("1");
        assertThat(simulator.book().count("invoice", Action.CREATED)).isZero();
        assertThat(simulator.book().count("invoice", Action.DERIVED)).isEqualTo(2);
        assertThat(simulator.book().count("order", Action.INVOICED)).isEqualTo(2);
        assertThat(simulator.book().duplicates()).containsOnlyKeys("1001 order R1");
    }

    @Test
    void anInvoicedOrderIsFinished() {
        created(TWO_ROWS);
        caller.put("/orders/1/createinvoice");

        for (String path : List.of("/orders/1/createinvoice", "/orders/1/cancel")) {
            assertThat(caller.put(path).code()).as(path).isEqualTo(2003125);
        }
        assertThat(caller.put("/orders/1", "{\"Order\":{\"Comments\":\"x\"}}").code())
                .isEqualTo(2003125);
        assertThat(listed("filter=invoicecreated")).hasSize(1);
        assertThat(listed("filter=invoicenotcreated")).isEmpty();
    }

    @Test
    void ofAPartDeliveryTheRestBecomesAnOrderThatCarriesTheReferencesOrNot() {
        created(TWO_ROWS);
        created(TWO_ROWS);

        String first = keeper.invoicePart("1", Map.of(1, new BigDecimal("3")));
        simulator.tenant("1001").assume(Assumption.REST_ORDER_COPIES_REFERENCES, false);
        keeper.invoicePart("2", Map.of(1, new BigDecimal("4")));

        assertAmount(invoice(first), "Net", "300");
        assertThat(invoice(first).path("InvoiceRows")).hasSize(2);
        JsonNode rest = order("3");
        assertThat(rest.path("OrderType").asString()).isEqualTo("BackOrder");
        assertThat(rest.path("ExternalInvoiceReference1").asString()).isEqualTo("R1");
        assertThat(rest.path("OrderRows"))
                .extracting(row -> row.path("OrderedQuantity").asString())
                .containsExactly("1", "2");
        assertThat(order("4").path("ExternalInvoiceReference1").asString()).isEmpty();
        assertThat(order("4").path("OrderRows")).hasSize(1);

        assertAmount(invoice(keeper.invoiceOrder("3")), "Net", "190");
        assertThat(listed("filter=invoicenotcreated")).hasSize(1);
    }

    @Test
    void withoutRestOrdersTheRestIsForgotten() {
        simulator.tenant("1001").assume(Assumption.REST_ORDER, false);
        created(TWO_ROWS);

        keeper.invoicePart("1", Map.of(2, BigDecimal.ONE));

        assertThat(caller.get("/orders").json().path("Orders")).hasSize(1);
        assertThat(order("1").path("InvoiceReference").asString()).isEqualTo("1");
    }

    @Test
    void severalOrdersBecomeOneInvoice() {
        created(TWO_ROWS);
        created(
                "\"ExternalInvoiceReference1\":\"R2\",\"OrderRows\":[{\"ArticleNumber\":\"101\",\"OrderedQuantity\":1,\"Price\":10}]");

        String together = keeper.invoiceTogether(List.of("1", "2"));

        JsonNode invoice = invoice(together);
        assertThat(invoice.path("InvoiceType").asString()).isEqualTo("SUMMARYINVOICE");
        assertThat(invoice.path("OrderReference").asString()).isEqualTo("0");
        assertAmount(invoice, "Net", "500");
        assertThat(order("1").path("InvoiceReference").asString()).isEqualTo(together);
        assertThat(order("2").path("InvoiceReference").asString()).isEqualTo(together);
    }

    @Test
    void aPersonCancelsAndDeletes() {
        created(TWO_ROWS);
        created(TWO_ROWS);
        keeper.cancelOrder("1");
        keeper.deleteOrder("2");

        assertThat(listed("filter=cancelled")).hasSize(1);
        assertThat(caller.put("/orders/1/createinvoice").code()).isEqualTo(2003125);
        assertThat(caller.get("/orders/2").status()).isEqualTo(404);
        assertThat(caller.delete("/orders/1").status()).isEqualTo(404);
        assertThatThrownBy(() -> keeper.invoiceOrder("2")).isInstanceOf(IllegalStateException.class);
        assertThat(simulator.book().effects()).extracting(Effect::action).endsWith(Action.CANCELLED, Action.DELETED);
    }

    @Test
    void readingTheEmailSendsItWhenThereIsAnAddress() {
        created(TWO_ROWS);
        assertThat(caller.get("/orders/1/email").status()).isEqualTo(400);
        caller.put("/orders/1", "{\"Order\":{\"EmailInformation\":{\"EmailAddressTo\":\"a@example.org\"}}}");

        assertThat(caller.get("/orders/1/email")
                        .json()
                        .path("Order")
                        .path("Sent")
                        .booleanValue())
                .isTrue();
        assertThat(caller.get("/orders/1/print").status()).isEqualTo(200);
        assertThat(caller.put("/orders/1/externalprint").status()).isEqualTo(200);
        assertThat(caller.get("/orders/1/preview").status()).isEqualTo(200);
        assertThat(simulator.book().effects())
                .extracting(Effect::action)
                .endsWith(Action.EMAILED, Action.PRINTED, Action.SENT);
    }

    @Test
    void anOrderMayBeDatedInALockedPeriodButNotInvoicedThere() {
        simulator.tenant("1001").lockedUntil(LocalDate.of(2026, 10, 31));
        assertThat(created("\"OrderDate\":\"2026-10-01\"").path("OrderDate").asString())
                .isEqualTo("2026-10-01");

        assertThat(caller.put("/orders/1/createinvoice").status()).isEqualTo(200);
        created(TWO_ROWS);
        simulator.tenant("1001").lockedUntil(LocalDate.of(2026, 11, 30));
        assertThat(caller.put("/orders/2/createinvoice").code()).isEqualTo(2000401);
        assertThat(order("2").path("InvoiceReference").asString()).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "CustomerNumber":"8"                                                                        | 2000433
            "CustomerNumber":"7","InvoiceReference":"5"                                                 | 2001399
            "CustomerNumber":"7","DeliveryState":"soon"                                                 | 2000134
            "CustomerNumber":"7","OrderRows":[{"ArticleNumber":"999"}]                                  | 2001302
            "CustomerNumber":"7","OrderRows":[{"Description":"x","InvoicedQuantity":"1"}]               | 2001399
            "CustomerNumber":"7","OrderRows":[{"Description":"x","Price":1,"AccountNumber":3999}]       | 2001304
            """)
    void whatFortnoxRefusesIsRefused(String fields, int code) {
        simulator.tenant("1001").withoutAccounts(3999);

        Caller.Answered refused = caller.post("/orders", "{\"Order\":{" + fields + "}}");

        assertThat(refused.code()).as(refused.body()).isEqualTo(code);
        assertThat(simulator.book().count("order", Action.CREATED)).isZero();
    }

    @Test
    void theBookKeepersVerbsWorkOverHttp() {
        for (int i = 0; i < 6; i++) {
            assertThat(administer("orders", "{\"CustomerNumber\":\"7\"," + TWO_ROWS + "}")
                            .status())
                    .isEqualTo(200);
        }

        assertThat(administer("orders/1/invoice", "").body()).isEqualTo("{\"number\":\"1\"}");
        assertThat(administer("orders/2/invoice-part", "{\"quantities\":{\"1\":\"1.5\"}}")
                        .body())
                .isEqualTo("{\"number\":\"2\"}");
        assertThat(administer("orders/invoice-together", "{\"orders\":[\"3\",\"4\"]}")
                        .body())
                .isEqualTo("{\"number\":\"3\"}");
        assertThat(administer("orders/5/cancel", "").status()).isEqualTo(204);
        assertThat(administer("orders/6/delete", "").status()).isEqualTo(204);
        assertThat(administer("orders/6/invoice", "").status()).isEqualTo(409);
        assertThat(Caller.administer(simulator, "GET", "tenants/1001/orders", "")
                        .json())
                .extracting(order -> order.path("InvoiceReference").asString())
                .containsExactly("1", "2", "3", "3", "0", "0");
        assertThat(Caller.administer(simulator, "PUT", "tenants/1001", "{\"assume\":{\"rest-order\":false}}")
                        .status())
                .isEqualTo(200);
    }

    private Caller.Answered administer(String path, String body) {
        return Caller.administer(simulator, "POST", "tenants/1001/" + path, body);
    }
}
