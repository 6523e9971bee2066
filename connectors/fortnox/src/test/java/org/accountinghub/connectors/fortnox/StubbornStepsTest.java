package org.accountinghub.connectors.fortnox;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.HubServices;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Permits;
import org.accountinghub.connectors.spi.RateLimit;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Tokens;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.connectors.testkit.acceptance.Documents;
import org.accountinghub.mappings.model.BillableOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that the simulated Fortnox never gives, to the steps beside the creation. */
class StubbornStepsTest {

    private static final BillableOrder ORDER = Documents.orderWithEverything();
    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");

    private final WireMockServer server = new WireMockServer(
            WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

    @BeforeEach
    void start() {
        server.start();
        server.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        server.stubFor(get(urlPathEqualTo("/3/invoices/7"))
                .willReturn(okJson("{\"Invoice\":{\"DocumentNumber\":\"7\",\"TaxReduction\":2390}}")));
        server.stubFor(get(urlPathEqualTo("/3/taxreductions")).willReturn(okJson("{\"TaxReductions\":[]}")));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    /** Whatever it says, it was a write: it may have been sent. */
    @ParameterizedTest
    @CsvSource({"email,email", "e-invoice,einvoice", "print-service,eprint"})
    void anUnreadableAnswerToAGetThatSendsIsUncertain(String step, String verb) {
        for (String body : List.of("<html>", "[]", "{\"Invoice\":null}")) {
            server.stubFor(get(urlPathEqualTo("/3/invoices/7/" + verb)).willReturn(okJson(body)));

            assertThat(perform(step)).as(body).isInstanceOf(Outcome.Uncertain.class);
        }
    }

    @Test
    void anInvoiceThatIsNotBookedAfterItWasBookedIsUncertain() {
        server.stubFor(put(urlPathEqualTo("/3/invoices/7/bookkeep"))
                .willReturn(okJson("{\"Invoice\":{\"DocumentNumber\":\"7\",\"Booked\":false}}")));

        assertThat(perform("bookkeep")).isInstanceOf(Outcome.Uncertain.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"TaxReduction\":{}}", "{\"TaxReduction\":{\"Id\":\"\"}}", "<html>"})
    void aReductionWithoutANumberIsUncertain(String body) {
        server.stubFor(post(urlPathEqualTo("/3/taxreductions")).willReturn(okJson(body)));

        assertThat(perform("tax-reduction-1")).isInstanceOf(Outcome.Uncertain.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"TaxReductions\":null}", "{\"Invoices\":[]}"})
    void anAnswerWithoutAListIsNotAnEmptyList(String body) {
        server.stubFor(get(urlPathEqualTo("/3/taxreductions")).willReturn(okJson(body)));

        assertThat(perform("tax-reduction-1")).isInstanceOf(Outcome.Retry.class);
        assertNothingWritten();
    }

    @Test
    void aDocumentThatTellsNoReductionIsAProblem() {
        server.stubFor(
                get(urlPathEqualTo("/3/invoices/7")).willReturn(okJson("{\"Invoice\":{\"DocumentNumber\":\"7\"}}")));

        assertThat(perform("tax-reduction-1"))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.problem().cause()).isEqualTo("fortnox.tax-reduction-unclear"));
        assertNothingWritten();
    }

    /** Another document's number may be the same in another series. */
    @Test
    void reductionsOfOtherDocumentsAreNotOurs() {
        server.stubFor(get(urlPathEqualTo("/3/taxreductions")).willReturn(okJson("""
                {"TaxReductions":[
                {"Id":"1","ReferenceDocumentType":"OFFER","ReferenceNumber":"7","SocialSecurityNumber":"191212121212"},
                {"Id":"2","ReferenceDocumentType":"INVOICE","ReferenceNumber":"77","SocialSecurityNumber":"191212121212"}]}""")));
        server.stubFor(
                post(urlPathEqualTo("/3/taxreductions")).willReturn(okJson("{\"TaxReduction\":{\"Id\":\"3\"}}")));

        assertThat(perform("tax-reduction-1"))
                .isInstanceOfSatisfying(
                        Outcome.Delivered.class,
                        delivered -> assertThat(delivered.document().id()).isEqualTo("3"));
    }

