package org.accountinghub.routes.engine.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.ArticleSource;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.register.FieldChange;
import org.accountinghub.mappings.model.register.FieldGroup;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.routes.engine.RegisterPolicy.Side;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.memory.MemoryPartner;
import org.accountinghub.routes.engine.port.RegisterConflicts.Settled;
import org.accountinghub.routes.engine.port.RegisterLedger.Link;
import org.accountinghub.routes.engine.port.RegisterLedger.Noted;
import org.accountinghub.routes.engine.port.RegisterRun;
import org.accountinghub.routes.engine.port.RegisterRun.Kind;
import org.accountinghub.routes.engine.port.RegisterRun.State;
import org.accountinghub.routes.engine.port.RunRecord;
import org.junit.jupiter.api.Test;

/** The register of articles: imported, brought, changed on both sides and deactivated. */
class ArticleRegisterTest {

    private static Map<RegisterField, String> pump(String price) {
        return Map.of(
                RegisterField.DESCRIPTION, "Pump",
                RegisterField.UNIT, "pcs",
                RegisterField.PRICE, price,
                RegisterField.VAT_RATE, "25",
                RegisterField.ARTICLE_ACTIVE, "true");
    }

    private static ImportBench alike(Map<FieldGroup, Side> masters) {
        ImportBench bench = ImportBench.ofArticles(masters);
        bench.linked("P1", pump("100"), pump("100"));
        bench.run(Kind.WHOLE);
        bench.run(Kind.CHANGES);
        collect(bench);
        bench.clock.advance(Duration.ofHours(1));
        return bench;
    }

    private static void collect(ImportBench bench) {
        new RegisterExports(bench.ports, bench.connections).collect();
    }

    private static Optional<String> here(ImportBench bench, RegisterField field) {
        return bench.store.find("P1").flatMap(record -> record.value(field));
    }

