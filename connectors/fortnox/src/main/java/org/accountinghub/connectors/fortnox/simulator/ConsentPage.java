package org.accountinghub.connectors.fortnox.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.Call;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.connectors.testkit.partner.Prepared;

/**
 * {@code GET /oauth-v1/auth}: a small page with one link for each company and one to refuse. The links
 * are the same address with {@code approve=TENANT} or {@code deny=1} added, for tests to use directly.
 */
final class ConsentPage {
    static final String PATH = "/oauth-v1/auth";
    private static final String OPERATION = "GET " + PATH;

    private final Tokens tokens;
    private final Map<String, String> clients;
    private final Map<String, FortnoxCompany> companies;
    private String automatic = "";

    ConsentPage(Tokens tokens, Map<String, String> clients, Map<String, FortnoxCompany> companies) {
        this.tokens = tokens;
        this.clients = clients;
        this.companies = companies;
    }

    /** Approves for this tenant without showing the page; empty = show it. */
    void approveAlways(String tenant) {
        automatic = tenant;
    }

    Prepared prepare(PartnerRequest request) {
        Map<String, String> query = request.query();
        String redirect = query.getOrDefault("redirect_uri", "");
        if (!clients.containsKey(query.getOrDefault("client_id", "")) || redirect.isEmpty()) {
            return only(Answer.of(400, "text/html;charset=utf-8", "<h1>Unknown client or no redirect_uri</h1>"));
        }
        if (!query.getOrDefault("response_type", "").equals("code")) {
            return only(Answer.redirect(back(redirect, query, "error=unsupported_response_type")));
        }
        if (query.containsKey("deny")) {
            return only(Answer.redirect(back(redirect, query, "error=access_denied")));
        }
        return Optional.of(query.getOrDefault("approve", automatic))
                .filter(companies::containsKey)
                .map(tenant -> approved(request, tenant, redirect))
                .orElseGet(() -> only(page(query)));
    }

    private Prepared approved(PartnerRequest request, String tenant, String redirect) {
        Map<String, String> query = request.query();
        Set<String> scopes = Set.of(query.getOrDefault("scope", "").strip().split("\\s+"));
        String code = Tokens.random();
        Grant grant = new Grant(query.getOrDefault("client_id", ""), tenant, scopes, redirect, request.at());
        return new Prepared(
                new Call(OPERATION, tenant, ""),
                Answer.redirect(back(redirect, query, "code=" + code)),
                Optional.of(() -> {
                    tokens.addCode(code, grant, request.at());
                    if (query.getOrDefault("account_type", "").equals("service")) {
                        tokens.consent(tenant, scopes);
                    }
                }));
    }

    private static String back(String redirect, Map<String, String> query, String result) {
        return redirect + (redirect.contains("?") ? "&" : "?") + result + "&state="
                + encode(query.getOrDefault("state", ""));
    }

    private Answer page(Map<String, String> query) {
        Collection<FortnoxCompany> all = companies.values();
        String same = query.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&amp;"));
        String links = all.stream()
                .map(company -> "<li><a href=\"?" + same + "&amp;approve=" + encode(company.id()) + "\">" + company.id()
                        + " " + company.name().replace("<", "&lt;") + "</a></li>")
                .collect(Collectors.joining());
        return Answer.of(
                200,
                "text/html;charset=utf-8",
                "<!doctype html><title>Simulated Fortnox</title><h1>Which company may the integration use?</h1><ul>"
                        + links + "</ul><a href=\"?" + same + "&amp;deny=1\">None</a>");
    }

    private static Prepared only(Answer answer) {
        return Prepared.only(new Call(OPERATION, "", ""), answer);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
