package org.accountinghub.connectors.vismaeaccounting.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.accountinghub.connectors.testkit.oauth.Clients;
import org.accountinghub.connectors.testkit.oauth.ConsentPage;
import org.accountinghub.connectors.testkit.oauth.Grants;

/** {@code GET /connect/authorize}, which wants to be told the service. */
final class VismaConsentPage extends ConsentPage {
    static final String PATH = "/connect/authorize";
    static final String OPERATION = "GET " + PATH;

    private final Map<String, VismaCompany> companies;

    VismaConsentPage(Clients clients, Grants grants, Map<String, VismaCompany> companies) {
        super("Simulated Visma", OPERATION, clients, grants);
        this.companies = companies;
    }

    @Override
    protected Map<String, String> companies() {
        Map<String, String> names = new TreeMap<>();
        companies.forEach(
                (id, company) -> names.put(id, company.settings().path("Name").asString("")));
        return names;
    }

    @Override
    protected Optional<String> error(Map<String, String> query) {
        return query.getOrDefault("acr_values", "").startsWith("service:")
                ? super.error(query)
                : Optional.of("invalid_request");
    }
}
