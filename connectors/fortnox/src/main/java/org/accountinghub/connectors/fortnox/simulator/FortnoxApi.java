package org.accountinghub.connectors.fortnox.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.testkit.oauth.Grant;
import org.accountinghub.connectors.testkit.oauth.Grants;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.Call;
import org.accountinghub.connectors.testkit.partner.CallWindow;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.connectors.testkit.partner.Prepared;
import tools.jackson.databind.json.JsonMapper;

/** Everything below {@code /3}: token, window, scope and licence are looked at before the resource is. */
final class FortnoxApi {
    static final String PATH = "/3";
    private static final Set<String> ON_LISTS = Set.of("GET", "POST");
    private static final Set<String> ON_DOCUMENTS = Set.of("GET", "PUT", "DELETE");
    private static final Set<String> ACTIONS = Set.of("GET", "PUT");

    private final Map<String, Resource> resources;
    private final Map<String, FortnoxCompany> companies;
    private final Grants grants;
    private final CallWindow window;

    FortnoxApi(
            Map<String, Resource> resources, Map<String, FortnoxCompany> companies, Grants grants, CallWindow window) {
        this.resources = resources;
        this.companies = companies;
        this.grants = grants;
        this.window = window;
    }

    static Answer unauthorized() {
        return Answer.json(401, JsonMapper.shared().createObjectNode().put("message", "unauthorized"));
    }

    static Answer tooMany() {
        return Answer.of(429, "text/plain", "Too many requests");
    }

    Prepared prepare(PartnerRequest request) {
        ApiPath path = ApiPath.of(request.path());
        Optional<Resource> resource = Optional.ofNullable(resources.get(path.resource()));
        String operation = request.method() + " "
                + path.template(resource.map(Resource::numberName).orElse("Number"));
        Optional<Grant> grant = request.header("Authorization")
                .filter(header -> header.startsWith("Bearer "))
                .flatMap(header -> grants.access(header.substring("Bearer ".length()), request.at()));
        if (grant.isEmpty()) {
            return Prepared.only(new Call(operation, "", ""), unauthorized());
        }
        String tenant = grant.get().tenant();
        if (window.refuses(grant.get().clientId() + " " + tenant, request.at()).isPresent()) {
            return Prepared.only(new Call(operation, tenant, ""), tooMany());
        }
        try {
            checkMethod(request.method(), path);
            FortnoxCompany company = Optional.ofNullable(companies.get(tenant)).orElseThrow();
            Resource known = resource.orElseThrow(FortnoxApi::noSuchResource);
            checkRights(grant.get(), company, known.scope());
            Handled handled = known.handle(company, request, path);
            return new Prepared(new Call(operation, tenant, handled.reference()), handled.answer(), handled.commit());
        } catch (Refusal refusal) {
            return Prepared.only(new Call(operation, tenant, ""), refusal.answer());
        }
    }

    private static void checkMethod(String method, ApiPath path) {
        Set<String> methods = path.number().isEmpty() ? ON_LISTS : path.action().isEmpty() ? ON_DOCUMENTS : ACTIONS;
        if (!methods.contains(method)) {
            throw noSuchResource();
        }
    }

    static Refusal noSuchResource() {
        return Refusal.missing("Resursen finns inte.", 1000002);
    }

    private static void checkRights(Grant grant, FortnoxCompany company, String scope) {
        if (!grant.scopes().contains(scope)) {
            throw Refusal.of("Har inte behörighet för scope " + scope + ".", 2000663);
        }
        if (!company.hasLicence(scope)) {
            throw Refusal.of("Licens saknas för " + scope + ".", 2001101);
        }
    }
}
