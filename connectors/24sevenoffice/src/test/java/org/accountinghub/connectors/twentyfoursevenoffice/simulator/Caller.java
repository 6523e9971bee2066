package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.accountinghub.mappings.twentyfoursevenoffice.Contract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the simulator over HTTP with envelopes written by hand, as one session. */
final class Caller {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final OfficeSimulator simulator;
    private final String session;

    private Caller(OfficeSimulator simulator, String session) {
        this.simulator = simulator;
        this.session = session;
    }

    /** One answer, read by element names. */
    record Answered(int status, String body) {

        /** The text of the first element of this name; empty when there is none. */
        String text(String element) {
            List<String> all = all(element);
            return all.isEmpty() ? "" : all.get(0);
        }

        List<String> all(String element) {
            Matcher found = Pattern.compile("<" + element + ">([^<]*)</" + element + ">")
                    .matcher(body);
            List<String> all = new ArrayList<>();
            while (found.find()) {
                all.add(found.group(1));
            }
            return all;
        }
    }

    static Answered login(OfficeSimulator simulator, String tenant, String password) {
        return new Caller(simulator, "")
                .call(
                        Contract.AUTHENTICATE,
                        "Login",
                        "<credential><ApplicationId>" + OfficeSimulator.APPLICATION_ID + "</ApplicationId><IdentityId>"
                                + simulator.tenant(tenant).identity() + "</IdentityId><Password>" + password
                                + "</Password><Username>" + OfficeSimulator.USERNAME + "</Username></credential>");
    }

    static Caller loggedIn(OfficeSimulator simulator, String tenant) {
        return new Caller(
                simulator, login(simulator, tenant, OfficeSimulator.PASSWORD).text("LoginResult"));
    }

    static Caller withoutSession(OfficeSimulator simulator) {
        return new Caller(simulator, "");
    }

    Answered call(Contract service, String operation, String content) {
        return raw(
                service,
                operation,
                "<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"" + Soap.ENVELOPE + "\"><s:Body><" + operation
                        + " xmlns=\""
                        + Contract.NAMESPACE + "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">" + content
                        + "</" + operation + "></s:Body></s:Envelope>");
    }

    Answered raw(Contract service, String action, String envelope) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.baseUri() + service.path()))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"" + Contract.soapAction(action) + "\"")
                .POST(BodyPublishers.ofString(envelope));
        if (!session.isEmpty()) {
            request.header("Cookie", Sessions.COOKIE + "=" + session);
        }
        return send(request);
    }

    Answered saveOrder(String fields) {
        return call(
                Contract.INVOICE, "SaveInvoices", "<invoices><InvoiceOrder>" + fields + "</InvoiceOrder></invoices>");
    }

    static String row(int product, String quantity, String price) {
        return "<InvoiceRow><ProductId>" + product + "</ProductId><Price>" + price + "</Price><Quantity>" + quantity
                + "</Quantity></InvoiceRow>";
    }

    static String strings(String name, String... values) {
        StringBuilder text = new StringBuilder("<" + name + ">");
        for (String value : values) {
            text.append("<string>").append(value).append("</string>");
        }
        return text.append("</").append(name).append(">").toString();
    }

    static JsonNode administer(OfficeSimulator simulator, String method, String path, String body) {
        String answer = send(HttpRequest.newBuilder(
                                simulator.administrationUri().resolve(path))
                        .method(method, BodyPublishers.ofString(body)))
                .body();
        return answer.isEmpty()
                ? JsonMapper.shared().createObjectNode()
                : JsonMapper.shared().readTree(answer);
    }

    private static Answered send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answered(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
