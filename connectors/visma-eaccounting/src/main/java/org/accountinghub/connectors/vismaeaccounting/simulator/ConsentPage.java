package org.accountinghub.connectors.vismaeaccounting.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.Call;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.connectors.testkit.partner.Prepared;
import org.accountinghub.connectors.vismaeaccounting.simulator.Tokens.Consent;

/** {@code GET /connect/authorize}: a link for each company; {@code approve=COMPANY} or {@code deny=1} answers it at once. */
final class ConsentPage {
    static final String PATH = "/connect/authorize";
    static final String OPERATION = "GET " + PATH;

    private final Tokens tokens;
    private final Map<String, String> clients;
    private final Map<String, VismaCompany> companies;
    private String always = "";

    ConsentPage(Tokens tokens, Map<String, String> clients, Map<String, VismaCompany> companies) {
        this.tokens = tokens;
        this.clients = clients;
        this.companies = companies;
    }

    void approveAlways(String tenant) {
        always = tenant;
    }

    Prepared prepare(PartnerRequest request) {
        Map<String, String> query = request.query();
        String redirect = query.getOrDefault("redirect_uri", "");
        boolean known = clients.containsKey(query.getOrDefault("client_id", ""))
                && query.getOrDefault("response_type", "").equals("code")
                && query.getOrDefault("acr_values", "").startsWith("service:");
        if (redirect.isEmpty() || !known) {
            return only(Answer.of(400, "text/html;charset=utf-8", "<h1>Invalid request</h1>"));
        }
        if (query.containsKey("deny")) {
            return only(Answer.redirect(back(redirect, query, "error=access_denied")));
        }
        Optional<String> tenant =
                Optional.of(query.getOrDefault("approve", always)).filter(companies::containsKey);
        return tenant.map(company -> approved(request, company, redirect)).orElseGet(() -> only(page(query)));
    }

    private Prepared approved(PartnerRequest request, String tenant, String redirect) {
        Map<String, String> query = request.query();
        Set<String> scopes = Set.of(query.getOrDefault("scope", "").strip().split("\\s+"));
        String code = Tokens.random();
        Consent consent = new Consent(query.getOrDefault("client_id", ""), tenant, scopes, redirect);
        return new Prepared(
                new Call(OPERATION, tenant, ""),
                Answer.redirect(back(redirect, query, "code=" + code)),
                Optional.of(() -> tokens.addCode(code, consent, request.at())));
    }

    private static String back(String redirect, Map<String, String> query, String result) {
        return redirect + (redirect.contains("?") ? "&" : "?") + result + "&state="
                + encode(query.getOrDefault("state", ""));
    }

    private Answer page(Map<String, String> query) {
        String same = query.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&amp;"));
        String links = companies.keySet().stream()
                .map(id -> "<li><a href=\"?" + same + "&amp;approve=" + encode(id) + "\">" + id + "</a></li>")
                .collect(Collectors.joining());
        return Answer.of(
                200,
                "text/html;charset=utf-8",
                "<!doctype html><title>Simulated Visma</title><h1>Which company may the integration use?</h1><ul>"
                        + links + "</ul><a href=\"?" + same + "&amp;deny=1\">None</a>");
    }

    private static Prepared only(Answer answer) {
        return Prepared.only(new Call(OPERATION, "", ""), answer);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
