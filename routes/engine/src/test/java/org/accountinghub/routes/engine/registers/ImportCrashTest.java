package org.accountinghub.routes.engine.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.routes.engine.port.RegisterRun;
import org.junit.jupiter.api.Test;

/** A hub that dies before or after any one of its calls, and another that goes on. */
class ImportCrashTest {

    private static final int RECORDS = 60;

    private static ImportBench world() {
        ImportBench bench = ImportBench.masteredByAccounting();
        for (int number = 1; number <= RECORDS; number++) {
            String name = "Customer " + number;
            if (number % 3 == 0) {
                bench.linked("" + number, ImportBench.named(name), ImportBench.named(name + " changed"));
            } else {
                bench.partner.put("" + number, ImportBench.named(name));
            }
        }
        bench.matches.approved();
        bench.partner.pageSize(25);
        return bench;
    }

    @Test
    void endsTheSameWhereverItDied() {
        ImportBench whole = world();
        RegisterRun undisturbed = whole.run(RegisterRun.Kind.WHOLE);
        List<RegisterRecord> expected = whole.store.all();
        int deaths = 0;
        for (int moment = 0; ; moment++) {
            ImportBench bench = world();
            long id = bench.runs
                    .ask(ImportBench.BOOKS, Register.CUSTOMERS, RegisterRun.Kind.WHOLE, "somebody")
                    .id();
            Countdown countdown = new Countdown(moment);
            boolean died = countdown.kills(
                    () -> bench.imports(countdown.around(bench.ports)).work());
            deaths += died ? 1 : 0;
            bench.clock.advance(Duration.ofMinutes(6));
            bench.imports().work();

            RegisterRun run = bench.runs.run(id).orElseThrow();
            assertThat(run.state()).as("died at %s", moment).isEqualTo(RegisterRun.State.DONE);
            assertThat(bench.store.all()).as("died at %s", moment).isEqualTo(expected);
            assertThat(bench.ledger.links(Register.CUSTOMERS)).hasSize(RECORDS);
            assertThat(run.counts().seen()).as("died at %s", moment).isEqualTo(RECORDS);
            assertThat(run.counts().calls())
                    .isLessThanOrEqualTo(undisturbed.counts().calls() + 25);
            if (!died) {
                break;
            }
        }
        assertThat(deaths).isGreaterThan(50);
    }
}
