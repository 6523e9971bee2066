package org.accountinghub.connectors.fortnox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.HubServices;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Permits;
import org.accountinghub.connectors.spi.RateLimit;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Tokens;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.connectors.testkit.acceptance.Documents;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that the simulated Fortnox never gives, yet something in between might. */
class StubbornAnswersTest {

    private final WireMockServer server = new WireMockServer(
            WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
    private Instant now = Instant.parse("2026-03-02T09:30:00Z");
    private FortnoxConnector connector;
    private RateLimit limit = new RateLimit("none", 1, Duration.ofSeconds(1));

    @BeforeEach
    void start() {
        server.start();
        connector = open(Map.of());
    }

    @AfterEach
    void stop() {
        connector.close();
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "\"\"", "{\"Invoices\":null}", "{\"Invoices\":{}}", "{\"Orders\":[]}"})
    void anAnswerWithoutAListIsNotAnEmptyList(String body) {
        server.stubFor(any(anyUrl()).willReturn(okJson(body)));

        assertThat(lookFor())
                .isInstanceOfSatisfying(
                        Finding.Unreachable.class,
                        unreachable -> assertThat(unreachable.outcome()).isInstanceOf(Outcome.Retry.class));
    }

    @Test
    void aRefusalThatLostItsEndBlocksNothing() {
        server.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(404)
                        .withBody("{\"ErrorInformation\":{\"Error\":1,\"Message\":\"Kan in")));

        assertThat(lookFor())
                .isInstanceOfSatisfying(
                        Finding.Unreachable.class,
                        unreachable -> assertThat(unreachable.outcome()).isInstanceOf(Outcome.Retry.class));
    }

    @Test
    void aMissingPageIsNotAnEmptyList() {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404).withBody("<html>no</html>")));

        assertThat(lookFor())
                .isInstanceOfSatisfying(
                        Finding.Unreachable.class,
                        unreachable -> assertThat(unreachable.outcome()).isInstanceOf(Outcome.Blocked.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"Invoice\":null}",
                "{\"Invoice\":{}}",
                "{\"Invoice\":{\"DocumentNumber\":\"\"}}",
                "<html>"
            })
    void aCreationWithoutANumberIsUncertain(String body) {
        server.stubFor(
                any(anyUrl()).willReturn(okJson("{\"Articles\":[{\"ArticleNumber\":\"" + Documents.ARTICLE + "\"}]}")));
        server.stubFor(post(urlPathEqualTo("/3/invoices"))
                .willReturn(aResponse().withStatus(201).withBody(body)));

        assertThat(bring()).isInstanceOf(Outcome.Uncertain.class);
    }

    @Test
    void amountsThatAreNotWhatWasSentShowAtOnce() {
        server.stubFor(any(anyUrl()).willReturn(okJson(articles(Documents.ARTICLE, 2))));
        server.stubFor(post(urlPathEqualTo("/3/invoices"))
                .willReturn(aResponse().withStatus(201).withBody("""
                        {"Invoice":{"DocumentNumber":"7","CustomerNumber":"1","InvoiceDate":"2026-03-02","Currency":"SEK",
                        "Net":80,"TotalVAT":20,"Total":100,"Balance":100,"InvoiceRows":[{"Description":"Arbete",
                        "DeliveredQuantity":"1","Price":80,"Total":80,"TotalExcludingVAT":80,"VAT":25}]}}""")));

        assertThat(bring()).isInstanceOfSatisfying(Outcome.Delivered.class, delivered -> {
            assertThat(delivered.document().number()).isEqualTo("7");
            assertThat(delivered.document().notes()).anyMatch(note -> note.startsWith("DIFFERS"));
        });
    }

    @Test
    void afterTooLongAWaitNothingIsWritten() {
        server.stubFor(any(anyUrl()).willReturn(okJson("{\"Articles\":[]}")));
        server.stubFor(any(urlPathEqualTo("/3/articles/" + Documents.ARTICLE))
                .willReturn(okJson("{\"Article\":{\"ArticleNumber\":\"" + Documents.ARTICLE + "\",\"Active\":true}}")));

        Conversation slow = exchange -> now = now.plusSeconds(11);
        Outcome outcome = connector
                .invoices()
                .perform(work(connector.invoices(), Documents.order(), Map.of("customer", "1")), slow);

        assertThat(outcome).isInstanceOf(Outcome.Retry.class);
        assertThat(server.getAllServeEvents())
                .noneMatch(event -> event.getRequest().getMethod().getName().equals("POST"));
    }

    @Test
    void aBoundCustomerThatIsGoneIsAProblemAndNotCreatedAgain() {
        server.stubFor(
                any(anyUrl())
                        .willReturn(
                                aResponse()
                                        .withStatus(404)
                                        .withBody(
                                                "{\"ErrorInformation\":{\"Error\":1,\"Message\":\"Kan inte hitta kunden.\",\"Code\":2000433}}")));
        Delivery<Customer> customers = connector.customers();

        Outcome outcome = customers.perform(
                work(customers, Documents.business(), Map.of("customer", "900")), Conversation.UNHEARD);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.problem().cause()).isEqualTo("fortnox.customer-gone"));
        assertThat(server.getAllServeEvents()).hasSize(1);
    }

    @Test
    void limitsAreCountedByClientAndCompany() {
        server.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        lookFor();
        assertThat(limit).isEqualTo(new RateLimit("fortnox/client/42", 25, Duration.ofSeconds(5)));

        connector = open(Map.of("tenant-id", ""));
        lookFor();
        assertThat(limit.key()).isEqualTo("fortnox/client/4711");
    }

    @Test
    void articlesAreReadOnceForManyOrders() {
        server.stubFor(
                any(anyUrl()).willReturn(okJson("{\"Articles\":[{\"ArticleNumber\":\"" + Documents.ARTICLE + "\"}]}")));
        server.stubFor(
                post(urlPathEqualTo("/3/invoices")).willReturn(aResponse().withStatus(500)));

        bring();
        bring();
        assertThat(count("/3/articles")).isEqualTo(1);

        now = now.plus(Duration.ofMinutes(11));
        bring();
        assertThat(count("/3/articles")).isEqualTo(2);
    }

    @Test
    void everyPageOfTheArticlesIsRead() {
        server.stubFor(any(anyUrl()).willReturn(okJson(articles("A-1", 1))));
        server.stubFor(any(urlPathEqualTo("/3/articles"))
                .withQueryParam("page", equalTo("2"))
                .willReturn(okJson(articles(Documents.ARTICLE, 2))));
        server.stubFor(
                post(urlPathEqualTo("/3/invoices")).willReturn(aResponse().withStatus(500)));

        bring();

        assertThat(count("/3/articles")).isEqualTo(2);
        assertThat(count("/3/articles/" + Documents.ARTICLE)).isZero();
    }

    private static String articles(String number, int page) {
        return "{\"MetaInformation\":{\"@TotalResources\":501,\"@TotalPages\":2,\"@CurrentPage\":" + page
                + "},\"Articles\":[{\"ArticleNumber\":\"" + number + "\"}]}";
    }

    @Test
    void aRefusedArticleIsAskedForAgain() {
        server.stubFor(
                any(anyUrl()).willReturn(okJson("{\"Articles\":[{\"ArticleNumber\":\"" + Documents.ARTICLE + "\"}]}")));
        server.stubFor(
                post(urlPathEqualTo("/3/invoices"))
                        .willReturn(
                                aResponse()
                                        .withStatus(400)
                                        .withBody(
                                                "{\"ErrorInformation\":{\"error\":1,\"message\":\"Kan inte hitta artikeln.\",\"code\":2001302}}")));

        assertThat(bring()).isInstanceOf(Outcome.Rejected.class);
        bring();
        assertThat(count("/3/articles")).isEqualTo(2);
    }

    @Test
    void unknownArticlesCanStopTheOrder() {
        connector = open(Map.of("unknown-article", "refuse"));
        server.stubFor(any(anyUrl()).willReturn(okJson("{\"Articles\":[]}")));
        server.stubFor(
                any(urlPathEqualTo("/3/articles/" + Documents.ARTICLE))
                        .willReturn(
                                aResponse()
                                        .withStatus(404)
                                        .withBody(
                                                "{\"ErrorInformation\":{\"Error\":1,\"Message\":\"Kan inte hitta artikeln.\",\"Code\":2000428}}")));

        assertThat(bring()).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
            assertThat(rejected.problem().cause()).isEqualTo("fortnox.article-unknown");
            assertThat(rejected.problem().reason()).contains(Documents.ARTICLE);
        });
    }

    private Outcome bring() {
        return connector
                .invoices()
                .perform(work(connector.invoices(), Documents.order(), Map.of("customer", "1")), Conversation.UNHEARD);
    }

    private Finding lookFor() {
        Delivery<BillableOrder> invoices = connector.invoices();
        return invoices.find(work(invoices, Documents.order(), Map.of("customer", "1")), Conversation.UNHEARD);
    }

    private long count(String path) {
        return server.getAllServeEvents().stream()
                .filter(event ->
                        URI.create(event.getRequest().getUrl()).getPath().equals(path))
                .count();
    }

    private <D> Work<D> work(Delivery<D> delivery, D document, Map<String, String> bound) {
        return new Work<>(delivery.steps(document).get(0), document, Map.of(), bound, now);
    }

    private FortnoxConnector open(Map<String, String> other) {
        Map<String, String> values = new java.util.HashMap<>(Map.of(
                "client-id", "client",
                "tenant-id", "42",
                "base-address", server.baseUrl() + "/3",
                "request-timeout", "5"));
        values.putAll(other);
        ConnectionSettings settings = new ConnectionSettings(
                "c", ZoneId.of("Europe/Stockholm"), values, Map.of("client-secret", new Secret("s")));
        return (FortnoxConnector) new FortnoxConnectorFactory().open(settings, new Hub());
    }

    private final class Hub implements HubServices {

        @Override
        public Permits permits() {
            return new Permits() {
                @Override
                public void acquire(RateLimit asked) {
                    limit = asked;
                }

                @Override
                public void exhausted(RateLimit asked, Duration wait) {}
            };
        }

        /** A token whose claims say company 4711. */
        @Override
        public Tokens tokens() {
            return new Tokens() {
                @Override
                public Secret current() {
                    return new Secret("e30.eyJ0ZW5hbnRJZCI6NDcxMX0.sig");
                }

                @Override
                public Secret insteadOf(Secret refused) {
                    return current();
                }
            };
        }

        @Override
        public InstantSource clock() {
            return () -> now;
        }
    }
}
