package org.accountinghub.routes.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the hub's HTTP API. Uses {@link HttpURLConnection}, whose first call costs a fraction of what other clients' does
 * in a new process; every verb of the API is safe when it arrives twice.
 */
public final class HubClient {

    private static final int TIMEOUT_MILLIS = 30_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final URI base;
    private final String key;

    public HubClient(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    public JsonNode get(String path) {
        return call("GET", path, null);
    }

    public JsonNode post(String path, Map<String, ?> body) {
        return call("POST", path, JSON.writeValueAsString(body));
    }

    /** Posts a file as it is. */
    public JsonNode upload(String path, Path file) {
        return call("POST", path, Body.of(file), HubClient::json);
    }

    /** Writes what is there into a file; answers its size in bytes. */
    public long download(String path, Path into) {
        return call("GET", path, (Body) null, answer -> Files.copy(answer, into, StandardCopyOption.REPLACE_EXISTING));
    }

    /** A path segment or query value, encoded. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What is made of an answer. */
    private interface Reading<T> {
        T of(InputStream answer) throws IOException;
    }

    private interface Writing {
        void to(HttpURLConnection connection) throws IOException;
    }

    private record Body(String type, Writing writing) {
        static Body of(String json) {
            return new Body(
                    "application/json",
                    connection -> connection.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8)));
        }

        static Body of(Path file) {
            return new Body("application/octet-stream", connection -> {
                connection.setFixedLengthStreamingMode(Files.size(file));
                try (OutputStream request = connection.getOutputStream()) {
                    Files.copy(file, request);
                }
            });
        }
    }

    private JsonNode call(String method, String path, @Nullable String body) {
        return call(method, path, body == null ? null : Body.of(body), HubClient::json);
    }

    private static JsonNode json(InputStream answer) throws IOException {
        String text = text(answer);
        return text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text);
    }

    private <T> T call(String method, String path, @Nullable Body body, Reading<T> reading) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) base.resolve(path).toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestProperty("Authorization", "Bearer " + key);
            connection.setRequestProperty("Accept", "application/json, */*;q=0.5");
            if (body != null) {
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", body.type());
                body.writing().to(connection);
            }
            int status = connection.getResponseCode();
            if (status == HttpURLConnection.HTTP_UNAUTHORIZED) {
                throw new HubRefusal(
                        "the hub at " + base + " does not know this key. It keeps its administrator's key in"
                                + " administrator.key of its data directory: set HUB_DATA to that directory, or HUB_KEY.");
            }
            if (status >= 400) {
                throw new HubRefusal(refusal(status, text(connection.getErrorStream())));
            }
            try (InputStream answer = connection.getInputStream()) {
                return reading.of(answer);
            }
        } catch (JacksonException e) {
            throw new HubRefusal(
                    "what answers at " + base + " is not a hub. Name the hub's address with --url or HUB_URL.");
        } catch (UnknownHostException e) {
            throw new HubRefusal("there is no machine named " + base.getHost() + ". Mend --url or HUB_URL.");
        } catch (SocketTimeoutException e) {
            throw new HubRefusal("the hub at " + base + " did not answer within " + TIMEOUT_MILLIS / 1000
                    + " s. See its log; './hub status' shows when it is back.");
        } catch (ConnectException e) {
            throw new HubRefusal("no hub answers at " + base
                    + ". Start it with './hub serve', or name its address with --url or HUB_URL.");
        } catch (IOException e) {
            throw new HubRefusal("the hub at " + base + " did not answer properly: " + e.getMessage());
        }
    }

    private static String refusal(int status, String answer) {
        try {
            JsonNode problem = JSON.readTree(answer);
            String detail =
                    problem.path("detail").asString(problem.path("message").asString(""));
            return detail.isBlank() ? "the hub answered " + status : detail;
        } catch (JacksonException e) {
            return "what answers there (" + status + ") is not a hub. Name the hub's address with --url or HUB_URL.";
        }
    }

    private static String text(@Nullable InputStream stream) throws IOException {
        if (stream == null) {
            return "";
        }
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