    @Test
    void anArticleIsTakenWithAllItsFieldsUnderItsOwnNumber() {
        ImportBench bench = ImportBench.ofArticles(Map.of());
        bench.matches.approved();
        bench.partner.put("P1", pump("100"));

        RegisterRun run = bench.run(Kind.WHOLE);

        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.counts().created()).isOne();
        assertThat(bench.store.all()).containsExactly(new RegisterRecord(Register.ARTICLES, "P1", pump("100")));
        assertThat(bench.ledger.links(Register.ARTICLES)).containsExactly(new Link("P1", "P1", "P1", Link.By.IMPORT));
        assertThat(bench.ledger.links(Register.CUSTOMERS)).isEmpty();
    }

    @Test
    void pricesHaveAMasterOfTheirOwn() {
        ImportBench bench = alike(Map.of(FieldGroup.PRICES, Side.ACCOUNTING));
        bench.partner.put("P1", Map.of(RegisterField.PRICE, "120", RegisterField.DESCRIPTION, "Their pump"));
        bench.clock.advance(Duration.ofHours(1));
        bench.run(Kind.CHANGES);

        assertThat(here(bench, RegisterField.PRICE)).contains("120");
        assertThat(here(bench, RegisterField.DESCRIPTION)).contains("Pump");
        bench.deliver();
        assertThat(bench.partner.written())
                .singleElement()
                .satisfies(edit -> assertThat(edit.changes())
                        .containsOnly(Map.entry(RegisterField.DESCRIPTION, FieldChange.to("Pump"))));
        assertThat(bench.ledger.conflicts())
                .extracting(Noted::field, Noted::theirs, Noted::settled)
                .containsExactly(tuple(RegisterField.DESCRIPTION, "Their pump", Settled.STORE_WON));
    }

    @Test
    void aPriceThatChangesHereWhereItHasNoMasterIsTakenBackAndTold() {
        ImportBench bench = alike(Map.of(FieldGroup.PRICES, Side.ACCOUNTING));
        bench.store.edit("P1", Map.of(RegisterField.PRICE, "90"));
        collect(bench);
        bench.deliver();

        assertThat(here(bench, RegisterField.PRICE)).contains("100");
        assertThat(bench.partner.written()).isEmpty();
        assertThat(bench.ledger.conflicts())
                .extracting(Noted::field, Noted::ours, Noted::settled)
                .containsExactly(tuple(RegisterField.PRICE, "90", Settled.ACCOUNTING_WON));
    }

    @Test
    void anArticleIsDeactivatedThereWhereTheStoreIsMasterAndHereWhereItIsNot() {
        ImportBench ours = alike(Map.of());
        ours.store.edit("P1", Map.of(RegisterField.ARTICLE_ACTIVE, "false"));
        collect(ours);
        ours.deliver();
        assertThat(ours.partner.find("P1").flatMap(record -> record.value(RegisterField.ARTICLE_ACTIVE)))
                .contains("false");

        ImportBench theirs = alike(Map.of(FieldGroup.ACTIVITY, Side.ACCOUNTING));
        theirs.partner.put("P1", Map.of(RegisterField.ARTICLE_ACTIVE, "false"));
        theirs.clock.advance(Duration.ofHours(1));
        theirs.run(Kind.CHANGES);
        assertThat(here(theirs, RegisterField.ARTICLE_ACTIVE)).contains("false");
        assertThat(theirs.ledger.conflicts()).isEmpty();
    }

    @Test
    void anArticleThatIsGoneThereIsDeactivatedAndNeverDeleted() {
        ImportBench bench = ImportBench.ofArticles(Map.of(FieldGroup.ACTIVITY, Side.ACCOUNTING));
        for (String number : List.of("P1", "P2", "P3")) {
            bench.linked(number, pump("100"), pump("100"));
        }
        bench.run(Kind.WHOLE);
        bench.partner.remove("P1");
        bench.imports().work();

        RegisterRun run = bench.run(Kind.WHOLE);

        assertThat(here(bench, RegisterField.ARTICLE_ACTIVE)).contains("false");
        assertThat(bench.store.all()).hasSize(3);
        assertThat(bench.runs.records(run.id(), Optional.empty(), 10, Optional.empty()))
                .extracting(RunRecord::outcome, RunRecord::partnerNumber)
                .containsExactly(tuple(RunRecord.Outcome.DEACTIVATED, "P1"));
    }

    @Test
    void aNewArticleIsBroughtAndThenFollowed() {
        ImportBench bench = ImportBench.ofArticles(Map.of());
        bench.matches.approved();
        bench.store.edit("P1", pump("100"));
        collect(bench);
        bench.deliver();

        assertThat(bench.partner.find("P1").map(RegisterRecord::values)).contains(pump("100"));
        assertThat(bench.ledger.links(Register.ARTICLES)).containsExactly(new Link("P1", "P1", "P1", Link.By.TRANSFER));
        bench.clock.advance(Duration.ofHours(1));
        bench.run(Kind.WHOLE);
        bench.store.edit("P1", Map.of(RegisterField.PRICE, "110", RegisterField.UNIT, ""));
        collect(bench);
        bench.deliver();
        assertThat(bench.partner.written())
                .singleElement()
                .satisfies(edit -> assertThat(edit.changes())
                        .containsOnly(
                                Map.entry(RegisterField.PRICE, FieldChange.to("110")),
                                Map.entry(RegisterField.UNIT, FieldChange.to(""))));
        assertThat(bench.partner.creations).isOne();
        assertThat(bench.ledger.conflicts()).isEmpty();
    }

    @Test
    void oneThatTheStoreNoLongerHasIsNotBrought() {
        ImportBench bench = ImportBench.ofArticles(Map.of());
        bench.matches.approved();
        bench.store.edit("P1", pump("100"));
        collect(bench);
        bench.store.delete("P1");
        bench.deliver();

        assertThat(bench.transfers.entries())
                .extracting(entry -> entry.transfer().state())
                .containsExactly(TransferState.WITHDRAWN);
        assertThat(bench.partner.creations).isZero();
    }

    @Test
    void anAccountingSystemThatTakesNoArticlesSaysSo() {
        ImportBench bench = ImportBench.ofArticles(Map.of());
        bench.matches.approved();
        bench.store.edit("P1", pump("100"));
        collect(bench);
        bench.deliver(new OnlyTells(bench.partner), bench.ports, bench.transfers);

        assertThat(bench.transfers.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.transfer().state()).isEqualTo(TransferState.REJECTED);
            assertThat(entry.transfer().problem().map(Problem::cause)).contains("engine.not-supported");
        });
    }

    @Test
    void aVatRateThatCannotBeClearedThereIsTold() {
        ImportBench bench = alike(Map.of());
        bench.store.edit("P1", Map.of(RegisterField.VAT_RATE, ""));
        collect(bench);
        bench.deliver();

        Map<TransferState, Optional<String>> ends = new HashMap<>();
        bench.transfers
                .entries()
                .forEach(entry -> ends.put(
                        entry.transfer().state(), entry.transfer().problem().map(Problem::cause)));
        assertThat(ends).containsExactly(Map.entry(TransferState.DELIVERED, Optional.of("register.not-cleared")));
        assertThat(bench.partner.find("P1").flatMap(record -> record.value(RegisterField.VAT_RATE)))
                .contains("25");
    }

    private record OnlyTells(MemoryPartner partner) implements ArticleSource {

        @Override
        public RegisterSource articlesThere() {
            return partner;
        }

        @Override
        public List<Problem> check(Conversation conversation) {
            return List.of();
        }

        @Override
        public void close() {
            partner.close();
        }
    }
}
