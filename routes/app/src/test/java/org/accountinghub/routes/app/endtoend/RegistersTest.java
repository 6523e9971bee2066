package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A company that has customers on both sides: looked at, approved, imported, and kept alike from then on. */
class RegistersTest {

    private static final RegisterPolicy BOTH_WAYS =
            new RegisterPolicy(Optional.empty(), true, Numbers.OURS, Map.of(FieldGroup.CONTACT_DATA, Side.ACCOUNTING));

    private final Stage stage = Stage.shared();
    private final Company company = stage.company().withCustomer(1);
    private final String both = company.payer(1);
    private final String onlyThere = company.payer(7);
    private final HubClient api = stage.api();

    @AfterEach
    void leaveTheOthersAlone() {
        keep(Map.of());
    }

    private void keep(Map<Register, RegisterPolicy> policies) {
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

    private void approve() {
        api.post("/api/registers/" + company.connection() + "/customers/match", Map.of());
        await().until(() -> runs().get(0).path("state").asString("").equals("DONE"));
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

    private JsonNode runs() {
        return api.get("/api/registers/runs?connection=" + company.connection());
    }

    private void imported(boolean whole) {
        api.post("/api/registers/" + company.connection() + "/customers/import?whole=" + whole, Map.of());
        await().until(() -> StreamSupport.stream(runs().spliterator(), false)
                .noneMatch(run ->
                        List.of("DUE", "RUNNING").contains(run.path("state").asString(""))));
        assertThat(runs().get(0).path("state").asString("")).isEqualTo("DONE");
    }

    private String nameThere(String number) {
        return company.bookKeeper().customers().stream()
                .filter(customer -> customer.path("CustomerNumber").asString("").equals(number))
                .map(customer -> customer.path("Name").asString(""))
                .findFirst()
                .orElse("");
    }

    @Test
    void whatIsOnBothSidesIsKeptAlikeAndNothingIsWrittenBeforeItIsApproved() {
        String name = "Kund 1 hos " + company.code() + " AB";
        company.bookKeeper()
                .addCustomer(JsonMapper.shared()
                        .createObjectNode()
                        .put("CustomerNumber", both)
                        .put("Name", name)
                        .put("OrganisationNumber", ServiceDesk.organisationNumber(both))
                        .put("Phone1", "031-12 34 56"));
        company.bookKeeper().addCustomer(onlyThere, "Bara där AB", "556036-0793");
        keep(Map.of(Register.CUSTOMERS, BOTH_WAYS));
        assertThat(stage.desk().customerCard(both)).isEqualTo(name);

        approve();
        imported(true);

        assertThat(stage.desk().customerCard(both)).startsWith(name + ", 031-12 34 56");
        assertThat(stage.desk().customerCard(onlyThere)).startsWith("Bara där AB");
        stage.desk().rename(both, "Nytt namn AB");
        await().until(() -> nameThere(both).equals("Nytt namn AB"));
        company.bookKeeper()
                .changeCustomer(
                        onlyThere, JsonMapper.shared().createObjectNode().put("Phone1", "08-1"));
        imported(false);
        assertThat(stage.desk().customerCard(onlyThere)).startsWith("Bara där AB, 08-1");
        assertThat(nameThere(both)).isEqualTo("Nytt namn AB");
    }
}
