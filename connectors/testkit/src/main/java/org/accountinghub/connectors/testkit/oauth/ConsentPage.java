package org.accountinghub.connectors.testkit.oauth;

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

/**
 * A small page with one link for each company and one to refuse. The links are the same address with {@code approve=TENANT}
 * or {@code deny=1} added, for tests to use directly. A subclass says what else its system looks at.
 */
public abstract class ConsentPage {
    private final String title;
    private final String operation;
    private final Clients clients;
    private final Grants grants;
    private String automatic = "";

    /** @param operation as the journal and faults name it */
    protected ConsentPage(String title, String operation, Clients clients, Grants grants) {
        this.title = title;
        this.operation = operation;
        this.clients = clients;
        this.grants = grants;
    }

    /** Approves for this tenant without showing the page; empty = show it. */
    public final void approveAlways(String tenant) {
        automatic = tenant;
    }

    /** Names by tenant, in the order in which they are shown. */
    protected abstract Map<String, String> companies();

    /** What is wrong with the request in the eyes of this system, beyond client and address of return: an {@code error} to go back with. */
    protected Optional<String> error(Map<String, String> query) {
        return query.getOrDefault("response_type", "").equals("code")
                ? Optional.empty()
                : Optional.of("unsupported_response_type");
    }

    /** What the consent changes besides that a code is given. */
    protected void consented(Map<String, String> query, String tenant, Set<String> scopes) {}

    public final Prepared prepare(PartnerRequest request) {
        Map<String, String> query = request.query();
        String redirect = query.getOrDefault("redirect_uri", "");
        if (!clients.knows(query.getOrDefault("client_id", "")) || redirect.isEmpty()) {
            return only(Answer.of(400, "text/html;charset=utf-8", "<h1>Unknown client or no redirect_uri</h1>"));
        }
        Optional<String> error = query.containsKey("deny") ? Optional.of("access_denied") : error(query);
        if (error.isPresent()) {
            return only(Answer.redirect(back(redirect, query, "error=" + error.get())));
        }
        return Optional.of(query.getOrDefault("approve", automatic))
                .filter(companies()::containsKey)
                .map(tenant -> approved(request, tenant, redirect))
                .orElseGet(() -> only(page(query)));
    }

    private Prepared approved(PartnerRequest request, String tenant, String redirect) {
        Map<String, String> query = request.query();
        Set<String> scopes = Set.of(query.getOrDefault("scope", "").strip().split("\\s+"));
        String code = Grants.random();
        Grant grant = new Grant(query.getOrDefault("client_id", ""), tenant, scopes, redirect);
        return new Prepared(
                new Call(operation, tenant, ""),
                Answer.redirect(back(redirect, query, "code=" + code)),
                Optional.of(() -> {
                    grants.addCode(code, grant, request.at());
                    consented(query, tenant, scopes);
                }));
    }

    private static String back(String redirect, Map<String, String> query, String result) {
        return redirect + (redirect.contains("?") ? "&" : "?") + result + "&state="
                + encode(query.getOrDefault("state", ""));
    }

    private Answer page(Map<String, String> query) {
        String same = query.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&amp;"));
        String links = companies().entrySet().stream()
                .map(company -> "<li><a href=\"?" + same + "&amp;approve=" + encode(company.getKey()) + "\">"
                        + company.getKey() + " " + company.getValue().replace("<", "&lt;") + "</a></li>")
                .collect(Collectors.joining());
        return Answer.of(
                200,
                "text/html;charset=utf-8",
                "<!doctype html><title>" + title + "</title><h1>Which company may the integration use?</h1><ul>" + links
                        + "</ul><a href=\"?" + same + "&amp;deny=1\">None</a>");
    }

    private Prepared only(Answer answer) {
        return Prepared.only(new Call(operation, "", ""), answer);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
