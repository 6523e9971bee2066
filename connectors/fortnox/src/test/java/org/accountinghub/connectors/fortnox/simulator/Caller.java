package org.accountinghub.connectors.fortnox.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the simulator over HTTP, as one tenant's integration. */
final class Caller {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final FortnoxSimulator simulator;
    private final String token;

    Caller(FortnoxSimulator simulator, String tenant) {
        this.simulator = simulator;
        this.token = tokens(simulator, "grant_type=client_credentials", "TenantId", tenant)
                .json()
                .path("access_token")
                .asString();
    }

    Caller(String token, FortnoxSimulator simulator) {
        this.simulator = simulator;
        this.token = token;
    }

    record Answered(int status, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        int code() {
            JsonNode information = json().path("ErrorInformation");
            return information.path(information.has("Code") ? "Code" : "code").asInt();
        }
    }

    static Answered tokens(FortnoxSimulator simulator, String form, String... headers) {
        String client = FortnoxSimulator.CLIENT_ID + ":" + FortnoxSimulator.CLIENT_SECRET;
        HttpRequest.Builder request = HttpRequest.newBuilder(simulator.tokenUri())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    Answered get(String path) {
        return send(to(path).GET());
    }

    Answered post(String path, String body) {
        return send(to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    Answered put(String path, String body) {
        return send(to(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    Answered put(String path) {
        return send(to(path).PUT(BodyPublishers.noBody()));
    }

    Answered delete(String path) {
        return send(to(path).DELETE());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static Answered administer(FortnoxSimulator simulator, String method, String path, String body) {
        return send(HttpRequest.newBuilder(simulator.administrationUri().resolve(path))
                .method(method, BodyPublishers.ofString(body)));
    }

    static HttpResponse<String> open(URI uri) {
        return exchange(HttpRequest.newBuilder(uri).GET());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(simulator.baseUri() + path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token);
    }

    private static Answered send(HttpRequest.Builder request) {
        HttpResponse<String> response = exchange(request);
        return new Answered(response.statusCode(), response.body());
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
