package org.accountinghub.connectors.fortnox.simulator;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.accountinghub.connectors.testkit.oauth.Clients;
import org.accountinghub.connectors.testkit.oauth.ConsentPage;
import org.accountinghub.connectors.testkit.oauth.Grants;

/** {@code GET /oauth-v1/auth}; with {@code account_type=service} the consent is for client credentials, too. */
final class FortnoxConsentPage extends ConsentPage {
    static final String PATH = "/oauth-v1/auth";

    private final FortnoxTokens tokens;
    private final Map<String, FortnoxCompany> companies;

    FortnoxConsentPage(Clients clients, Grants grants, FortnoxTokens tokens, Map<String, FortnoxCompany> companies) {
        super("Simulated Fortnox", "GET " + PATH, clients, grants);
        this.tokens = tokens;
        this.companies = companies;
    }

    @Override
    protected Map<String, String> companies() {
        Map<String, String> names = new TreeMap<>();
        companies.forEach((id, company) -> names.put(id, company.name()));
        return names;
    }

    @Override
    protected void consented(Map<String, String> query, String tenant, Set<String> scopes) {
        if (query.getOrDefault("account_type", "").equals("service")) {
            tokens.consent(tenant, scopes);
        }
    }
}
