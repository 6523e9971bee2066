package org.accountinghub.connectors.fortnox.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import org.accountinghub.connectors.testkit.partner.SimulatedCompany;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConnectedCompanyTest {

    private static final String ORDER = """
            {"CustomerNumber":"10","OrderRows":[{"Description":"Arbete","OrderedQuantity":"2","DeliveredQuantity":"2","Price":100,"VAT":25}]}""";

    @Test
    void anOrderIsInvoicedBookedAndPaidInCommonWords() {
        try (FortnoxSimulator simulator = FortnoxSimulator.start(0, InstantSource.system())) {
            SimulatedCompany company = simulator.company("11");
            String customer = company.addCustomer("10", "Kund AB", "556677-8899");
            simulator.bookKeeper("11").addOrder((tools.jackson.databind.node.ObjectNode)
                    JsonMapper.shared().readTree(ORDER));
            String order = company.orders().get(0).number();
            assertThat(company.orders().get(0).customer()).isEqualTo(customer);
            assertThat(company.orders().get(0).total()).isEqualByComparingTo("250");

            String invoice = company.invoiceOrder(order);
            assertThat(company.orders().get(0).settled()).isTrue();
            assertThat(company.invoices().get(0).settled()).isFalse();
            company.book(invoice);
            company.pay(invoice);

            assertThat(company.invoices().get(0).balance()).isZero();
            assertThatIllegalStateException().isThrownBy(() -> company.cancelOrder(order));
        }
    }

    @Test
    void theSameFromAnotherProcess() throws Exception {
        try (FortnoxSimulator simulator = FortnoxSimulator.start(0, InstantSource.system())) {
            URI administration = simulator.baseUri().resolve("/_sim/");
            send("POST", administration.resolve("companies/12"), "");
            send(
                    "POST",
                    administration.resolve("companies/12/articles"),
                    "{\"number\":\"A1\",\"description\":\"Rör\"}");
            HttpResponse<String> added = send(
                    "POST",
                    administration.resolve("companies/12/customers"),
                    "{\"number\":\"10\",\"name\":\"Kund AB\",\"registrationNumber\":\"556677-8899\"}");
            assertThat(JsonMapper.shared().readTree(added.body()).path("number").asString())
                    .isEqualTo("10");

            JsonNode invoices = JsonMapper.shared()
                    .readTree(send("GET", administration.resolve("companies/12/invoices"), "")
                            .body());
            assertThat(invoices.isArray()).isTrue();
            assertThat(send("POST", administration.resolve("companies/12/invoices/7/book"), "")
                            .statusCode())
                    .isEqualTo(409);
        }
    }

    private static HttpResponse<String> send(String method, URI address, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
