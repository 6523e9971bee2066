package org.accountinghub.routes.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulated Fortnox in its own process, steered through its administration pages. */
final class SimulatedFortnox {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI administration;

    /** @param administration ends with a slash */
    SimulatedFortnox(URI administration) {
        this.administration = administration;
    }

    void company(String tenant, Object settings) {
        send("POST", "tenants/" + tenant, settings);
    }

    void customer(String tenant, Object customer) {
        send("POST", "tenants/" + tenant + "/customers", customer);
    }

    void article(String tenant, Object article) {
        send("POST", "tenants/" + tenant + "/articles", article);
    }

    void fault(Object rule) {
        send("POST", "faults", rule);
    }

    JsonNode invoices(String tenant) {
        return send("GET", "tenants/" + tenant + "/invoices", null);
    }

    JsonNode orders(String tenant) {
        return send("GET", "tenants/" + tenant + "/orders", null);
    }

    JsonNode order(String tenant, String number) {
        return orders(tenant)
                .valueStream()
                .filter(order -> order.path("DocumentNumber").asString("").equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the simulator has no order " + number));
    }

    /** What was asked for of tax reductions; personal numbers are masked. */
    JsonNode taxReductions(String tenant) {
        return send("GET", "tenants/" + tenant + "/taxreductions", null);
    }

    void book(String tenant, String invoice) {
        send("POST", "tenants/" + tenant + "/invoices/" + invoice + "/book", Map.of());
    }

    void pay(String tenant, String invoice) {
        send("POST", "tenants/" + tenant + "/invoices/" + invoice + "/pay", Map.of());
    }

    void invoiceOrder(String tenant, String order) {
        send("POST", "tenants/" + tenant + "/orders/" + order + "/invoice", Map.of());
    }

    /** @param quantities by the row's position, from 0 */
    void invoicePart(String tenant, String order, Map<String, String> quantities) {
        send("POST", "tenants/" + tenant + "/orders/" + order + "/invoice-part", Map.of("quantities", quantities));
    }

    void invoiceTogether(String tenant, List<String> orders) {
        send("POST", "tenants/" + tenant + "/orders/invoice-together", Map.of("orders", orders));
    }

    void cancelOrder(String tenant, String order) {
        send("POST", "tenants/" + tenant + "/orders/" + order + "/cancel", Map.of());
    }

    /** The order that holds what was not delivered of this one. */
    String restOf(String tenant, JsonNode order) {
        String reference = order.path("ExternalInvoiceReference1").asString("");
        return orders(tenant)
                .valueStream()
                .filter(other ->
                        other.path("ExternalInvoiceReference1").asString("").equals(reference))
                .filter(other -> other.path("OrderType").asString("").equals("BackOrder"))
                .map(other -> other.path("DocumentNumber").asString(""))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the simulator has no rest of an order"));
    }

    /** What the partner's own book says was created of one kind over its API, by hand aside. */
    int createdOverApi(String kind) {
        return (int) send("GET", "book?kind=" + kind, null)
                .valueStream()
                .filter(effect -> effect.path("action").asString().equals("CREATED"))
                .filter(effect -> !effect.path("requestId").asString().equals("by hand"))
                .count();
    }

    /** What was made there of something that was there already. */
    int derived(String kind) {
        return (int) send("GET", "book?kind=" + kind, null)
                .valueStream()
                .filter(effect -> effect.path("action").asString().equals("DERIVED"))
                .count();
    }

    /** Documents that exist more than once under one reference. */
    int duplicates() {
        int surplus = 0;
        for (JsonNode effects : send("GET", "duplicates", null)) {
            surplus += effects.size() - 1;
        }
        return surplus;
    }

    private JsonNode send(String method, String path, @Nullable Object body) {
        HttpRequest request = HttpRequest.newBuilder(administration.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(
                        method + " " + path + " of the simulator: " + answer.statusCode() + " " + answer.body());
            }
            return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("the simulator does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
