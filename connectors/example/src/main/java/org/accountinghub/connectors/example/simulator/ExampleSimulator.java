package org.accountinghub.connectors.example.simulator;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.accountinghub.connectors.testkit.ServedPartner;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.Call;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.connectors.testkit.partner.Prepared;
import tools.jackson.databind.json.JsonMapper;

/**
 * A simulated Example Books: companies below {@code /v1/COMPANY}, each with its key. It has no contract to be held to, so
 * nothing of it is recorded; a real system's simulator leaves that line out.
 */
public final class ExampleSimulator extends ServedPartner {

    static final String SYSTEM = "example";

    private static final String PATH = "/v1";

    private final Map<String, ExampleCompany> companies = new TreeMap<>();

    ExampleSimulator(InstantSource clock) {
        super(SYSTEM, clock);
        unrecorded();
    }

    /** Starts on a port of this machine; 0 = any free one. */
    public static ExampleSimulator start(int port, InstantSource clock) {
        return started(new ExampleSimulator(clock), port);
    }

    @Override
    public ExampleCompany company(String tenant) {
        return underLock(() -> Optional.ofNullable(companies.get(tenant)).orElseGet(() -> {
            ExampleCompany company = new ExampleCompany(tenant, this);
            companies.put(tenant, company);
            return company;
        }));
    }

    @Override
    public void revokeConsent(String tenant) {
        company(tenant).loseKey();
    }

    @Override
    public Map<String, String> paths() {
        return Map.of("base", PATH);
    }

    @Override
    protected Prepared prepare(PartnerRequest request) {
        List<String> path = Arrays.asList(request.path().split("/", -1));
        String tenant = path.size() > 2 ? path.get(2) : "";
        String kind = path.size() > 3 ? path.get(3) : "";
        String verb = path.size() > 5 ? "/" + path.get(5) : "";
        String operation = request.method() + " " + PATH + "/{company}"
                + (kind.isEmpty() ? "" : "/" + kind)
                + (path.size() > 4 ? "/{number}" : "")
                + verb;
        ExampleCompany company = companies.get(tenant);
        if (company == null || !company.accepts(request.header("Authorization").orElse(""))) {
            Call call = new Call(operation, tenant, "");
            return Prepared.only(call, failure(call, 401));
        }
        String number =
                path.size() > 4 ? PartnerRequest.decode("n=" + path.get(4)).getOrDefault("n", "") : "";
        return company.prepare(operation, number, request);
    }

    @Override
    protected Answer failure(Call call, int status) {
        String message = switch (status) {
            case 400 -> "The document is not accepted.";
            case 401 -> "The key is not known.";
            case 429 -> "More than 300 calls in a minute.";
            default -> "Something went wrong.";
        };
        Answer answer =
                Answer.json(status, JsonMapper.shared().createObjectNode().put("message", message));
        return status == 429
                ? new Answer(status, Map.of("Content-Type", "application/json", "Retry-After", "2"), answer.body())
                : answer;
    }

    @Override
    protected Optional<Answer> administer(PartnerRequest request) {
        return Optional.empty();
    }
}
