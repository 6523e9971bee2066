package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.LedgerDatabase.micros;

import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.port.DeliveryLedger.Freeze;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Freezing content and taking its rows. */
final class Freezing {

    private final LedgerDatabase database;
    private final FrozenContents contents;

    Freezing(LedgerDatabase database, FrozenContents contents) {
        this.database = database;
        this.contents = contents;
    }

    Freeze freeze(Claim claim, Frozen content, List<Step> steps) {
        byte[] canonical = FrozenContents.canonical(content);
        StatementSpec freeze = PostgresDeliveryLedger.fenced(database, DeliveryStatements.FREEZE, claim)
                .param("reference", FrozenContents.reference(content))
                .param("sealed", contents.seal(claim.transfer(), canonical))
                .param("hash", contents.hash(canonical))
                .param("rows", FrozenContents.rowIds(content))
                .param("wholes", DividedRows.wholes(FrozenContents.rowIds(content)))
                .param("names", steps.stream().map(Step::name).toArray(String[]::new))
                .param(
                        "classes",
                        steps.stream().map(step -> step.idempotency().name()).toArray(String[]::new))
                .param(
                        "late",
                        steps.stream().map(step -> micros(step.lateness())).toArray(Long[]::new));
        try {
            if (claim.frozen().isPresent()) {
                database.inTransaction(() -> {
                    PostgresDeliveryLedger.fenced(database, DeliveryStatements.THAW_UNINTENDED, claim)
                            .update();
                    return PostgresDeliveryLedger.held(
                            claim, freeze.query(Integer.class).single());
                });
            } else {
                PostgresDeliveryLedger.held(claim, freeze.query(Integer.class).single());
            }
        } catch (DataIntegrityViolationException refused) {
            RowConflict conflict = RowConflict.in(refused).orElseThrow(() -> refused);
            return new Freeze.RowTaken(conflict.problem(inWords(database, conflict.holder())));
        }
        return new Freeze.Done(new Claim(
                claim.transfer(),
                claim.lease(),
                claim.at(),
                claim.leaseEnds(),
                claim.attempt(),
                steps.stream().map(StepProgress::planned).toList(),
                Optional.of(content)));
    }

    static String inWords(LedgerDatabase database, long transferId) {
        return database.sql("""
                        SELECT 'order ' || t.number || ' for payer ' || t.payer || ', generation ' || t.generation
                               || coalesce(', document ' || r.partner_number, '') || ' at ' || t.connection
                               || ' (transfer ' || t.id || ', ' || lower(replace(t.state, '_', ' ')) || ')'
                        FROM hub.transfer t LEFT JOIN hub.document_return r ON r.transfer_id = t.id WHERE t.id = :id""").param("id", transferId).query(String.class).single();
    }
}
