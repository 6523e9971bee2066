package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.LedgerDatabase.micros;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.Conclusion;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.StepState;
import org.accountinghub.routes.engine.Subject;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.TransferStates;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The end of an attempt: state, step, binding, note for the store and time line in one commit. */
final class Conclusions {

    private static final Set<TransferState> OVER = EnumSet.of(
            TransferState.DELIVERED, TransferState.DISMISSED, TransferState.WITHDRAWN, TransferState.SUPERSEDED);
    private static final Set<TransferState> STOPPED =
            EnumSet.of(TransferState.REJECTED, TransferState.EXHAUSTED, TransferState.IN_DOUBT);

    private final LedgerDatabase database;

    Conclusions(LedgerDatabase database) {
        this.database = database;
    }

    void conclude(Claim claim, Conclusion conclusion) {
        if (!TransferStates.allows(TransferState.SENDING, conclusion.state())) {
            throw new IllegalArgumentException("an attempt does not end " + conclusion.state());
        }
        Optional<Long> waitsFor = conclusion.waitsFor();
        if (waitsFor.isPresent()) {
            long other = waitsFor.get();
            database.inTransaction(() -> waiting(claim, conclusion, other));
        } else if (isWaitedFor(claim.transfer().subject(), conclusion)) {
            database.inTransaction(() -> withDependents(claim, conclusion));
        } else {
            end(claim, conclusion, noteOf(conclusion));
        }
    }

    static Conclusion unreadable() {
        Problem problem = Problem.of(
                "ledger.content-unreadable",
                Problem.Stage.HUB,
                "what was to be sent cannot be read from the ledger",
                "Start the hub with the HUB_SECRET_KEY it was sealed with, then retry");
        return new Conclusion(
                TransferState.IN_DOUBT,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.of(problem),
                false,
                Optional.empty(),
                false,
                problem.reason(),
                List.of());
    }

    /** Documents wait for customers, and a change of a record for the one before. */
    private static boolean isWaitedFor(Subject subject, Conclusion conclusion) {
        return !(subject instanceof Subject.OfDocument) && !goesOn(conclusion);
    }

    private static boolean goesOn(Conclusion conclusion) {
        return conclusion.state() == TransferState.DUE;
    }

    /** Locks what shall be waited for, so that it cannot be delivered unseen in between. */
    private boolean waiting(Claim claim, Conclusion conclusion, long waitsFor) {
        Waited waited = database.sql(DeliveryStatements.WAITED_STATE)
                .param("waitsFor", waitsFor)
                .query((row, number) -> new Waited(
                        TransferState.valueOf(row.getString("state")), TransferRows.problem(row.getString("problem"))))
                .single();
        boolean over = OVER.contains(waited.state());
        database.sql(DeliveryStatements.WAITED_IN_TURN)
                .param("id", claim.transfer().id())
                .param("waitsFor", waitsFor)
                .update();
        Optional<Note> note =
                STOPPED.contains(waited.state()) ? Optional.of(new Note(waited.problem())) : Optional.empty();
        return end(claim, over ? dueNow(conclusion) : conclusion, note);
    }

    private record Waited(TransferState state, Optional<Problem> problem) {}

    private static Conclusion dueNow(Conclusion waiting) {
        return new Conclusion(
                TransferState.DUE,
                waiting.after(),
                Optional.empty(),
                waiting.verdict(),
                waiting.problem(),
                waiting.spendsAttempt(),
                waiting.step(),
                waiting.thaw(),
                waiting.what(),
                waiting.exchanges());
    }

    /** A second statement, so that it sees documents that began to wait a moment ago. */
    private boolean withDependents(Claim claim, Conclusion conclusion) {
        end(claim, conclusion, Optional.empty());
        long id = claim.transfer().id();
        if (OVER.contains(conclusion.state())) {
            database.sql(DeliveryStatements.FREE_WAITING).param("id", id).update();
        } else {
            database.sql("""
                            INSERT INTO hub.document_return AS r (transfer_id, connection, note_problem)
                            SELECT d.id, d.connection, CAST(:problem AS jsonb) FROM hub.transfer d
                            WHERE d.waits_for = :id AND d.subject = 'DOCUMENT' ORDER BY d.id
                            ON CONFLICT (transfer_id) DO UPDATE
                            SET note_problem = excluded.note_problem, version = r.version + 1,
                                changed_at = clock_timestamp()""")
                    .param("id", id)
                    .param("problem", TransferRows.json(conclusion.problem()))
                    .update();
        }
        return true;
    }

    /** What the store shall show of the document now: why it does not go on, if it does not. */
    private record Note(Optional<Problem> problem) {}

    private static Optional<Note> noteOf(Conclusion conclusion) {
        return OVER.contains(conclusion.state()) || STOPPED.contains(conclusion.state())
                ? Optional.of(new Note(conclusion.problem()))
                : Optional.empty();
    }

    private boolean end(Claim claim, Conclusion conclusion, Optional<Note> note) {
        Optional<StepProgress> step = conclusion.step();
        Optional<PartnerDocument> bound = step.filter(done ->
                        done.state() == StepState.DONE && done.step().name().equals(Step.CREATE))
                .flatMap(StepProgress::made);
        boolean thaw = conclusion.thaw() && claim.frozen().isPresent();
        String text = DeliveryStatements.conclude(
                step.isPresent(), bound.isPresent(), note.isPresent(), thaw, conclusion.byLimit());
        StatementSpec end = PostgresDeliveryLedger.fenced(database, text, claim)
                .param("state", conclusion.state().name())
                .param("waitsFor", conclusion.waitsFor().orElse(null))
                .param("after", micros(conclusion.after()))
                .param("problem", TransferRows.json(conclusion.problem()))
                .param("givenBack", conclusion.spendsAttempt() ? 0 : 1)
                .param("verdict", conclusion.verdict().map(Enum::name).orElse(null))
                .param("what", conclusion.what())
                .param("exchanges", Exchanges.stored(conclusion.exchanges()))
                .param("step", step.map(done -> done.step().name()).orElse(null));
        if (step.isPresent()) {
            end = PostgresDeliveryLedger.stepped(end, step.get());
        }
        if (note.isPresent()) {
            end = PostgresDeliveryLedger.bound(end, claim, bound)
                    .param("note", TransferRows.json(note.get().problem()));
        }
        return PostgresDeliveryLedger.held(claim, end.query(Integer.class).single());
    }
}
