package org.accountinghub.connectors.fortnox.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.accountinghub.connectors.testkit.SimulatedClock;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistersTest {
    private final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-11-22T08:30:40Z"));
    private final FortnoxSimulator simulator = FortnoxSimulator.start(0, clock);
    private Caller caller;

    @BeforeEach
    void connect() {
        simulator.unrecorded();
        simulator.tenant("1001");
        simulator.windowScale(0);
        caller = new Caller(simulator, "1001");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void aCustomerIsAnsweredWholeAndListedShort() {
        Caller.Answered created = caller.post(
                "/customers",
                "{\"Customer\":{\"Name\":\"Bergs Bygg AB\",\"CountryCode\":\"SE\",\"Phone1\":\"070-1\"}}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("Customer").path("CustomerNumber").asString())
                .isEqualTo("1");
        assertThat(created.json().path("Customer").path("Country").asString()).isEqualTo("Sverige");
        assertThat(created.json().path("Customer").path("Address1").isNull()).isTrue();
        assertThat(caller.get("/customers/1").json()).isEqualTo(created.json());
        assertThat(caller.get("/customers").body())
                .isEqualTo(
                        "{\"MetaInformation\":{\"@TotalResources\":1,\"@TotalPages\":1,\"@CurrentPage\":1},"
                                + "\"Customers\":[{\"@url\":\"https://api.fortnox.se/3/customers/1\",\"Address1\":\"\","
                                + "\"Address2\":\"\",\"City\":\"\",\"CustomerNumber\":\"1\",\"Email\":\"\","
                                + "\"Name\":\"Bergs Bygg AB\",\"OrganisationNumber\":\"\",\"Phone\":\"070-1\",\"ZipCode\":\"\"}]}");
        assertThat(simulator.book().count("customer", Action.CREATED)).isEqualTo(1);
    }

    @Test
    void aPutChangesOnlyWhatItNamesAndIgnoresEmptyValues() {
        caller.post("/customers", "{\"Customer\":{\"CustomerNumber\":\"A7\",\"Name\":\"Berg\",\"City\":\"Lund\"}}");

        Caller.Answered changed =
                caller.put("/customers/A7", "{\"Customer\":{\"City\":\"\",\"ZipCode\":\"22100\",\"Active\":false}}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("Customer").path("City").asString()).isEqualTo("Lund");
        assertThat(changed.json().path("Customer").path("ZipCode").asString()).isEqualTo("22100");
        assertThat(caller.get("/customers?filter=inactive").json().path("Customers"))
                .hasSize(1);
        assertThat(caller.get("/customers?filter=active").json().path("Customers"))
                .isEmpty();
    }

    @Test
    void theNumberOfADeletedCustomerStaysReserved() {
        caller.post("/customers", "{\"Customer\":{\"CustomerNumber\":\"9\",\"Name\":\"Berg\"}}");
        assertThat(caller.delete("/customers/9").status()).isEqualTo(204);

        Caller.Answered missing = caller.get("/customers/9");
        Caller.Answered again = caller.post("/customers", "{\"Customer\":{\"CustomerNumber\":\"9\",\"Name\":\"Ek\"}}");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body())
                .isEqualTo(
                        "{\"ErrorInformation\":{\"Error\":1,\"Message\":\"Kan inte hitta kunden.\",\"Code\":2000433}}");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body()).contains("\"error\":1").contains("\"code\":2000637");
    }

    @Test
    void anArticleNeedsItsAccountsAndUnitAndKeepsItsNumberReserved() {
        simulator.tenant("1001").withoutAccounts(3055).withoutUnits("tim");

        assertThat(caller.post("/articles", article("\"SalesAccount\":3055")).code())
                .isEqualTo(2001304);
        assertThat(caller.post("/articles", article("\"Unit\":\"tim\"")).code()).isEqualTo(2000432);
        assertThat(caller.post("/articles", article("\"SalesAccount\":3001")).status())
                .isEqualTo(201);
        assertThat(caller.put("/articles/A9", article("\"SalesAccount\":3055")).code())
                .isEqualTo(2001304);
        assertThat(caller.put("/articles/A9", article("\"Unit\":\"st\"")).status())
                .isEqualTo(200);
        assertThat(caller.post("/articles", article("\"VAT\":25")).code()).isEqualTo(2000637);
        caller.delete("/articles/A9");
        assertThat(caller.post("/articles", article("\"VAT\":25")).code()).isEqualTo(2000637);
        assertThat(simulator.book().created("1001", "article")).hasSize(1);
    }

    private static String article(String fields) {
        return "{\"Article\":{\"ArticleNumber\":\"A9\",\"Description\":\"Rör\"," + fields + "}}";
    }

    @Test
    void textIsFoundAnywhereWithoutRegardToCase() {
        caller.post("/customers", "{\"Customer\":{\"CustomerNumber\":\"12\",\"Name\":\"Bergs Bygg\"}}");
        caller.post("/customers", "{\"Customer\":{\"CustomerNumber\":\"312\",\"Name\":\"Isbergs\"}}");

        assertThat(caller.get("/customers?name=BERGS").json().path("Customers")).hasSize(2);
        assertThat(caller.get("/customers?customernumber=12").json().path("Customers"))
                .hasSize(2);
        assertThat(caller.get("/customers?name=bygg").json().path("Customers")).hasSize(1);
    }

    @Test
    void lastModifiedIsSwedishTimeByTheMinute() {
        caller.post("/customers", "{\"Customer\":{\"Name\":\"Berg\"}}");
        clock.advance(Duration.ofMinutes(1));
        caller.post("/customers", "{\"Customer\":{\"Name\":\"Ek\"}}");

        assertThat(found("2026-11-22 09:30")).isEqualTo(2);
        assertThat(found("2026-11-22 09:31")).isEqualTo(1);
        assertThat(found("2026-11-22 09:32")).isZero();
    }

    private int found(String since) {
        return caller.get("/customers?lastmodified=" + Caller.encode(since))
                .json()
                .path("Customers")
                .size();
    }

    @Test
    void pagesAreCounted() {
        for (int i = 0; i < 5; i++) {
            caller.post("/articles", "{\"Article\":{\"Description\":\"Skruv " + i + "\"}}");
        }

        Caller.Answered page = caller.get("/articles?limit=2&page=3");

        assertThat(page.body())
                .startsWith("{\"MetaInformation\":{\"@TotalResources\":5,\"@TotalPages\":3,\"@CurrentPage\":3}");
        assertThat(page.json().path("Articles")).hasSize(1);
        assertThat(page.json().path("Articles").path(0).path("ArticleNumber").asString())
                .isEqualTo("5");
        assertThat(page.json().path("Articles").path(0).path("VAT").asString()).isEqualTo("25");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"Customer":{"City":"Lund"}}                        | 2000729
            {"Customer":{"Name":"Berg","Telephone":"1"}}        | 2001399
            {"Customer":{"Name":17}}                            | 1000031
            {"Customer":{"Name":"Berg","Active":"yes"}}         | 1000030
            {"Customer":{"Name":"Berg","CountryCode":"SWE"}}    | 2000108
            {"Customer":{"Name":"Berg","Type":"FIRM"}}          | 2000134
            {"Customer":{"Name":"Berg · Ek"}}                   | 2000359
            {"Customer":{"Name":"se http://berg.se"}}           | 2000359
            {"Customer":{"Name":"Berg","TermsOfPayment":"31"}}  | 2000429
            {"Name":"Berg"}                                     | 2001392
            {"Customer":                                        | 2002115
            """)
    void whatFortnoxRefusesIsRefused(String body, int code) {
        Caller.Answered refused = caller.post("/customers", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(simulator.book().effects()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/customers?telephone=1, 2000588",
        "/customers?name=a&city=b, 2000588",
        "/customers?filter=paid, 2000587",
        "/customers?lastmodified=yesterday, 2000588",
        "/customers?limit=many, 2000588",
        "/nothing, 1000002"
    })
    void badQueriesAreRefused(String path, int code) {
        assertThat(caller.get(path).code()).isEqualTo(code);
    }

    @Test
    void numbersMayHoldAnyCharacter() {
        for (String number : new String[] {"M8 å", "107_1", "a+b", "50%"}) {
            caller.post("/articles", "{\"Article\":{\"ArticleNumber\":\"" + number + "\",\"Description\":\"x\"}}");

            assertThat(caller.get("/articles/" + Caller.encode(number).replace("+", "%20"))
                            .status())
                    .as(number)
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"/customers/1/print", "/companyinformation/1", "/articles/1/2"})
    void whatIsNotThereIsMissing(String path) {
        caller.post("/customers", "{\"Customer\":{\"Name\":\"Berg\"}}");

        assertThat(caller.get(path).status()).isEqualTo(404);
        assertThat(caller.post("/customers/1", "{}").status()).isEqualTo(404);
        assertThat(caller.put("/customers").status()).isEqualTo(404);
    }

    @Test
    void companyInformationNamesTheTenant() {
        simulator.tenant("1001").name("Norrlands Service AB").organisationNumber("556100-0004");

        assertThat(caller.get("/companyinformation")
                        .json()
                        .path("CompanyInformation")
                        .toString())
                .contains("\"DatabaseNumber\":1001")
                .contains("\"CompanyName\":\"Norrlands Service AB\"")
                .contains("\"OrganizationNumber\":\"556100-0004\"");
    }
}
