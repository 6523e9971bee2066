package org.accountinghub.connectors.vismaeaccounting.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.accountinghub.connectors.testkit.SimulatedClock;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.connectors.testkit.partner.SimulatedCompany;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the simulated eAccounting refuses and computes. */
class VismaSimulatorTest {

    private static final String TENANT = "1";

    private final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-03-02T09:30:40Z"));
    private final VismaSimulator simulator = new VismaSimulator(clock);
    private final BookKeeper keeper = simulator.bookKeeper(TENANT);
    private final String token;

    VismaSimulatorTest() {
        simulator.unrecorded();
        token = form("grant_type=refresh_token&refresh_token=" + simulator.refreshToken(TENANT))
                .path("access_token")
                .stringValue();
    }

    @Test
    void theSixHundredAndFirstCallOfAMinuteIsRefusedOnItsEndpointOnly() {
        for (int call = 0; call < 600; call++) {
            assertThat(get("/v2/customers").status()).isEqualTo(200);
        }
        clock.advance(Duration.ofSeconds(13));

        Answer refused = get("/v2/customers");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(JsonMapper.shared()
                        .readTree(refused.body())
                        .path("ErrorCode")
                        .intValue())
                .isEqualTo(4010);
        assertThat(refused.body()).contains("Try again in 47 seconds");
        assertThat(get("/v2/articles").status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(47));
        assertThat(get("/v2/customers").status()).isEqualTo(200);
    }

    @Test
    void aRefreshTokenIsGoodOnce() {
        String refresh = simulator.refreshToken(TENANT);
        assertThat(form("grant_type=refresh_token&refresh_token=" + refresh)
                        .path("access_token")
                        .isString())
                .isTrue();
        assertThat(form("grant_type=refresh_token&refresh_token=" + refresh)
                        .path("error")
                        .asString())
                .isEqualTo("invalid_grant");
        assertThat(form("grant_type=client_credentials").path("error").asString())
                .isEqualTo("unsupported_grant_type");
    }

    @Test
    void theConsentPageWantsToBeToldTheServiceAndKnowsItsCompanies() {
        Map<String, String> asked = Map.of(
                "client_id", VismaSimulator.CLIENT_ID,
                "redirect_uri", "http://localhost/back",
                "response_type", "code",
                "state", "s1");
        assertThat(consentPage(asked).headers())
                .containsEntry("Location", "http://localhost/back?error=invalid_request&state=s1");
        Map<String, String> complete = new TreeMap<>(asked);
        complete.put("acr_values", "service:1");
        assertThat(consentPage(complete).body()).contains("approve=" + TENANT + "\">" + TENANT + " Bolag " + TENANT);
        complete.put("approve", "no such company");
        assertThat(consentPage(complete).status()).isEqualTo(200);
        complete.put("deny", "1");
        assertThat(consentPage(complete).headers())
                .containsEntry("Location", "http://localhost/back?error=access_denied&state=s1");
    }

    private Answer consentPage(Map<String, String> query) {
        return request("GET", VismaConsentPage.PATH, query, "", "");
    }

    @Test
    void whatTheContractDoesNotKnowOrLacksIsRefused() {
        customer();
        assertRefused(draft().put("Colour", "red"), "Colour");
        ObjectNode without = draft();
        without.remove("EuThirdParty");
        assertRefused(without, "EuThirdParty");
        ObjectNode longText = draft();
        ((ObjectNode) longText.path("Rows").path(0)).put("Text", "x".repeat(2001));
        assertRefused(longText, "Text");
        ObjectNode discount = draft();
        ((ObjectNode) discount.path("Rows").path(0)).put("DiscountPercentage", 10);
        assertRefused(discount, "DiscountPercentage");
        ObjectNode unknown = draft();
        ((ObjectNode) unknown.path("Rows").path(0)).put("ArticleId", "00000000-0000-4000-8000-000000000000");
        assertRefused(unknown, "could not be found");
        assertRefused(draft().put("RotReducedInvoicingType", 1), "Persons");
    }

    private void assertRefused(ObjectNode draft, String words) {
        Answer answer = post("/v2/customerinvoicedrafts", draft);
        assertThat(answer.status()).isBetween(400, 404);
        assertThat(answer.body()).contains(words);
        assertThat(keeper.drafts()).isEmpty();
    }

    @Test
    void aDraftIsComputedRoundedAndConvertedOnce() {
        customer();
        JsonNode draft = read(post("/v2/customerinvoicedrafts", draft()));
        assertThat(draft.path("TotalAmount").decimalValue()).isEqualByComparingTo("124");
        assertThat(draft.path("TotalVatAmount").decimalValue()).isEqualByComparingTo("24.75");
        assertThat(draft.path("TotalRoundings").decimalValue()).isEqualByComparingTo("0.25");

        String convert = "/v2/customerinvoicedrafts/" + draft.path("Id").stringValue() + "/convert";
        JsonNode invoice = read(post(convert, JsonMapper.shared().createObjectNode()));

        assertThat(invoice.path("CreatedFromDraftId")).isEqualTo(draft.path("Id"));
        assertThat(invoice.path("RemainingAmount").decimalValue()).isEqualByComparingTo("124");
        assertThat(invoice.path("VatSpecification")).hasSize(1);
        assertThat(post(convert, JsonMapper.shared().createObjectNode()).status())
                .isEqualTo(404);
        assertThat(keeper.drafts()).isEmpty();
    }

