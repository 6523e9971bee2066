package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.accountinghub.connectors.testkit.ServedPartner;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.Call;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.connectors.testkit.partner.Prepared;
import org.accountinghub.connectors.testkit.partner.SimulatedCompany;
import org.accountinghub.mappings.twentyfoursevenoffice.Contract;

/**
 * A simulated 24SevenOffice with any number of companies. It knows one user ({@link #USERNAME}, {@link #PASSWORD}) of one
 * application ({@link #APPLICATION_ID}), who has an identity in each company made by {@link #tenant}. Operations are named
 * as in the WSDLs: {@code SaveInvoices}.
 */
public final class OfficeSimulator extends ServedPartner {
    public static final String SYSTEM = "24sevenoffice";
    public static final String APPLICATION_ID = "00000000-0000-4000-8000-00000000a001";
    public static final String USERNAME = "hub@example.org";
    public static final String PASSWORD = "simulated-password";

    private static final String BASE = "/api";

    /** Of a scripted limit, so that whoever tests need not wait for the hour. */
    private static final Duration SHORT_QUARANTINE = Duration.ofSeconds(5);

    private final Map<String, OfficeCompany> companies = new TreeMap<>();
    private final Sessions sessions = new Sessions();
    private final CallBudget budget = new CallBudget();
    private final DocumentKeeping keeping;
    private final AuthenticateService authenticate = new AuthenticateService(sessions, companies);
    private final CompanyService companyService;
    private final InvoiceService invoiceService;
    private final ProductService productService;
    private final Effects effects;
    private final OfficeAdministration administration = new OfficeAdministration(this);

    OfficeSimulator(InstantSource clock) {
        super(SYSTEM, clock);
        effects = new Effects(book(), clock);
        keeping = new DocumentKeeping(effects, clock);
        companyService = new CompanyService(effects);
        invoiceService = new InvoiceService(keeping);
        productService = new ProductService(effects);
    }

    /** Starts on a port of this machine; 0 = any free one. */
    public static OfficeSimulator start(int port, InstantSource clock) {
        return started(new OfficeSimulator(clock), port);
    }

    /** The company with this number; made, with the user's identity in it, when it is new. */
    public OfficeCompany tenant(String id) {
        return underLock(() -> companies.computeIfAbsent(
                Long.toString(Long.parseLong(id)), number -> new OfficeCompany(number, clock().instant())));
    }

    /** The people who work in 24SevenOffice itself. */
    public OfficePeople people(String tenant) {
        return new OfficePeople(this, tenant(tenant), keeping, effects);
    }

    @Override
    public SimulatedCompany company(String tenant) {
        return people(tenant);
    }

    /** The user's identity there is taken away: sessions die, and no login works. */
    @Override
    public void revokeConsent(String tenant) {
        if (tenant.isEmpty()) {
            // a request without session has nobody whose identity could be taken away
            return;
        }
        OfficeCompany company = tenant(tenant);
        locked(() -> {
            company.consent(false);
            sessions.end(company.id());
        });
    }

    public void grantConsent(String tenant) {
        OfficeCompany company = tenant(tenant);
        locked(() -> company.consent(true));
    }

    /** The company's sessions end, as after a restart; logging in again works. */
    public void endSessions(String tenant) {
        locked(() -> sessions.end(tenant));
    }

    /** How long a session lives without being used. */
    public void sessionIdle(Duration time) {
        locked(() -> sessions.idle(time));
    }

    /** Allows so many times 7,200 calls an hour; 0 = any number. */
    public void budgetScale(int times) {
        locked(() -> budget.scale(times));
    }

    @Override
    public Map<String, String> paths() {
        return Map.of("base", BASE);
    }

    @Override
    protected Prepared prepare(PartnerRequest request) {
        Optional<Contract> service = service(request.path());
        if (service.isEmpty() || !request.method().equals("POST")) {
            return Prepared.only(
                    new Call(request.method() + " " + request.path(), "", ""),
                    Answer.of(404, "text/html", "<h1>Not found</h1>"));
        }
        String operation = Soap.operation(request).orElse("unreadable");
        String tenant = "";
        try {
            Object content = Soap.read(service.get(), request);
            Optional<String> session = sessions.tenant(request.header("Cookie"), request.at());
            tenant = session.or(() -> authenticate.meant(content).map(OfficeCompany::id))
                    .orElse("");
            budget.take(tenant, request.at());
            Handled handled = handle(service.get(), content, session, request);
            return new Prepared(
                    new Call(operation, tenant, handled.reference()),
                    Soap.answer(service.get(), handled.answer()),
                    handled.commit());
        } catch (SoapFault fault) {
            return Prepared.only(new Call(operation, tenant, ""), fault.answer());
        }
    }

    private Handled handle(Contract service, Object content, Optional<String> session, PartnerRequest request) {
        if (service == Contract.AUTHENTICATE) {
            return authenticate.handle(content, session, request);
        }
        OfficeCompany tenant = session.map(companies::get).orElseThrow(SoapFault::notAuthenticated);
        return switch (service) {
            case COMPANY -> companyService.handle(tenant, content, request);
            case INVOICE -> invoiceService.handle(tenant, content, request);
            default -> productService.handle(tenant, content, request);
        };
    }

    /** Windows servers do not mind capitals. */
    private static Optional<Contract> service(String path) {
        return Arrays.stream(Contract.values())
                .filter(one -> (BASE + one.path()).toLowerCase(Locale.ROOT).equals(path.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    @Override
    protected Answer failure(Call call, int status) {
        return switch (status) {
            case 400 -> Failures.refused(call.operation());
            case 401 -> {
                sessions.end(call.tenant());
                yield SoapFault.notAuthenticated().answer();
            }
            case 429 ->
                SoapFault.quarantineUntil(1, clock().instant().plus(SHORT_QUARANTINE))
                        .answer();
            case 500 -> SoapFault.server("Timeout expired.").answer();
            default -> Answer.of(status, "text/html", "<html><title>" + status + "</title></html>");
        };
    }

    @Override
    protected Optional<Answer> administer(PartnerRequest request) {
        return administration.answer(request);
    }
}
