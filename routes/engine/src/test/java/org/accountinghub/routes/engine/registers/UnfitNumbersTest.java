package org.accountinghub.routes.engine.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.port.RegisterRun;
import org.accountinghub.routes.engine.port.RegisterRun.Kind;
import org.accountinghub.routes.engine.port.RunRecord.Outcome;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Registration numbers of the accounting system that cannot be right: told, and never taken over. */
class UnfitNumbersTest {

    private static final String RIGHT = "5566778899";
    private static final String ALSO_RIGHT = "5560160680";
    private static final String WRONG = "5566778898";

    private final ImportBench bench = ImportBench.masteredByAccounting();

    @Test
    void aNewCustomerComesWithoutIt() {
        bench.matches.approved();
        bench.partner.put("1", customer("A", WRONG));
        bench.partner.put("2", customer("B", RIGHT));

        RegisterRun run = bench.run(Kind.WHOLE);

        assertThat(stored("1")).isEmpty();
        assertThat(stored("2")).contains(RIGHT);
        assertThat(told(run))
                .containsExactly(
                        tuple(Outcome.CREATED, "1", Optional.of("register.registration-number-invalid")),
                        tuple(Outcome.CREATED, "2", Optional.empty()));
        assertThat(bench.runs.records(run.id(), Optional.empty(), 1, Optional.empty()).stream()
                        .flatMap(record -> record.problem().stream())
                        .map(Problem::reason))
                .allSatisfy(reason -> assertThat(reason)
                        .contains("the last digit does not fit the others")
                        .doesNotContain(WRONG));
    }

    @Test
    void aLinkedCustomerKeepsItsOwnUntilTheNumberThereIsRight() {
        bench.linked("1", customer("A", RIGHT), customer("A", RIGHT));
        bench.run(Kind.WHOLE);

        bench.partner.put("1", registration(WRONG));
        RegisterRun wrong = bench.run(Kind.WHOLE);
        RegisterRun again = bench.run(Kind.WHOLE);
        bench.partner.put("1", Map.of(RegisterField.NAME, "B"));
        RegisterRun renamed = bench.run(Kind.WHOLE);

        assertThat(told(wrong))
                .containsExactly(tuple(Outcome.SKIPPED, "1", Optional.of("register.registration-number-invalid")));
        assertThat(told(again)).as("told once").isEmpty();
        assertThat(told(renamed)).containsExactly(tuple(Outcome.UPDATED, "1", Optional.empty()));
        assertThat(stored("1")).contains(RIGHT);

        bench.partner.put("1", registration(ALSO_RIGHT));
        bench.run(Kind.WHOLE);

        assertThat(stored("1")).contains(ALSO_RIGHT);
    }

    @Test
    void eachKindIsHeldToItsOwnRule() {
        bench.matches.approved();
        bench.partner.put("1", person("A", "191212121212"));
        bench.partner.put("2", person("B", RIGHT));
        bench.partner.put("3", norwegian("C", "123456784"));
        bench.partner.put("4", norwegian("D", "123 456 785"));

        RegisterRun run = bench.run(Kind.WHOLE);

        assertThat(stored("1")).contains("1212121212");
        assertThat(stored("2")).isEmpty();
        assertThat(stored("3")).isEmpty();
        assertThat(stored("4")).contains("123456785");
        assertThat(told(run))
                .extracting(record -> ((Optional<?>) record.toList().get(2)).isPresent())
                .containsExactly(false, true, true, false);
    }

    private Optional<String> stored(String number) {
        return bench.store.find(number).orElseThrow().value(RegisterField.REGISTRATION_NUMBER);
    }

    private List<Tuple> told(RegisterRun run) {
        return bench.runs.records(run.id(), Optional.empty(), 10, Optional.empty()).stream()
                .map(record -> tuple(
                        record.outcome(),
                        record.partnerNumber(),
                        record.problem().map(Problem::cause)))
                .toList();
    }

    private static Map<RegisterField, String> person(String name, String registration) {
        Map<RegisterField, String> fields = customer(name, registration);
        fields.put(RegisterField.CUSTOMER_KIND, "PRIVATE");
        return fields;
    }

    private static Map<RegisterField, String> norwegian(String name, String registration) {
        Map<RegisterField, String> fields = customer(name, registration);
        fields.put(RegisterField.INVOICE_COUNTRY, "NO");
        return fields;
    }

    private static Map<RegisterField, String> customer(String name, String registration) {
        Map<RegisterField, String> fields = new HashMap<>(ImportBench.named(name));
        fields.putAll(registration(registration));
        return fields;
    }

    private static Map<RegisterField, String> registration(String number) {
        return Map.of(RegisterField.REGISTRATION_NUMBER, number);
    }
}
