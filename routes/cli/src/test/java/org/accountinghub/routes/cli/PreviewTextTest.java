package org.accountinghub.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PreviewTextTest {

    private static final LocalTimes TIMES =
            new LocalTimes(Instant.parse("2026-03-02T09:00:00Z"), ZoneId.of("Europe/Stockholm"));

    private static final String PREVIEW = """
            {"order":"107_1","documents":[
             {"subgroup":"NORR","kind":"service","number":"107_1","payer":"10001","generation":1,"connection":"norr",
              "connector":"fortnox","company":"556677-8899","customerThere":null,
              "content":{"target":"INVOICE","payerName":"Bostadsrättsföreningen Eken","date":"2026-03-02","currency":"SEK",
               "pricesIncludeVat":false,"yourOrderNumber":"4711","ourReference":null,"yourReference":"Bo","costCentre":null,
               "deliveryAddress":null,"taxReduction":{"type":"ROT","persons":2},
               "rows":[{"article":null,"text":"The pump on the roof was loud, and the tenant on the top floor could not sleep for weeks on end.",
                        "quantity":null,"unit":null,"price":null,"discount":null,"vatRate":null,"amount":null},
                       {"article":"A100","text":"Work","quantity":"2.5","unit":"h","price":"850.00","discount":"10 %",
                        "vatRate":"25","amount":"1912.50","houseWork":"CONSTRUCTION, 2.5 h"},
                       {"article":null,"text":"Bolt","quantity":"12","unit":"pcs","price":"3.00","discount":null,
                        "vatRate":"25","amount":"36.00"}],
               "vat":[{"rate":"25","net":"1948.50","vat":"487.13"}],"net":"1948.50","vatInAll":"487.13","total":"2435.63"},
              "steps":["create","tax-reduction-1"],"rules":[{"rule":"invoiced to","detail":"the facility's payer pays"}],
              "notes":["a text was split over 3 rows"],
              "problems":[{"cause":"store.price-missing","reason":"A row has no price.","remedy":"Enter the price."}],
              "unanswered":[],"wanted":false,"notNow":"the order is not ready for invoicing","sent":false,"transfer":null},
             {"subgroup":"","kind":"work","number":"107_1","payer":"10002","generation":2,"connection":"norr",
              "connector":"fortnox","company":null,"customerThere":"17","content":null,"steps":[],"rules":[],"notes":[],
              "problems":[],"unanswered":[],"wanted":false,"notNow":"it has been sent","sent":true,
              "transfer":{"id":9,"state":"DELIVERED","changed":"2026-03-02T08:00:00Z","partnerNumber":"32"}}]}""";

    private final JsonNode preview = JsonMapper.shared().readTree(PREVIEW);

    @Test
    void aDocumentIsShownWholeWithItsRowsAndTotals() {
        assertThat(PreviewText.of(preview, TIMES, 100))
                .startsWith("""
                        1. INVOICE for service order 107_1, subgroup NORR

                          Sent now        no: the order is not ready for invoicing
                          Goes to         norr (fortnox, company 556677-8899)
                          Payer           10001, Bostadsrättsföreningen Eken; would be found there or created
                          Date            2026-03-02, in SEK, prices without VAT
                          Your order no   4711
                          Your reference  Bo
                          Tax reduction   ROT for 2 persons

                        """)
                .containsSubsequence(
                        "The pump on the roof was loud",
                        "A100 Work [CONSTRUCTION, 2.5 h]",
                        "2.5  h     850.00      10 %  25 %  1912.50\n",
                        "12  pcs     3.00            25 %    36.00\n",
                        "without VAT, at 25 %       1948.50\n",
                        "VAT 25 %        487.13\n",
                        "in all, SEK       2435.63\n",
                        "Steps           create, then tax-reduction-1",
                        "Rules           invoiced to: the facility's payer pays",
                        "Noted           a text was split over 3 rows",
                        "Against it      A row has no price.\n                  -> Enter the price.");
    }

    @Test
    void whatWasSentSaysWhenAndUnderWhichNumber() {
        assertThat(PreviewText.of(preview, TIMES, 100))
                .contains("2. DOCUMENT for work order 107_1, sent again (2)")
                .contains("no: it has been sent; DELIVERED since 09:00:00, number 32 there (transfer 9).")
                .endsWith("Nothing was sent by looking.");
    }

    @Test
    void itFitsThePage() {
        assertThat(PreviewText.of(preview, TIMES, 100).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(PreviewText.of(preview, TIMES, 80).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }
}
