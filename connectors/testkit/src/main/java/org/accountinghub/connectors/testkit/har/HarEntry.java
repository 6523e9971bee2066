package org.accountinghub.connectors.testkit.har;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.connectors.testkit.partner.Reply;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One exchange in the form of HAR 1.2, without secrets. */
final class HarEntry {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FORM = "application/x-www-form-urlencoded";

    private HarEntry() {}

    static ObjectNode of(PartnerRequest request, Reply reply, int status) {
        ObjectNode entry = JSON.createObjectNode()
                .put("startedDateTime", request.at().toString())
                .put("time", 0);
        entry.set("request", request(request));
        entry.set("response", response(reply.answer(), status));
        entry.putObject("cache");
        entry.putObject("timings").put("send", 0).put("wait", 0).put("receive", 0);
        return entry;
    }

    private static ObjectNode request(PartnerRequest request) {
        String query = Masks.form(request.query().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&")));
        ObjectNode node = JSON.createObjectNode()
                .put("method", request.method())
                .put("url", "http://localhost" + Masks.text(request.path()) + (query.isEmpty() ? "" : "?" + query))
                .put("httpVersion", "HTTP/1.1");
        node.putArray("cookies");
        node.set("headers", headers(request.headers()));
        ArrayNode parameters = node.putArray("queryString");
        PartnerRequest.decode(query)
                .forEach((name, value) ->
                        parameters.addObject().put("name", name).put("value", value));
        node.put("headersSize", -1).put("bodySize", request.body().length());
        if (!request.body().isEmpty()) {
            String type = request.header("Content-Type").orElse("");
            String body = type.startsWith(FORM) ? Masks.form(request.body()) : Masks.body(request.body());
            node.putObject("postData").put("mimeType", type).put("text", body);
        }
        return node;
    }

    private static ObjectNode response(Answer answer, int status) {
        String body = status == 0 ? "" : Masks.body(answer.body());
        ObjectNode node = JSON.createObjectNode()
                .put("status", status)
                .put("statusText", "")
                .put("httpVersion", "HTTP/1.1")
                .put("redirectURL", Masks.form(answer.headers().getOrDefault("Location", "")))
                .put("headersSize", -1)
                .put("bodySize", body.length());
        node.putArray("cookies");
        node.set("headers", headers(status == 0 ? Map.of() : Map.of("Content-Type", answer.contentType())));
        ObjectNode content = node.putObject("content")
                .put("size", body.length())
                .put("mimeType", status == 0 ? "" : answer.contentType());
        if (!body.isEmpty()) {
            content.put("text", body);
        }
        return node;
    }

    private static ArrayNode headers(Map<String, String> headers) {
        ArrayNode array = JSON.createArrayNode();
        headers.forEach((name, value) -> array.addObject().put("name", name).put("value", Masks.header(name, value)));
        return array;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
