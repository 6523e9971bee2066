package org.accountinghub.routes.engine.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.port.RegisterLedger.Link;
import org.accountinghub.routes.engine.port.RegisterRun.Kind;
import org.junit.jupiter.api.Test;

/** A record that people give another number over there stays the same one, and what is said of it follows. */
class NumberThereTest {

    private static ImportBench numbered(ImportBench bench) {
        bench.matches.approved();
        bench.partner.put("id-7", ImportBench.named("A"));
        bench.partner.renumber("id-7", "7");
        bench.run(Kind.WHOLE);
        assertThat(bench.ledger.links(Register.CUSTOMERS)).containsExactly(linkedAs("7"));
        bench.clock.advance(Duration.ofHours(1));
        bench.partner.renumber("id-7", "9007");
        return bench;
    }

    private static Link linkedAs(String partnerNumber) {
        return new Link("7", "id-7", partnerNumber, Link.By.IMPORT);
    }

    @Test
    void anImportFollowsAndTakesItForNobodyElse() {
        ImportBench bench = numbered(ImportBench.masteredByAccounting());
        bench.partner.put("id-7", ImportBench.phone("08"));
        bench.clock.advance(Duration.ofMinutes(1));

        for (Kind kind : List.of(Kind.CHANGES, Kind.WHOLE)) {
            bench.run(kind);

            assertThat(bench.ledger.links(Register.CUSTOMERS)).containsExactly(linkedAs("9007"));
            assertThat(bench.store.all()).hasSize(1);
            assertThat(bench.store.find("7").orElseThrow().value(RegisterField.PHONE))
                    .contains("08");
        }
    }

    @Test
    void whatAWholeListShowsUnderAnotherNumberIsNotReadForThat() {
        ImportBench bench = numbered(ImportBench.masteredByAccounting());
        bench.partner.forgetCalls();

        bench.run(Kind.WHOLE);

        assertThat(bench.ledger.links(Register.CUSTOMERS)).containsExactly(linkedAs("9007"));
        assertThat(bench.partner.reads()).isEmpty();
    }

    /** Such as a company of 24SevenOffice: its register tells the external id, which is a number of ours. */
    @Test
    void aNumberThatIsTheIdThereIsNotChanged() {
        ImportBench bench = ImportBench.masteredByAccounting();
        bench.linked("7", ImportBench.named("A"), ImportBench.named("A"));
        bench.partner.renumber("7", "1001");

        bench.run(Kind.WHOLE);

        assertThat(bench.ledger.links(Register.CUSTOMERS)).containsExactly(new Link("7", "7", "7", Link.By.MATCH));
    }

    @Test
    void aTransferChangesItUnderItsIdAndFollowsToo() {
        ImportBench bench = numbered(ImportBench.masteredByStore());
        bench.store.edit("7", ImportBench.phone("08"));
        new RegisterExports(bench.ports, bench.connections).collect();

        bench.deliver();

        assertThat(bench.partner.find("id-7").orElseThrow())
                .satisfies(there -> assertThat(there.value(RegisterField.PHONE)).contains("08"))
                .satisfies(there -> assertThat(there.number()).isEqualTo("9007"));
        assertThat(bench.partner.all()).hasSize(1);
        assertThat(bench.ledger.links(Register.CUSTOMERS)).containsExactly(linkedAs("9007"));
    }
}
