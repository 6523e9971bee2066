package org.accountinghub.connectors.fortnox.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.accountinghub.connectors.testkit.SimulatedClock;
import org.accountinghub.connectors.testkit.partner.Effect;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TaxReductionsTest {
    private static final String WORK =
            "\"DeliveredQuantity\":\"1\",\"Price\":8000,\"VAT\":25,\"HouseWork\":true,\"HouseWorkHoursToReport\":9,";
    private static final String ROT =
            "\"TaxReductionType\":\"rot\",\"InvoiceRows\":[{\"Description\":\"Arbete\"," + WORK
                    + "\"HouseWorkType\":\"HVAC\"},{\"Description\":\"Rör\",\"DeliveredQuantity\":\"1\",\"Price\":1000,\"VAT\":25,"
                    + "\"HouseWorkType\":\"OTHERCOSTS\"}]";

    private final FortnoxSimulator simulator =
            FortnoxSimulator.start(0, new SimulatedClock(Instant.parse("2026-11-22T10:00:00Z")));
    private BookKeeper keeper;
    private Caller caller;

    @BeforeEach
    void connect() {
        simulator.unrecorded();
        simulator.windowScale(0);
        keeper = simulator.bookKeeper("1001");
        keeper.addCustomer("7", "Örjan Öberg", "");
        caller = new Caller(simulator, "1001");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Caller.Answered post(String kind, String fields) {
        return caller.post(
                "/" + kind.toLowerCase(java.util.Locale.ROOT) + "s",
                "{\"" + kind + "\":{\"CustomerNumber\":\"7\",\"ExternalInvoiceReference1\":\"R\"," + fields + "}}");
    }

    private Caller.Answered ask(String type, String number, String name, int amount) {
        return caller.post(
                "/taxreductions",
                "{\"TaxReduction\":{\"ReferenceDocumentType\":\"" + type + "\",\"ReferenceNumber\":\"" + number
                        + "\",\"CustomerName\":\"" + name
                        + "\",\"SocialSecurityNumber\":\"191212121212\",\"AskedAmount\":"
                        + amount + ",\"PropertyDesignation\":\"Solrosen 3:14\"}}");
    }

    private JsonNode invoice(String number) {
        return caller.get("/invoices/" + number).json().path("Invoice");
    }

    private static void assertReduction(JsonNode document, String reduction, String toPay) {
        assertThat(document.path("TaxReduction").decimalValue()).isEqualByComparingTo(reduction);
        assertThat(document.path("TotalToPay").decimalValue()).isEqualByComparingTo(toPay);
    }

    @Test
    void theReductionIsComputedFromTheLabourWithVat() {
        JsonNode invoice = post("Invoice", ROT).json().path("Invoice");

        assertThat(invoice.path("HouseWork").booleanValue()).isTrue();
        assertThat(invoice.path("BasisTaxReduction").intValue()).isEqualTo(10000);
        assertThat(invoice.path("Total").intValue()).isEqualTo(11250);
        assertThat(invoice.path("Balance").intValue()).isEqualTo(8250);
        assertReduction(invoice, "3000", "8250");
    }

    @ParameterizedTest
    @CsvSource({
        "rut, CLEANING, 5000",
        "green, SOLARCELLS, 1500",
        "green, CHARGINGSTATIONELECTRICVEHICLE, 5000",
        "rot, MASONRY, 3000"
    })
    void eachTypeHasItsRate(String type, String work, String reduction) {
        JsonNode invoice = post(
                        "Invoice",
                        "\"TaxReductionType\":\"" + type + "\",\"InvoiceRows\":[{\"Description\":\"x\"," + WORK
                                + "\"HouseWorkType\":\"" + work + "\"}]")
                .json()
                .path("Invoice");

        assertReduction(
                invoice,
                reduction,
                new BigDecimal("10000").subtract(new BigDecimal(reduction)).toString());
    }

    @Test
    void ratesAreChangedLikeTheLaw() {
        simulator.tenant("1001").reductionPercent("rot", new BigDecimal("50"));

        assertReduction(post("Invoice", ROT).json().path("Invoice"), "5000", "6250");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "TaxReductionType":"rut" | "HouseWork":true,"HouseWorkType":"CONSTRUCTION"   | 2004021
            "TaxReductionType":"rot" | "HouseWork":true,"HouseWorkType":"SOLARCELLS"     | 2004021
            "Language":"SV"          | "HouseWorkType":"CONSTRUCTION"                    | 2004019
            "Language":"SV"          | "HouseWork":true                                  | 2004019
            "TaxReductionType":"rot" | "HouseWork":true,"HouseWorkType":"OTHERCOSTS"     | 2002980
            "TaxReductionType":"rut" | "HouseWork":true,"HouseWorkType":"COOKING"        | 2003157
            "TaxReductionType":"rut" | "HouseWork":true,"HouseWorkType":"TUTORING"       | 2003157
            "TaxReductionType":"rut" | "HouseWork":true                                  | 2004020
            "TaxReductionType":"rot" | "HouseWork":true,"HouseWorkHoursToReport":1000    | 2000108
            "TaxReductionType":"rot","Currency":"EUR" | "Description":"x"                | 2004018
            """)
    void whatDoesNotFitIsRefusedOnInvoicesAndOrders(String header, String row, int code) {
        Caller.Answered invoice = post("Invoice", header + ",\"InvoiceRows\":[{" + row + "}]");
        Caller.Answered order = post("Order", header + ",\"OrderRows\":[{" + row + "}]");

        assertThat(invoice.code()).as(invoice.body()).isEqualTo(code);
        assertThat(order.code()).as(order.body()).isEqualTo(code);
    }

    @Test
    void personsShareTheReductionAndNeverAskForMore() {
        post("Invoice", ROT);

        Caller.Answered first = ask("INVOICE", "1", "Örjan", 1800);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(ask("INVOICE", "1", "Åsa", 1201).code()).isEqualTo(2003228);
        assertThat(ask("INVOICE", "1", "Åsa", 1200).status()).isEqualTo(201);
        assertThat(ask("INVOICE", "1", "Ulf", 1).code()).isEqualTo(2003228);
        assertReduction(invoice("1"), "3000", "8250");
        assertThat(invoice("1").path("Balance").intValue()).isEqualTo(8250);
        assertThat(simulator.book().created("1001", "tax-reduction"))
                .extracting(Effect::reference)
                .containsExactly("R Örjan", "R Åsa");
    }

    @Test
    void asSoonAsSomebodyAsksTheReductionIsWhatIsAskedForOrStaysComputed() {
        post("Invoice", ROT);
        post("Invoice", ROT);

        ask("INVOICE", "1", "Örjan", 1000);
        simulator.tenant("1001").assume(Assumption.REDUCTION_IS_WHAT_IS_ASKED_FOR, false);
        ask("INVOICE", "2", "Örjan", 1000);

        assertReduction(invoice("1"), "1000", "10250");
        assertReduction(invoice("2"), "3000", "8250");
    }

    @Test
    void listsAreByDocumentAndDoNotSayHowMuch() {
        post("Invoice", ROT);
        post("Order", ROT.replace("InvoiceRows", "OrderRows"));
        ask("INVOICE", "1", "Örjan", 3000);
        ask("ORDER", "1", "Åsa", 2000);

        JsonNode listed = caller.get("/taxreductions?filter=orders&referencenumber=1")
                .json()
                .path("TaxReductions");

        assertThat(listed).hasSize(1);
        assertThat(listed.path(0).path("CustomerName").asString()).isEqualTo("Åsa");
        assertThat(listed.path(0).path("ReferenceNumber").intValue()).isEqualTo(1);
        assertThat(listed.path(0).has("AskedAmount")).isFalse();
        JsonNode single = caller.get("/taxreductions/2").json().path("TaxReduction");
        assertThat(single.path("AskedAmount").intValue()).isEqualTo(2000);
        assertThat(single.path("ReferenceNumber").asString()).isEqualTo("1");
        assertThat(single.path("SocialSecurityNumber").asString()).isEqualTo("191212121212");
        assertThat(caller.get("/taxreductions?filter=invoices").json().path("TaxReductions"))
                .hasSize(1);
    }

    @Test
    void itIsChangedAndTheLastOneStays() {
        post("Invoice", ROT);
        ask("INVOICE", "1", "Örjan", 1000);
        ask("INVOICE", "1", "Åsa", 1000);

        assertThat(caller.put("/taxreductions/1", "{\"TaxReduction\":{\"AskedAmount\":2500}}")
                        .code())
                .isEqualTo(2003228);
        assertThat(caller.delete("/taxreductions/2").status()).isEqualTo(204);
        assertThat(caller.put("/taxreductions/1", "{\"TaxReduction\":{\"AskedAmount\":2500}}")
                        .status())
                .isEqualTo(200);
        assertThat(caller.delete("/taxreductions/1").code()).isEqualTo(2001246);
        assertReduction(invoice("1"), "2500", "8750");
    }

    @Test
    void aChangedDocumentGivesNewIdsAndNeverLessThanIsAskedFor() {
        post("Invoice", ROT);
        ask("INVOICE", "1", "Örjan", 3000);

        assertThat(caller.put("/invoices/1", "{\"Invoice\":{\"InvoiceRows\":[{\"Price\":4000}]}}")
                        .code())
                .isEqualTo(2003227);
        assertThat(caller.put("/invoices/1", "{\"Invoice\":{\"Comments\":\"x\"}}")
                        .status())
                .isEqualTo(200);
        assertThat(caller.get("/taxreductions/1").status()).isEqualTo(404);
        assertThat(caller.get("/taxreductions/2")
                        .json()
                        .path("TaxReduction")
                        .path("AskedAmount")
                        .intValue())
                .isEqualTo(3000);
    }

    @ParameterizedTest
    @CsvSource({"book", "cancel"})
    void afterwardsItIsTooLate(String verb) {
        post("Invoice", ROT);
        if (verb.equals("book")) {
            keeper.book("1");
        } else {
            keeper.cancel("1");
        }

        assertThat(ask("INVOICE", "1", "Örjan", 1000).code()).isEqualTo(2003125);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "ReferenceDocumentType":"INVOICE","ReferenceNumber":"9","AskedAmount":5,"SocialSecurityNumber":"191212121212"     | 2000434
            "ReferenceDocumentType":"RECEIPT","ReferenceNumber":"1","AskedAmount":5,"SocialSecurityNumber":"191212121212"     | 2000134
            "ReferenceDocumentType":"INVOICE","ReferenceNumber":"1","AskedAmount":5,"SocialSecurityNumber":"121212"           | 2000108
            "ReferenceDocumentType":"INVOICE","ReferenceNumber":"1","AskedAmount":0,"SocialSecurityNumber":"191212121212"     | 2000108
            "ReferenceDocumentType":"INVOICE","ReferenceNumber":"1","SocialSecurityNumber":"191212121212"                     | 2000729
            "ReferenceDocumentType":"INVOICE","ReferenceNumber":"1","AskedAmount":5,"SocialSecurityNumber":"191212121212","ApartmentNumber":"1" | 2001399
            """)
    void whatMakesNoSenseIsRefused(String fields, int code) {
        post("Invoice", ROT);

        Caller.Answered refused =
                caller.post("/taxreductions", "{\"TaxReduction\":{\"CustomerName\":\"Örjan\"," + fields + "}}");

        assertThat(refused.code()).as(refused.body()).isEqualTo(code);
        assertThat(simulator.book().count("tax-reduction", Action.CREATED)).isZero();
    }

    @Test
    void theInvoiceOfAnOrderTakesOverWhatWasAskedFor() {
        post(
                "Order",
                ROT.replace("InvoiceRows", "OrderRows").replace("\"Price\"", "\"OrderedQuantity\":\"1\",\"Price\""));
        ask("ORDER", "1", "Örjan", 2000);

        String number = keeper.invoiceOrder("1");

        assertReduction(invoice(number), "2000", "9250");
        assertThat(caller.get("/taxreductions?filter=invoices&referencenumber=" + number)
                        .json()
                        .path("TaxReductions"))
                .hasSize(1);
        assertThat(ask("ORDER", "1", "Åsa", 100).code()).isEqualTo(2003125);
    }

    @Test
    void aCreditInvoiceGivesTheReductionBack() {
        post("Invoice", ROT);
        ask("INVOICE", "1", "Örjan", 2000);
        keeper.book("1");

        String credit = keeper.credit("1");

        assertReduction(invoice(credit), "-2000", "-9250");
        assertThat(invoice("1").path("Balance").intValue()).isZero();
    }

    @Test
    void noPersonalNumberShowsInBookOrAdministration() {
        post("Invoice", ROT);
        ask("INVOICE", "1", "Örjan", 1000);

        String register = Caller.administer(simulator, "GET", "tenants/1001/taxreductions", "")
                .body();
        assertThat(register).contains("Örjan").contains("Solrosen").doesNotContain("1212");
        assertThat(Caller.administer(simulator, "GET", "book", "").body()).doesNotContain("121212");
        assertThat(simulator.journal().newest().toString()).doesNotContain("121212");
    }
}
