package org.accountinghub.routes.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.accountinghub.routes.demo.data.PartnerSeed;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A simulated accounting system in its own process, steered through the administration pages that all of them share. What
 * only one of them can be made to do is its subclass's.
 */
class SimulatedSystem {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String name;
    private final JsonNode addresses;
    private final URI administration;
    private final Map<String, JsonNode> connections = new TreeMap<>();

    /** @param addresses as the sandbox tells them */
    SimulatedSystem(String name, JsonNode addresses) {
        this.name = name;
        this.addresses = addresses;
        this.administration = URI.create(addresses.path("admin").asString(""));
    }

    /** With whatever it can be made to do beyond what all can. */
    static SimulatedSystem of(String name, JsonNode addresses) {
        return name.equals(SimulatedFortnox.NAME)
                ? new SimulatedFortnox(addresses)
                : new SimulatedSystem(name, addresses);
    }

    String name() {
        return name;
    }

    /** What people call it. */
    String title() {
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }

    /** Opens a company and fills its registers, so far as it can be said in common words; answers how many customers it has. */
    int seed(String tenant, PartnerSeed seed) {
        send("POST", "companies/" + tenant, Map.of());
        int customers = 0;
        for (PartnerSeed.PartnerCustomer customer : seed.customers()) {
            if (customer.active() && !customer.isPrivate()) {
                send(
                        "POST",
                        "companies/" + tenant + "/customers",
                        Map.of(
                                "number",
                                customer.number(),
                                "name",
                                customer.name(),
                                "registrationNumber",
                                customer.organisationNumber().orElse("")));
                customers++;
            }
        }
        return customers;
    }

    /** Settings and secrets of a hub's connection to a company. */
    JsonNode connection(String tenant) {
        return connections.computeIfAbsent(
                tenant, company -> send("POST", "companies/" + company + "/connection", addresses));
    }

    /** Whether it knows orders, or invoices only. */
    boolean takesOrders(String tenant) {
        return connection(tenant).path("creates").has(DemoReport.ORDER);
    }

    /** One document of this kind is made without an answer: the second that is asked for. */
    void loseAnswer(String tenant, String kind) {
        send(
                "POST",
                "faults",
                Map.of(
                        "operation",
                        connection(tenant).path("creates").path(kind).asString(""),
                        "tenant",
                        tenant,
                        "fault",
                        "COMMIT_AND_CUT",
                        "nth",
                        2));
    }

    /** Somebody of the company consents at the page that the hub names; the browser comes back to the hub. */
    void consent(String tenant, String page) {
        String there = send("POST", "companies/" + tenant + "/approve", Map.of("page", page))
                .path("page")
                .asString("");
        HttpRequest visit = HttpRequest.newBuilder(URI.create(there))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build()
                    .send(visit, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the consent at " + name + " failed: " + answer.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException("nobody could consent at " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Settings of a connection that sends invoices, beyond those that connect it. */
    Map<String, String> settingsForInvoices() {
        return new TreeMap<>();
    }

    /** Orders in common words. */
    JsonNode orderPapers(String tenant) {
        return send("GET", "companies/" + tenant + "/orders", null);
    }

    /** Invoices in common words. */
    JsonNode invoicePapers(String tenant) {
        return send("GET", "companies/" + tenant + "/invoices", null);
    }

    /** Answers the invoice's number. */
    String invoiceOrder(String tenant, String order) {
        return send("POST", "companies/" + tenant + "/orders/" + order + "/invoice", Map.of())
                .path("number")
                .asString("");
    }

    /** False where orders cannot be cancelled. */
    boolean cancelsOrder(String tenant, String order) {
        try {
            send("POST", "companies/" + tenant + "/orders/" + order + "/cancel", Map.of());
            return true;
        } catch (IllegalStateException refused) {
            return false;
        }
    }

    void book(String tenant, String invoice) {
        send("POST", "companies/" + tenant + "/invoices/" + invoice + "/book", Map.of());
    }

    void pay(String tenant, String invoice) {
        send("POST", "companies/" + tenant + "/invoices/" + invoice + "/pay", Map.of());
    }

    /** Makes one invoice of several orders where the book-keeper can, else one of each; answers their numbers. */
    List<String> invoiceTogether(String tenant, List<String> orders) {
        return orders.stream().map(order -> invoiceOrder(tenant, order)).toList();
    }

    /** Invoices the order in two parts where the book-keeper can, else at once; answers the invoices' numbers. */
    List<String> invoiceInParts(String tenant, String order) {
        return List.of(invoiceOrder(tenant, order));
    }

    /** What the partner's own book says was made of one kind over its API, by hand aside. */
    int madeOverApi(String kind) {
        return made(kind, false);
    }

    /** What its people made of what was there already. */
    int madeByHand(String kind) {
        return made(kind, true);
    }

    private int made(String kind, boolean byHand) {
        return (int) send("GET", "book?kind=" + kind, null)
                .valueStream()
                .filter(effect -> Set.of("CREATED", "DERIVED")
                        .contains(effect.path("action").asString("")))
                .filter(effect -> effect.path("requestId").asString("").equals("by hand") == byHand)
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

    final JsonNode send(String method, String path, @Nullable Object body) {
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