    /** An invoice that a person made earlier, and bound to the order, may have its reductions since then. */
    @Test
    void reductionsAreListedFromTheDayOfTheDocument() {
        server.stubFor(
                get(urlPathEqualTo("/3/invoices/7"))
                        .willReturn(
                                okJson(
                                        "{\"Invoice\":{\"DocumentNumber\":\"7\",\"InvoiceDate\":\"2026-02-10\",\"TaxReduction\":2390}}")));

        perform("tax-reduction-1");

        assertThat(server.findAll(getRequestedFor(urlPathEqualTo("/3/taxreductions"))))
                .singleElement()
                .satisfies(request -> assertThat(
                                request.queryParameter("lastmodified").firstValue())
                        .isEqualTo("2026-02-09 00:00"));
    }

    /** What is left out of a list would pass for "not asked yet". */
    @Test
    void aListThatNeverEndsIsNoAnswer() {
        server.stubFor(get(urlPathEqualTo("/3/taxreductions")).willReturn(okJson("""
                {"MetaInformation":{"@TotalResources":99999,"@TotalPages":200,"@CurrentPage":1},"TaxReductions":[]}""")));

        assertThat(perform("tax-reduction-1")).isInstanceOf(Outcome.Retry.class);
        assertNothingWritten();
    }

    @Test
    void samePersonTwiceIsAProblem() {
        server.stubFor(get(urlPathEqualTo("/3/taxreductions")).willReturn(okJson("""
                {"TaxReductions":[
                {"Id":"1","ReferenceDocumentType":"INVOICE","ReferenceNumber":"7","SocialSecurityNumber":"191212121212"},
                {"Id":"2","ReferenceDocumentType":"INVOICE","ReferenceNumber":"7","SocialSecurityNumber":"191212121212"}]}""")));

        assertThat(perform("tax-reduction-1"))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.problem().cause()).isEqualTo("fortnox.tax-reduction-doubled"));
        assertNothingWritten();
    }

    @Test
    void aLockedPeriodThatCannotBeReadKeepsTheInvoiceBack() {
        assertThat(perform(Step.CREATE)).isInstanceOf(Outcome.Retry.class);
        assertNothingWritten();
    }

    private Outcome perform(String step) {
        Map<String, String> values = new HashMap<>(Map.of(
                "client-id", "client",
                "tenant-id", "42",
                "base-address", server.baseUrl() + "/3",
                "request-timeout", "5",
                "unknown-article", "create",
                "locked-period", "first-open-date",
                "after-invoice", "bookkeep,mark-sent,email,e-invoice,print-service"));
        ConnectionSettings settings = new ConnectionSettings(
                "c", ZoneId.of("Europe/Stockholm"), values, Map.of("client-secret", new Secret("s")));
        try (FortnoxConnector connector = (FortnoxConnector) new FortnoxConnectorFactory().open(settings, new Hub())) {
            Step wanted = connector.invoices().steps(ORDER).stream()
                    .filter(candidate -> candidate.name().equals(step))
                    .findFirst()
                    .orElseThrow();
            PartnerDocument created = new PartnerDocument("7", "7", List.of("tax reduction computed by Fortnox: 2390"));
            PartnerDocument article = new PartnerDocument("a", "a", List.of());
            Map<String, PartnerDocument> done = Map.of(
                    "article-" + Documents.ARTICLE,
                    article,
                    "article-" + Documents.UNKNOWN_ARTICLE,
                    article,
                    Step.CREATE,
                    created);
            return connector
                    .invoices()
                    .perform(new Work<>(wanted, ORDER, done, Map.of("customer", "1"), NOW), Conversation.UNHEARD);
        }
    }

    private void assertNothingWritten() {
        assertThat(server.getAllServeEvents())
                .allMatch(event -> event.getRequest().getMethod().getName().equals("GET"));
    }

    private static final class Hub implements HubServices {

        @Override
        public Permits permits() {
            return new Permits() {
                @Override
                public void acquire(RateLimit asked) {}

                @Override
                public void exhausted(RateLimit asked, Duration wait) {}
            };
        }

        @Override
        public Tokens tokens() {
            return new Tokens() {
                @Override
                public Secret current() {
                    return new Secret("token");
                }

                @Override
                public Secret insteadOf(Secret refused) {
                    return current();
                }
            };
        }

        @Override
        public InstantSource clock() {
            return () -> NOW;
        }
    }
}
