package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.accountinghub.mappings.model.register.FieldGroup;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.cli.HubClient;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.RegisterPolicy;
import org.accountinghub.routes.engine.RegisterPolicy.Numbers;
import org.accountinghub.routes.engine.RegisterPolicy.Side;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.accountinghub.routes.ledger.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * A company that has customers on both sides: looked at, approved, imported, and kept alike from then on. With every
 * connector that reads and changes customers.
 */
class RegistersTest {

    private static final RegisterPolicy BOTH_WAYS =
            new RegisterPolicy(Optional.empty(), true, Numbers.OURS, Map.of(FieldGroup.CONTACT_DATA, Side.ACCOUNTING));

    private final Stage stage = Stage.shared();
    private final HubClient api = stage.api();
    private final List<Company> connected = new ArrayList<>();

    static Stream<String> keepingCustomers() {
        SimulatedSystems systems = Stage.shared().systems();
        return systems.names().stream().filter(systems::keepsCustomers);
    }

    @AfterEach
    void leaveTheOthersAlone() {
        connected.forEach(company -> keep(company, Map.of()));
    }

    private void keep(Company company, Map<Register, RegisterPolicy> policies) {
        ConnectionLedger connections = stage.bean(Ledger.class).connections();
        Connection now = connections.find(company.connection()).orElseThrow();
        connections.save(new Connection(
                now.name(),
                now.connector(),
                now.subgroup(),
                now.state(),
                now.tenant(),
                now.problem(),
                now.settings(),
                policies));
    }

    private void approve(Company company, String both, String onlyThere) {
        api.post("/api/registers/" + company.connection() + "/customers/match", Map.of());
        await().until(() -> runs(company).get(0).path("state").asString("").equals("DONE"));
        long report = api.get("/api/matches/" + company.connection() + "/customers")
                .path("id")
                .asLong();
        List<Integer> lines = StreamSupport.stream(
                        api.get("/api/matches/" + report + "/lines?limit=1000").spliterator(), false)
                .filter(line -> List.of("SAME " + both, "CREATE_HERE " + onlyThere)
                        .contains(line.path("kind").asString("") + " "
                                + line.path("theirs").path("number").asString("")))
                .map(line -> line.path("line").asInt())
                .toList();
        assertThat(lines).hasSize(2);
        api.post("/api/matches/" + report + "/approve", Map.of("lines", lines));
    }

    private JsonNode runs(Company company) {
        return api.get("/api/registers/runs?connection=" + company.connection());
    }

    private void imported(Company company, boolean whole) {
        api.post("/api/registers/" + company.connection() + "/customers/import?whole=" + whole, Map.of());
        await().until(() -> StreamSupport.stream(runs(company).spliterator(), false)
                .noneMatch(run ->
                        List.of("DUE", "RUNNING").contains(run.path("state").asString(""))));
        assertThat(runs(company).get(0).path("state").asString("")).isEqualTo("DONE");
    }

    @ParameterizedTest
    @MethodSource("keepingCustomers")
    void whatIsOnBothSidesIsKeptAlikeAndNothingIsWrittenBeforeItIsApproved(String system) {
        Trial trial = Trial.of(system);
        Company company = trial.company().withCustomer(1);
        connected.add(company);
        String both = company.payer(1);
        String onlyThere = company.payer(7);
        String name = "Kund 1 hos " + company.code() + " AB";
        trial.there().addCustomer(both, name, ServiceDesk.organisationNumber(both));
        trial.there().telephone(both, "031-12 34 56");
        trial.there().addCustomer(onlyThere, "Bara där AB", ServiceDesk.organisationNumber(onlyThere));
        keep(company, Map.of(Register.CUSTOMERS, BOTH_WAYS));
        assertThat(stage.desk().customerCard(both)).isEqualTo(name);

        approve(company, both, onlyThere);
        imported(company, true);

        assertThat(stage.desk().customerCard(both)).startsWith(name + ", 031-12 34 56");
        assertThat(stage.desk().customerCard(onlyThere)).startsWith("Bara där AB");
        stage.desk().rename(both, "Nytt namn AB");
        await().until(() -> trial.there().customerName(both).equals("Nytt namn AB"));
        trial.there().telephone(onlyThere, "08-1");
        imported(company, false);
        assertThat(stage.desk().customerCard(onlyThere)).startsWith("Bara där AB, 08-1");
        assertThat(trial.there().customerName(both)).isEqualTo("Nytt namn AB");
    }
}
