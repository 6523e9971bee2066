package org.accountinghub.connectors.vismaeaccounting.simulator;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.accountinghub.connectors.testkit.ServedPartner;
import org.accountinghub.connectors.testkit.oauth.Clients;
import org.accountinghub.connectors.testkit.oauth.Grant;
import org.accountinghub.connectors.testkit.oauth.Grants;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.Call;
import org.accountinghub.connectors.testkit.partner.CallWindow;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.connectors.testkit.partner.Prepared;
import org.accountinghub.connectors.testkit.partner.SimulatedCompany;

/**
 * A simulated eAccounting with any number of companies. It knows one client ({@link #CLIENT_ID}, {@link #CLIENT_SECRET});
 * nobody has consented to it yet, since Visma knows no other way than a person at its page.
 */
public final class VismaSimulator extends ServedPartner {
    public static final String SYSTEM = "visma-eaccounting";
    public static final String CLIENT_ID = "simulated-client";
    public static final String CLIENT_SECRET = "simulated-secret";

    /** The scopes that a connection usually asks for. */
    public static final Set<String> SCOPES = Set.of("ea:api", "offline_access", "ea:sales");

    private final Clients clients = new Clients(CLIENT_ID, CLIENT_SECRET);
    private final Map<String, VismaCompany> companies = new TreeMap<>();

    /** Refresh tokens live until they are used or the person changes the password. */
    private final Grants grants = new Grants(Duration.ofDays(36_500));

    private final Rights rights = new Rights();

    /** For each client and endpoint, over all companies. */
    private final CallWindow window = new CallWindow(600, Duration.ofMinutes(1));

    private final Documents documents;
    private final VismaApi api;
    private final VismaTokens tokens = new VismaTokens(clients, grants);
    private final VismaConsentPage consentPage = new VismaConsentPage(clients, grants, companies);
    private final VismaAdministration administration = new VismaAdministration(this);

    VismaSimulator(InstantSource clock) {
        super(SYSTEM, clock);
        Effects effects = new Effects(book(), clock);
        documents = new Documents(effects, clock);
        api = new VismaApi(companies, grants, rights, window, new Registers(effects, clock), documents);
    }

    /** Starts on a port of this machine; 0 = any free one. */
    public static VismaSimulator start(int port, InstantSource clock) {
        return started(new VismaSimulator(clock), port);
    }

    /** The company with this identifier; made when it is new. */
    public VismaCompany tenant(String id) {
        return underLock(() -> companies.computeIfAbsent(id, VismaCompany::new));
    }

    @Override
    public SimulatedCompany company(String tenant) {
        return new ConnectedCompany(tenant, bookKeeper(tenant));
    }

    /** The person who works in eAccounting itself. */
    public BookKeeper bookKeeper(String tenant) {
        return new BookKeeper(this, tenant(tenant), documents);
    }

    /** A refresh token as a consent to all scopes leaves it. */
    public String refreshToken(String tenant) {
        return underLock(() -> {
            String token = Grants.random();
            grants.addRefresh(token, new Grant(CLIENT_ID, tenant, SCOPES, ""), clock().instant());
            return token;
        });
    }

    /** The person who consented loses all rights but these. */
    public void limitRights(String tenant, Set<String> scopes) {
        locked(() -> rights.limit(tenant, scopes));
    }

    @Override
    public void revokeConsent(String tenant) {
        locked(() -> grants.revoke(tenant));
    }

    /** Lets the consent page approve for this company at once; empty = it asks. */
    public void approveAlways(String tenant) {
        locked(() -> consentPage.approveAlways(tenant));
    }

    /** Allows so many times 600 calls a minute; 0 = any number. */
    public void windowScale(int times) {
        locked(() -> window.scale(times));
    }

    @Override
    public Map<String, String> paths() {
        return Map.of("base", VismaApi.PATH, "token", VismaTokens.PATH, "auth", VismaConsentPage.PATH);
    }

    public URI tokenUri() {
        return address(VismaTokens.PATH);
    }

    public URI authUri() {
        return address(VismaConsentPage.PATH);
    }

    @Override
    protected Prepared prepare(PartnerRequest request) {
        if (request.path().startsWith(VismaApi.PATH + "/")) {
            return api.prepare(request);
        }
        return switch (request.method() + " " + request.path()) {
            case VismaTokens.OPERATION -> tokens.prepare(request);
            case VismaConsentPage.OPERATION -> consentPage.prepare(request);
            default ->
                Prepared.only(
                        new Call(request.method() + " " + request.path(), "", ""),
                        Answer.of(404, "text/html", "<h1>Not found</h1>"));
        };
    }

    @Override
    protected Answer failure(Call call, int status) {
        if (call.operation().equals(VismaTokens.OPERATION)) {
            return VismaTokens.failure(status);
        }
        return switch (status) {
            case 400 -> Refusal.body(400, 2000, "DataModelValidationError - the document is not as it should be");
            case 401 -> VismaApi.unauthorized();
            case 429 -> VismaApi.tooMany(2);
            case 500 -> Refusal.body(500, 5000, "An unexpected error occurred");
            default -> Answer.of(status, "text/html", "<html>" + status + "</html>");
        };
    }

    @Override
    protected Optional<Answer> administer(PartnerRequest request) {
        return administration.answer(request);
    }
}
