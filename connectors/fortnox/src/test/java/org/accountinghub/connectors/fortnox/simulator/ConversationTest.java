package org.accountinghub.connectors.fortnox.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.accountinghub.connectors.testkit.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One proper request for each operation, so that a recording of all answers can be held against the contract. */
class ConversationTest {
    private static final String HOUSE_WORK = """
            {"CustomerNumber":"7","OrderDate":"2026-11-22","ExternalInvoiceReference1":"1123456789ABCDEF",
             "TaxReductionType":"rot","OrderRows":[
               {"ArticleNumber":"T1","OrderedQuantity":"8","DeliveredQuantity":"8","Price":650,"VAT":25,"HouseWork":true,
                "HouseWorkType":"HVAC","HouseWorkHoursToReport":8},
               {"Description":"Utfört","OrderedQuantity":"0","DeliveredQuantity":"0"}]}""";
    private static final String ASKED_FOR = """
            {"ReferenceDocumentType":"ORDER","ReferenceNumber":"1","CustomerName":"Örjan Öberg",
             "SocialSecurityNumber":"191212121212","AskedAmount":1950,"PropertyDesignation":"Solrosen 3:14"}""";

    private final FortnoxSimulator simulator =
            FortnoxSimulator.start(0, new SimulatedClock(Instant.parse("2026-11-22T09:00:00Z")));

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void everyOperationAnswersAProperRequest() {
        simulator.tenant("1001").costCentres("NORR").inactiveCostCentres("GAMMAL");
        simulator.windowScale(0);
        Caller caller = new Caller(simulator, "1001");

        List<Caller.Answered> answers = List.of(
                caller.get("/companyinformation"),
                caller.get("/financialyears"),
                caller.get("/settings/lockedperiod"),
                caller.get("/costcenters?limit=500"),
                caller.post(
                        "/customers",
                        "{\"Customer\":{\"CustomerNumber\":\"7\",\"Name\":\"Bergs Bygg AB\",\"CountryCode\":\"SE\","
                                + "\"Type\":\"COMPANY\",\"OrganisationNumber\":\"556000-4615\",\"TermsOfPayment\":\"30\","
                                + "\"EmailInvoice\":\"faktura@example.org\",\"EmailOrder\":\"order@example.org\"}}"),
                caller.put("/customers/7", "{\"Customer\":{\"City\":\"Lund\"}}"),
                caller.get("/customers/7"),
                caller.get("/customers?organisationnumber=556000-4615&limit=500&page=1"),
                caller.post(
                        "/articles",
                        "{\"Article\":{\"ArticleNumber\":\"T1\",\"Description\":\"Tid\",\"Type\":\"SERVICE\"}}"),
                caller.put("/articles/T1", "{\"Article\":{\"Description\":\"Arbetstid\"}}"),
                caller.get("/articles/T1"),
                caller.get("/articles?lastmodified=2026-11-22%2010%3A00"),
                caller.post(
                        "/invoices",
                        "{\"Invoice\":{\"CustomerNumber\":\"7\",\"InvoiceDate\":\"2026-11-22\",\"Freight\":25,"
                                + "\"ExternalInvoiceReference1\":\"0123456789ABCDEF\",\"YourOrderNumber\":\"107_1\","
                                + "\"InvoiceRows\":[{\"ArticleNumber\":\"T1\",\"DeliveredQuantity\":\"1.5\",\"Price\":650,\"VAT\":25},"
                                + "{\"Description\":\"Utfört\",\"DeliveredQuantity\":\"0\"}]}}"),
                caller.put("/invoices/1", "{\"Invoice\":{\"CustomerNumber\":\"7\",\"Remarks\":\"Tack\"}}"),
                caller.get("/invoices?externalinvoicereference1=0123456789ABCDEF"),
                caller.put("/invoices/1/externalprint"),
                caller.get("/invoices/1/email"),
                caller.get("/invoices/1/einvoice"),
                caller.get("/invoices/1/eprint"),
                caller.get("/invoices/1/print"),
                caller.put("/invoices/1/bookkeep"),
                caller.get("/invoices/1"),
                caller.post("/invoicepayments", "{\"InvoicePayment\":{\"InvoiceNumber\":1,\"Amount\":1250}}"),
                caller.put("/invoicepayments/1/bookkeep", "{\"InvoicePayment\":{\"InvoiceNumber\":1}}"),
                caller.get("/invoicepayments/1"),
                caller.get("/invoicepayments?invoicenumber=1"),
                caller.get("/invoices?filter=fullypaid"),
                caller.put("/invoices/1/credit"),
                caller.put("/invoices/2/bookkeep"),
                caller.post("/invoices", "{\"Invoice\":{\"CustomerNumber\":\"7\"}}"),
                caller.put("/invoices/3/cancel"),
                caller.post("/orders", "{\"Order\":" + HOUSE_WORK + "}"),
                caller.post("/taxreductions", "{\"TaxReduction\":" + ASKED_FOR + "}"),
                caller.get("/taxreductions?filter=orders&referencenumber=1"),
                caller.put("/taxreductions/1", "{\"TaxReduction\":" + ASKED_FOR + "}"),
                caller.get("/taxreductions/1"),
                caller.put("/orders/1", "{\"Order\":{\"CustomerNumber\":\"7\",\"Comments\":\"Ring\"}}"),
                caller.get("/orders?externalinvoicereference1=1123456789ABCDEF&limit=500"),
                caller.get("/orders?filter=invoicenotcreated"),
                caller.put("/orders/1/externalprint"),
                caller.get("/orders/1/email"),
                caller.get("/orders/1/print"),
                caller.get("/orders/1/preview"),
                caller.get("/orders/1"),
                caller.put("/orders/1/createinvoice"),
                caller.post("/orders", "{\"Order\":{\"CustomerNumber\":\"7\"}}"),
                caller.put("/orders/2/cancel"),
                caller.delete("/articles/T1"));

        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.body()).isBetween(200, 204));
        assertThat(caller.get("/articles/T1").status()).isEqualTo(404);
        assertThat(simulator.journal().count("PUT /3/invoices/{DocumentNumber}/bookkeep"))
                .isEqualTo(2);
    }
}
