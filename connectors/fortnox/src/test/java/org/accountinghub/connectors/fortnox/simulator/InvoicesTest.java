package org.accountinghub.connectors.fortnox.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.accountinghub.connectors.testkit.SimulatedClock;
import org.accountinghub.connectors.testkit.partner.Effect;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class InvoicesTest {
    private final FortnoxSimulator simulator =
            FortnoxSimulator.start(0, new SimulatedClock(Instant.parse("2026-11-22T23:30:00Z")));
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
        Caller.Answered answered = caller.post("/invoices", "{\"Invoice\":{\"CustomerNumber\":\"7\"," + fields + "}}");
        assertThat(answered.status()).as(answered.body()).isEqualTo(201);
        return answered.json().path("Invoice");
    }

    private static String row(String fields) {
        return "\"InvoiceRows\":[{" + fields + "}]";
    }

    private static void assertAmounts(JsonNode invoice, String net, String vat, String roundOff, String total) {
        assertThat(invoice.path("Net").decimalValue()).as("Net").isEqualByComparingTo(net);
        assertThat(invoice.path("TotalVAT").decimalValue()).as("TotalVAT").isEqualByComparingTo(vat);
        assertThat(invoice.path("RoundOff").decimalValue()).as("RoundOff").isEqualByComparingTo(roundOff);
        assertThat(invoice.path("Total").decimalValue()).as("Total").isEqualByComparingTo(total);
        assertThat(invoice.path("Balance").decimalValue()).as("Balance").isEqualByComparingTo(total);
    }

    @Test
    void feeAndFreightAndRoundingComeToWhatTheRealOneAnswered() {
        JsonNode invoice = created("\"AdministrationFee\":50,\"Freight\":25,"
                + row("\"ArticleNumber\":\"101\",\"DeliveredQuantity\":\"1\",\"Price\":100,\"VAT\":25"));

        assertAmounts(invoice, "100", "43.75", "0.25", "219");
        assertThat(invoice.path("AdministrationFeeVAT").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(invoice.path("FreightVAT").decimalValue()).isEqualByComparingTo("6.25");
        assertThat(invoice.path("OCR").asString()).isEqualTo("133");
        assertThat(invoice.path("InvoiceDate").asString()).isEqualTo("2026-11-23");
        assertThat(invoice.path("DueDate").asString()).isEqualTo("2026-12-23");
        assertThat(invoice.path("InvoiceRows").path(0).path("AccountNumber").intValue())
                .isEqualTo(3001);
        assertThat(invoice.path("InvoiceRows").path(0).path("VATCode").asString())
                .isEqualTo("MP1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "Price":1.125,"DeliveredQuantity":"1.125","VAT":0                                    | 1.28   | 0      | -0.28 | 1
            "Price":100,"DeliveredQuantity":"3","VAT":12,"Discount":10,"DiscountType":"PERCENT"  | 270    | 32.40  | -0.40 | 302
            "Price":100,"DeliveredQuantity":"3","VAT":6,"Discount":10.5,"DiscountType":"AMOUNT"  | 289.50 | 17.37  | 0.13  | 307
            "Price":100,"VAT":25                                                                 | 0      | 0      | 0     | 0
            "Price":100,"DeliveredQuantity":"-1","VAT":25                                        | -100   | -25    | 0     | -125
            """)
    void amountsFollowDeliveredQuantityPriceAndDiscount(
            String fields, String net, String vat, String roundOff, String total) {
        assertAmounts(created(row("\"Description\":\"Arbete\"," + fields)), net, vat, roundOff, total);
    }

    @Test
    void pricesMayIncludeVat() {
        JsonNode invoice = created("\"VATIncluded\":true,"
                + row("\"Description\":\"Arbete\",\"DeliveredQuantity\":\"2\",\"Price\":199.90,\"VAT\":25"));

        assertAmounts(invoice, "319.84", "79.96", "0.20", "400");
        assertThat(invoice.path("InvoiceRows").path(0).path("PriceExcludingVAT").decimalValue())
                .isEqualByComparingTo("159.92");
    }

    @Test
    void vatIsRoundedOnEachRateOrOnEachRow() {
        String rows =
                "\"InvoiceRows\":[" + "{\"Description\":\"a\",\"DeliveredQuantity\":\"1\",\"Price\":0.10,\"VAT\":25},"
                        + "{\"Description\":\"b\",\"DeliveredQuantity\":\"1\",\"Price\":0.10,\"VAT\":25}]";
        simulator.tenant("1001").wholeKronor(false);
        assertAmounts(created(rows), "0.20", "0.05", "0", "0.25");

        simulator.tenant("1001").vatPerRow(true);
        assertAmounts(created(rows), "0.20", "0.06", "0", "0.26");
    }

    @Test
    void otherCurrenciesAreNotRounded() {
        JsonNode invoice = created("\"Currency\":\"EUR\","
                + row("\"Description\":\"Work\",\"DeliveredQuantity\":\"1\",\"Price\":10.10,\"VAT\":25"));

        assertAmounts(invoice, "10.10", "2.53", "0", "12.63");
    }

    @Test
    void aTextRowCostsNothingAndNeedsNoAccount() {
        simulator.tenant("1001").withoutDefaultAccount();

        JsonNode row = created(row("\"Description\":\"Utfört enligt order\",\"DeliveredQuantity\":\"0\""))
                .path("InvoiceRows")
                .path(0);

        assertThat(row.path("AccountNumber").isNull()).isTrue();
        assertThat(row.path("Total").intValue()).isZero();
    }

    @Test
    void feeAndDiscountOfCompanyAndCustomerArePutOn() {
        simulator.tenant("1001").administrationFee(new BigDecimal("29"));
        caller.put("/customers/7", "{\"Customer\":{\"InvoiceDiscount\":50}}");

        JsonNode invoice =
                created(row("\"Description\":\"Arbete\",\"DeliveredQuantity\":\"1\",\"Price\":100,\"VAT\":0"));

        assertAmounts(invoice, "50", "7.25", "-0.25", "86");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "CustomerNumber":"8"                                                                | 2000433
            "CustomerNumber":"7","Total":5                                                      | 2001399
            "InvoiceDate":"2026-01-01"                                                          | 2000729
            "CustomerNumber":"7","YourOrderNumber":"%s"                                         | 2000108
            "CustomerNumber":"7","InvoiceDate":"2026-01-01T00:00"                               | 1000031
            "CustomerNumber":"7","InvoiceDate":"2026-06-30"                                     | 2000401
            "CustomerNumber":"7","InvoiceDate":"2040-01-01"                                     | 2002141
            "CustomerNumber":"7","CostCenter":"GAMMAL"                                          | 2000947
            "CustomerNumber":"7","InvoiceRows":[{"ArticleNumber":"999"}]                        | 2001302
            "CustomerNumber":"7","InvoiceRows":[{"DeliveredQuantity":"1","Price":1}]            | 2003977
            "CustomerNumber":"7","InvoiceRows":[{"Description":"x","Price":"1"}]                | 2000106
            "CustomerNumber":"7","InvoiceRows":[{"Description":"x","Price":1,"VAT":24}]         | 2000134
            "CustomerNumber":"7","InvoiceRows":[{"Description":"x","Price":1,"AccountNumber":3999}] | 2001304
            "CustomerNumber":"7","InvoiceRows":[{"Description":"x","Pris":1}]                   | 2001399
            """)
    void whatFortnoxRefusesIsRefused(String fields, int code) {
        simulator
                .tenant("1001")
                .lockedUntil(LocalDate.of(2026, 6, 30))
                .inactiveCostCentres("GAMMAL")
                .withoutAccounts(3999);

        Caller.Answered refused = caller.post("/invoices", "{\"Invoice\":{" + fields.formatted("x".repeat(76)) + "}}");

        assertThat(refused.code()).as(refused.body()).isEqualTo(code);
        assertThat(simulator.book().count("invoice", Action.CREATED)).isZero();
    }

    @Test
    void aPricedRowWithoutArticleNeedsAnAccount() {
        simulator.tenant("1001").withoutDefaultAccount();

        Caller.Answered refused = caller.post(
                "/invoices",
                "{\"Invoice\":{\"CustomerNumber\":\"7\","
                        + row("\"Description\":\"x\",\"DeliveredQuantity\":\"1\",\"Price\":5") + "}}");

        assertThat(refused.body())
                .isEqualTo(
                        "{\"ErrorInformation\":{\"error\":1,\"message\":\"Kunde inte hitta konto.\",\"code\":2001304}}");
    }

    @Test
    void theReferenceIsSearchedAsASubstringAndKeptInTheBook() {
        created("\"ExternalInvoiceReference1\":\"WO-12\"");
        created("\"ExternalInvoiceReference1\":\"WO-123\"");
        created("\"ExternalInvoiceReference1\":\"WO-123\"");

        assertThat(caller.get("/invoices?externalinvoicereference1=wo-12")
                        .json()
                        .path("Invoices"))
                .hasSize(3);
        assertThat(simulator.book().byReference("WO-12"))
                .extracting(Effect::number)
                .containsExactly("1");
        assertThat(simulator.book().duplicates()).containsOnlyKeys("1001 invoice WO-123");
        assertThat(simulator.book().duplicateCount()).isEqualTo(1);
    }

    @Test
    void theBookKeeperBooksAndIsPaidInParts() {
        created("\"ExternalInvoiceReference1\":\"R\","
                + row("\"Description\":\"x\",\"DeliveredQuantity\":\"1\",\"Price\":80,\"VAT\":25"));
        assertThatThrownBy(() -> keeper.payAll("1")).isInstanceOf(IllegalStateException.class);
        keeper.book("1");
        keeper.pay("1", new BigDecimal("40"), LocalDate.of(2026, 12, 1));

        assertThat(caller.get("/invoices/1")
                        .json()
                        .path("Invoice")
                        .path("Balance")
                        .intValue())
                .isEqualTo(60);
        assertThat(caller.get("/invoices?filter=fullypaid").json().path("Invoices"))
                .isEmpty();

        keeper.pay("1", new BigDecimal("60"), LocalDate.of(2026, 12, 2));
        JsonNode item =
                caller.get("/invoices?filter=fullypaid").json().path("Invoices").path(0);
        assertThat(item.path("FinalPayDate").asString()).isEqualTo("2026-12-02");
        assertThat(item.path("Booked").booleanValue()).isTrue();
        assertThat(simulator.book().byReference("R"))
                .extracting(Effect::action)
                .containsExactly(Action.CREATED, Action.BOOKED, Action.PAID, Action.PAID);
        assertThat(caller.put("/invoices/1", "{\"Invoice\":{\"Remarks\":\"x\"}}")
                        .code())
                .isEqualTo(2003125);
    }

    @Test
    void aBookedInvoiceIsCreditedAndAnUnbookedOneCancelled() {
        created(row("\"Description\":\"x\",\"DeliveredQuantity\":\"1\",\"Price\":80,\"VAT\":25"));
        created(row("\"Description\":\"y\",\"DeliveredQuantity\":\"1\",\"Price\":80,\"VAT\":25"));
        keeper.book("1");
        String credit = keeper.credit("1");
        keeper.cancel("2");

        JsonNode original = caller.get("/invoices/1").json().path("Invoice");
        JsonNode opposite = caller.get("/invoices/" + credit).json().path("Invoice");
        assertThat(original.path("CreditInvoiceReference").asString()).isEqualTo(credit);
        assertThat(original.path("Balance").intValue()).isZero();
        assertThat(opposite.path("Credit").asString()).isEqualTo("true");
        assertThat(opposite.path("CreditInvoiceReference").asString()).isEqualTo("1");
        assertThat(opposite.path("Total").intValue()).isEqualTo(-100);
        assertThat(caller.get("/invoices?filter=cancelled").json().path("Invoices"))
                .hasSize(1);
        assertThatThrownBy(() -> keeper.cancel("1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void paymentsOverTheApiCountWhenTheyAreBooked() {
        created(row("\"Description\":\"x\",\"DeliveredQuantity\":\"1\",\"Price\":80,\"VAT\":25"));
        assertThat(caller.put("/invoices/1/bookkeep").status()).isEqualTo(200);

        Caller.Answered payment = caller.post(
                "/invoicepayments",
                "{\"InvoicePayment\":{\"InvoiceNumber\":1,\"Amount\":100,\"PaymentDate\":\"2026-11-30\"}}");
        assertThat(payment.status()).isEqualTo(201);
        assertThat(caller.get("/invoices/1")
                        .json()
                        .path("Invoice")
                        .path("Balance")
                        .intValue())
                .isEqualTo(100);
        assertThat(caller.put("/invoicepayments/1/bookkeep").status()).isEqualTo(200);
        assertThat(caller.get("/invoices/1")
                        .json()
                        .path("Invoice")
                        .path("FinalPayDate")
                        .asString())
                .isEqualTo("2026-11-30");
        assertThat(caller.get("/invoicepayments?invoicenumber=1").json().path("InvoicePayments"))
                .hasSize(1);
    }

    @Test
    void rowsAreUpdatedByPositionOrById() {
        created("\"InvoiceRows\":[{\"Description\":\"a\"},{\"Description\":\"b\"}]");
        JsonNode rows = caller.put("/invoices/1", "{\"Invoice\":{\"InvoiceRows\":[{\"Description\":\"A\"},{}]}}")
                .json()
                .path("Invoice")
                .path("InvoiceRows");
        assertThat(rows.path(0).path("Description").asString()).isEqualTo("A");
        assertThat(rows.path(1).path("Description").asString()).isEqualTo("b");

        JsonNode left = caller.put(
                        "/invoices/1",
                        "{\"Invoice\":{\"InvoiceRows\":[{\"RowId\":"
                                + rows.path(1).path("RowId") + "}]}}")
                .json()
                .path("Invoice")
                .path("InvoiceRows");
        assertThat(left).hasSize(1);
        assertThat(left.path(0).path("Description").asString()).isEqualTo("b");
        assertThat(left.path(0).path("RowId")).isNotEqualTo(rows.path(1).path("RowId"));
    }

    @Test
    void reverseChargeRefusesVat() {
        caller.put("/customers/7", "{\"Customer\":{\"VATType\":\"SEREVERSEDVAT\"}}");

        Caller.Answered refused = caller.post(
                "/invoices",
                "{\"Invoice\":{\"CustomerNumber\":\"7\","
                        + row("\"Description\":\"x\",\"DeliveredQuantity\":\"1\",\"Price\":5,\"VAT\":25") + "}}");

        assertThat(refused.code()).isEqualTo(2003115);
        assertAmounts(
                created(row("\"Description\":\"x\",\"DeliveredQuantity\":\"1\",\"Price\":5")), "5", "0", "0", "5");
    }
}
