package org.accountinghub.connectors.vismaeaccounting.simulator;

import java.time.Duration;
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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v2}: token, limit, rights, then what is asked for. */
final class VismaApi {
    static final String PATH = "/v2";

    private static final String SETTINGS = "companysettings";

    /** Of registers that are the company's, not its sales'. */
    private static final Set<String> WITHOUT_SALES = Set.of(SETTINGS, "units");

    private final Map<String, VismaCompany> companies;
    private final Grants grants;
    private final Rights rights;
    private final CallWindow window;
    private final Registers registers;
    private final Documents documents;

    VismaApi(
            Map<String, VismaCompany> companies,
            Grants grants,
            Rights rights,
            CallWindow window,
            Registers registers,
            Documents documents) {
        this.companies = companies;
        this.grants = grants;
        this.rights = rights;
        this.window = window;
        this.registers = registers;
        this.documents = documents;
    }

    /** The path in its parts; empty where it has none. */
    private record Target(String endpoint, String id, String verb) {
        static Target of(String path) {
            String[] parts = path.substring(PATH.length() + 1).split("/", 3);
            return new Target(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
        }

        String operation(String method) {
            return method + " " + PATH + "/" + endpoint + (id.isEmpty() ? "" : "/{id}")
                    + (verb.isEmpty() ? "" : "/" + verb);
        }
    }

    Prepared prepare(PartnerRequest request) {
        Target target = Target.of(request.path());
        String operation = target.operation(request.method());
        Optional<Grant> grant = request.header("Authorization")
                .filter(header -> header.startsWith("Bearer "))
                .flatMap(header -> grants.access(header.substring("Bearer ".length()), request.at()));
        if (grant.isEmpty()) {
            return Prepared.only(new Call(operation, "", ""), unauthorized());
        }
        String tenant = grant.get().tenant();
        Optional<Duration> wait = window.refuses(grant.get().clientId() + " " + target.endpoint(), request.at());
        if (wait.isPresent()) {
            return Prepared.only(
                    new Call(operation, tenant, ""), tooMany((wait.get().toMillis() + 999) / 1000));
        }
        String reference = "";
        try {
            ObjectNode body = body(request);
            reference = Effects.reference(body);
            Handled handled = handled(grant.get(), request, target, body);
            return new Prepared(new Call(operation, tenant, reference), handled.answer(), handled.commit());
        } catch (Refusal e) {
            return Prepared.only(new Call(operation, tenant, reference), e.answer());
        }
    }

    private static ObjectNode body(PartnerRequest request) {
        if (request.body().isBlank()) {
            return JsonMapper.shared().createObjectNode();
        }
        try {
            JsonNode body = JsonMapper.shared().readTree(request.body());
            if (body instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw Refusal.invalid("body", "is no JSON");
        }
        throw Refusal.invalid("body", "is no object");
    }

    private Handled handled(Grant grant, PartnerRequest request, Target target, ObjectNode body) {
        if (!rights.allow(grant, "ea:api")
                || (!WITHOUT_SALES.contains(target.endpoint()) && !rights.allow(grant, "ea:sales"))) {
            throw Refusal.of(
                    403, 4006, "ForbiddenRequestException - The user does not have permission to this resource");
        }
        VismaCompany company = Optional.ofNullable(companies.get(grant.tenant()))
                .orElseThrow(() -> Refusal.of(403, 4005, "NotAuthorizedException - unknown company"));
        if (target.endpoint().equals(SETTINGS)) {
            return Handled.read(company.settings());
        }
        Kind kind = Kind.ALL.stream()
                .filter(one -> one.path().equals(target.endpoint()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(target.endpoint()));
        if (kind.equals(Kind.ORDERS) && !company.hasOrders()) {
            throw Refusal.of(403, 4002, "RequestForbiddenException - No access to module: order_standard");
        }
        String what = request.method()
                + (target.id().isEmpty() ? "" : " id")
                + (target.verb().isEmpty() ? "" : " " + target.verb());
        return switch (what) {
            case "GET" -> Handled.read(page(company, kind, request));
            case "GET id" -> Handled.read(one(company, kind, target.id()));
            default -> written(company, kind, what, target.id(), body, request.id());
        };
    }

    private static ObjectNode page(VismaCompany company, Kind kind, PartnerRequest request) {
        ObjectNode page = Listing.page(company.all(kind).values(), request.query(), request.at());
        return kind.equals(Kind.CUSTOMERS) ? new CustomerFacts(company).toldOn(page) : page;
    }

    private static ObjectNode one(VismaCompany company, Kind kind, String id) {
        ObjectNode found = found(company, kind, id);
        return kind.equals(Kind.CUSTOMERS) ? new CustomerFacts(company).told(found) : found;
    }

    private Handled written(
            VismaCompany company, Kind kind, String what, String id, ObjectNode body, String requestId) {
        return switch (what + " " + kind.path()) {
            case "POST customers" -> registers.addCustomer(company, body, requestId);
            case "POST articles" -> registers.addArticle(company, body, requestId);
            case "PUT id customers" -> registers.changeCustomer(company, found(company, kind, id), body, requestId);
            case "PUT id articles" -> registers.changeArticle(company, found(company, kind, id), body, requestId);
            case "POST customerinvoicedrafts", "POST orders" -> documents.add(company, kind, body, requestId);
            case "PUT id customerinvoicedrafts", "PUT id orders" ->
                documents.replace(company, kind, found(company, kind, id), body, requestId);
            case "POST id convert customerinvoicedrafts" ->
                documents.convertDraft(company, found(company, kind, id), requestId);
            case "POST id convert orders" -> documents.convertOrder(company, found(company, kind, id), requestId);
            case "POST id email customerinvoices" -> documents.email(company, found(company, kind, id), requestId);
            case "POST id payments customerinvoices" ->
                documents.pay(company, found(company, kind, id), body, requestId);
            default -> throw Refusal.of(405, 4000, "MethodNotAllowed - " + what + " " + kind.path());
        };
    }

    private static ObjectNode found(VismaCompany company, Kind kind, String id) {
        return company.find(kind, id).orElseThrow(() -> Refusal.notFound(kind.singular() + " " + id));
    }

    static Answer unauthorized() {
        return Answer.json(
                401,
                JsonMapper.shared()
                        .createObjectNode()
                        .put("Message", "Authorization has been denied for this request."));
    }

    static Answer tooMany(long seconds) {
        return Refusal.body(
                429,
                4010,
                "API calls quota exceeded! maximum admitted 600 per Minute. Try again in " + seconds + " seconds.");
    }
}