    @Test
    void listsArePagedFilteredAndSince() {
        customer();
        for (int i = 0; i < 5; i++) {
            post("/v2/customerinvoicedrafts", draft());
        }
        JsonNode page = read(request(
                "GET", "/v2/customerinvoicedrafts", Map.of("$page", "2", "$pagesize", "2"), "", "Bearer " + token));
        assertThat(page.path("Data")).hasSize(2);
        assertThat(page.path("Meta").path("TotalNumberOfPages").intValue()).isEqualTo(3);
        JsonNode none = read(request(
                "GET",
                "/v2/customerinvoicedrafts",
                Map.of("$filter", "CreatedUtc gt 2026-03-02T09:30:40Z"),
                "",
                "Bearer " + token));
        assertThat(none.path("Data")).isEmpty();
        assertThat(request("GET", "/v2/orders", Map.of("$filter", "Number like 1"), "", "Bearer " + token)
                        .status())
                .isEqualTo(200);
        assertThat(request("GET", "/v2/customerinvoicedrafts", Map.of("$filter", "Id like 1"), "", "Bearer " + token)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void itsPeopleDoWhatEverySystemKnows() {
        SimulatedCompany company = simulator.company(TENANT);
        company.addCustomer("K1", "Åke", "556036-0793");
        keeper.addDraft(draft());

        SimulatedCompany.Paper draft = company.invoices().get(0);
        assertThat(draft.settled()).isFalse();
        company.book(draft.number());
        SimulatedCompany.Paper invoice = company.invoices().get(0);
        assertThat(invoice.settled()).isTrue();
        assertThat(invoice.customer()).isEqualTo("K1");
        company.pay(invoice.number());
        assertThat(company.invoices().get(0).balance()).isEqualByComparingTo("0");
        assertThatThrownBy(() -> company.cancelOrder("1")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> company.pay("9999")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theAdministrationChangesACompanysSettings() {
        administer("PUT", "tenants/1", "{\"ShowPricesExclVatPC\":true}");
        assertThat(read(get("/v2/companysettings")).path("ShowPricesExclVatPC").booleanValue())
                .isTrue();
        administer("PUT", "tenants/1", "{\"ordersLicensed\":false}");
        assertThat(get("/v2/orders").body()).contains("order_standard");
        administer("PUT", "tenants/1/rights", "{\"scopes\":[\"ea:api\"]}");
        assertThat(get("/v2/customers").body()).contains("4006");
        administer("DELETE", "tenants/1/consent", "");
        assertThat(get("/v2/companysettings").status()).isEqualTo(401);
    }

    private void administer(String method, String path, String body) {
        assertThat(request(method, "/_sim/" + path, Map.of(), body, "").status())
                .isEqualTo(204);
    }

    private void customer() {
        keeper.addCustomer(Map.of("CustomerNumber", "K1", "Name", "Åke"), false);
    }

    private ObjectNode draft() {
        ObjectNode draft = JsonMapper.shared()
                .createObjectNode()
                .put("CustomerId", keeper.id("customers", "K1"))
                .put("RotReducedInvoicingType", 0)
                .put("EuThirdParty", false)
                .put("InvoiceDate", "2026-03-02");
        draft.putArray("Rows")
                .addObject()
                .put("IsTextRow", false)
                .put("ReversedConstructionServicesVatFree", false)
                .put("ArticleId", keeper.id("articles", "DIV25"))
                .put("Quantity", 1)
                .put("UnitPrice", 99);
        return draft;
    }

    private Answer get(String path) {
        return request("GET", path, Map.of(), "", "Bearer " + token);
    }

    private Answer post(String path, ObjectNode body) {
        return request("POST", path, Map.of(), body.toString(), "Bearer " + token);
    }

    private JsonNode form(String form) {
        String basic = java.util.Base64.getEncoder()
                .encodeToString((VismaSimulator.CLIENT_ID + ":" + VismaSimulator.CLIENT_SECRET)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return read(request("POST", VismaTokens.PATH, Map.of(), form, "Basic " + basic));
    }

    private static JsonNode read(Answer answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private Answer request(String method, String path, Map<String, String> query, String body, String authorization) {
        return simulator
                .play(new PartnerRequest(
                        "test", clock.instant(), method, path, query, Map.of("Authorization", authorization), body))
                .answer();
    }
}
