package org.accountinghub.connectors.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.Secret;

/**
 * One request. Immutable; {@code toString} shows neither headers nor body.
 *
 * @param body text as it goes on the wire, in UTF-8; its type is among the headers
 * @param secrets values that must not be shown if they appear anywhere in the exchange
 */
public record Request(
        String method, URI uri, Map<String, String> headers, Optional<String> body, List<Secret> secrets) {

    public Request {
        headers = Map.copyOf(headers);
        secrets = List.copyOf(secrets);
    }

    public static Request of(String method, URI uri) {
        return new Request(method, uri, Map.of("Accept", "application/json"), Optional.empty(), List.of());
    }

    public static Request get(URI uri) {
        return of("GET", uri);
    }

    /** A form post, as token endpoints want it. */
    public static Request form(URI uri, Map<String, String> fields, Map<String, Secret> secretFields) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
        secretFields.forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value.reveal())));
        Request request = of("POST", uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .hiding(List.copyOf(secretFields.values()));
        return request.with(String.join("&", pairs));
    }

    public Request json(String text) {
        return header("Content-Type", "application/json").with(text);
    }

    /** A body in any language; {@code contentType} says which, and the text goes out as UTF-8. */
    public Request text(String contentType, String text) {
        return header("Content-Type", contentType).with(text);
    }

    public Request header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Request(method, uri, more, body, secrets);
    }

    public Request bearer(Secret token) {
        return header("Authorization", "Bearer " + token.reveal()).hiding(List.of(token));
    }

    public Request basic(String user, Secret password) {
        String pair = user + ":" + password.reveal();
        String credentials = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return header("Authorization", "Basic " + credentials).hiding(List.of(password, new Secret(credentials)));
    }

    /** What it is for, in the partner's terms: {@code POST /3/invoices}. */
    public String operation() {
        return method + " " + uri.getPath();
    }

    private Request with(String text) {
        return new Request(method, uri, headers, Optional.of(text), secrets);
    }

    /** The same, with more values that must not show. */
    public Request hiding(List<Secret> more) {
        List<Secret> all = new ArrayList<>(secrets);
        all.addAll(more);
        return new Request(method, uri, headers, body, all);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return operation();
    }
}
