package org.accountinghub.connectors.fortnox.simulator;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.accountinghub.connectors.testkit.ServedPartner;
import org.accountinghub.connectors.testkit.oauth.Clients;
import org.accountinghub.connectors.testkit.oauth.Grants;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.Call;
import org.accountinghub.connectors.testkit.partner.CallWindow;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.connectors.testkit.partner.Prepared;
import org.accountinghub.connectors.testkit.partner.SimulatedCompany;
import tools.jackson.databind.json.JsonMapper;

/**
 * A simulated Fortnox with any number of companies. It knows one client ({@link #CLIENT_ID}, {@link
 * #CLIENT_SECRET}); a company made by {@link #tenant} has consented to it with all scopes.
 */
public final class FortnoxSimulator extends ServedPartner {
    public static final String SYSTEM = "fortnox";
    public static final String CLIENT_ID = "simulated-client";
    public static final String CLIENT_SECRET = "simulated-secret";

    /** The scopes that a connection usually asks for. */
    public static final Set<String> SCOPES = Set.of(
            "companyinformation",
            "customer",
            "article",
            "order",
            "invoice",
            "payment",
            "bookkeeping",
            "costcenter",
            "settings");

    private final Clients clients = new Clients(CLIENT_ID, CLIENT_SECRET);
    private final Map<String, FortnoxCompany> companies = new TreeMap<>();
    private final Grants grants = new Grants(Duration.ofDays(45));

    /** For each client and tenant. */
    private final CallWindow window = new CallWindow(25, Duration.ofSeconds(5));

    private final Resources resources;
    private final FortnoxApi api;
    private final FortnoxTokens tokens = new FortnoxTokens(clients, grants);
    private final FortnoxConsentPage consentPage = new FortnoxConsentPage(clients, grants, tokens, companies);
    private final FortnoxAdministration administration = new FortnoxAdministration(this);

    FortnoxSimulator(InstantSource clock) {
        super(SYSTEM, clock);
        resources = Resources.of(new Effects(book(), clock));
        api = new FortnoxApi(resources.byPath(), companies, grants, window);
    }

    /** Starts on a port of this machine; 0 = any free one. */
    public static FortnoxSimulator start(int port, InstantSource clock) {
        return started(new FortnoxSimulator(clock), port);
    }

    /** The company with this DatabaseNumber; made, with consent given, when it is new. */
    public FortnoxCompany tenant(String id) {
        return underLock(() -> Optional.ofNullable(companies.get(id)).orElseGet(() -> {
            FortnoxCompany company = new FortnoxCompany(Long.toString(Long.parseLong(id)));
            companies.put(id, company);
            tokens.consent(id, SCOPES);
            return company;
        }));
    }

    @Override
    public SimulatedCompany company(String tenant) {
        return new ConnectedCompany(tenant, bookKeeper(tenant));
    }

    /** The person who works in Fortnox itself. */
    public BookKeeper bookKeeper(String tenant) {
        return new BookKeeper(this, tenant(tenant), resources);
    }

    /** Registers an integration that may ask for tokens. */
    public void client(String id, String secret) {
        clients.add(id, secret);
    }

    /** Consents, as a service account, to these scopes. */
    public void grantConsent(String tenant, Set<String> scopes) {
        locked(() -> tokens.consent(tenant, scopes));
    }

    @Override
    public void revokeConsent(String tenant) {
        locked(() -> {
            grants.revoke(tenant);
            tokens.revoke(tenant);
        });
    }

    /** Lets the consent page approve for this tenant at once; empty = it asks. */
    public void approveAlways(String tenant) {
        locked(() -> consentPage.approveAlways(tenant));
    }

    /** Allows so many times 25 calls in 5 seconds; 0 = any number. */
    public void windowScale(int times) {
        locked(() -> window.scale(times));
    }

    @Override
    public Map<String, String> paths() {
        return Map.of("base", FortnoxApi.PATH, "token", FortnoxTokens.PATH, "auth", FortnoxConsentPage.PATH);
    }

    public URI tokenUri() {
        return address(FortnoxTokens.PATH);
    }

    public URI authUri() {
        return address(FortnoxConsentPage.PATH);
    }

    @Override
    protected Prepared prepare(PartnerRequest request) {
        if (request.path().startsWith(FortnoxApi.PATH + "/")) {
            return api.prepare(request);
        }
        return switch (request.method() + " " + request.path()) {
            case "POST " + FortnoxTokens.PATH -> tokens.prepare(request);
            case "GET " + FortnoxConsentPage.PATH -> consentPage.prepare(request);
            default ->
                Prepared.only(
                        new Call(request.method() + " " + request.path(), "", ""),
                        Answer.of(404, "text/html", "<h1>Not found</h1>"));
        };
    }

    @Override
    protected Answer failure(Call call, int status) {
        if (call.operation().equals(FortnoxTokens.OPERATION)) {
            return FortnoxTokens.failure(status);
        }
        return switch (status) {
            case 400 -> Refusal.of("Värdet är inte tillåtet", 2000134).answer();
            case 401 -> FortnoxApi.unauthorized();
            case 429 -> FortnoxApi.tooMany();
            case 500 ->
                Answer.json(
                        500,
                        JsonMapper.shared()
                                .readTree(
                                        "{\"ErrorInformation\":{\"error\":1,\"message\":\"Ett systemfel har uppstått.\",\"code\":1000003}}"));
            default -> Answer.of(status, "text/html", "<html>" + status + "</html>");
        };
    }

    @Override
    protected Optional<Answer> administer(PartnerRequest request) {
        return administration.answer(request);
    }
}
