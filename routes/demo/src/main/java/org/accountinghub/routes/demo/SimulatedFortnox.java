package org.accountinghub.routes.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    /** Numbers of the company's invoices that are neither booked nor cancelled. */
    List<String> unbookedInvoices(String tenant) {
        List<String> numbers = new ArrayList<>();
        send("GET", "tenants/" + tenant + "/invoices", null).forEach(invoice -> {
            if (!invoice.path("Booked").booleanValue(false)
                    && !invoice.path("Cancelled").booleanValue(false)) {
                numbers.add(invoice.path("DocumentNumber").asString());
            }
        });
        return numbers;
    }

    void book(String tenant, String invoice) {
        verb(tenant, invoice, "book");
    }

    void pay(String tenant, String invoice) {
        verb(tenant, invoice, "pay");
    }

    /** What the partner's own book says was created of one kind over its API, by hand aside. */
    int createdOverApi(String kind) {
        int count = 0;
        for (JsonNode effect : send("GET", "book?kind=" + kind, null)) {
            if (effect.path("action").asString().equals("CREATED")
                    && !effect.path("requestId").asString().equals("by hand")) {
                count++;
            }
        }
        return count;
    }

    /** Documents that exist more than once under one reference. */
    int duplicates() {
        int surplus = 0;
        for (JsonNode effects : send("GET", "duplicates", null)) {
            surplus += effects.size() - 1;
        }
        return surplus;
    }

    private void verb(String tenant, String invoice, String verb) {
        send("POST", "tenants/" + tenant + "/invoices/" + invoice + "/" + verb, java.util.Map.of());
    }

    private JsonNode send(String method, String path, @org.jspecify.annotations.Nullable Object body) {
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
