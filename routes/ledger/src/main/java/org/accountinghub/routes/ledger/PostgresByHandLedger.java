package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.LedgerDatabase.micros;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.PersonalNumbers;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.port.ByHandLedger;
import org.accountinghub.routes.engine.port.DeliveryLedger;
import org.springframework.dao.DataIntegrityViolationException;

/** What people did at the partner, on PostgreSQL. */
final class PostgresByHandLedger implements ByHandLedger {

    private static final String LOCK = """
            SELECT t.* FROM hub.transfer t
            WHERE t.id = :id AND t.subject <> 'RECORD' AND t.state IN ('REJECTED', 'EXHAUSTED', 'IN_DOUBT')
            FOR NO KEY UPDATE""";

    private static final String ELSEWHERE = """
            SELECT EXISTS (SELECT FROM hub.document_return r
                           WHERE (r.connection, r.made_as, r.partner_id) = (:connection, :madeAs, :partnerId)
                             AND r.transfer_id <> :id)""";

    /** Binding a record links it, unless either side is linked otherwise. */
    private static final String LINKED = """
            SELECT EXISTS (SELECT FROM hub.register_link l
                           WHERE (l.connection, l.register, l.number, l.partner_id) = (:connection, :register, :number, :partnerId))""";

    /** What comes before the document is done with it; what comes after may have been done by hand as well. */
    private static final String STEPS = """
            UPDATE hub.transfer_step s
            SET state = CASE WHEN s.position <= made.position THEN 'DONE'
                             WHEN s.state <> 'PLANNED' THEN s.state
                             WHEN s.idempotency = 'A' OR s.idempotency = 'D' AND CAST(:ours AS boolean) THEN s.state
                             ELSE 'UNCERTAIN' END,
                first_intent = CASE WHEN s.position <= made.position OR s.idempotency = 'A'
                                         OR s.idempotency = 'D' AND CAST(:ours AS boolean) THEN s.first_intent
                                    ELSE coalesce(s.first_intent, t.created_at) END,
                made_id = CASE WHEN s.position <= made.position THEN :madeId END,
                made_number = CASE WHEN s.position <= made.position THEN :madeNumber END,
                made_notes = CASE WHEN s.position < made.position THEN '{}'
                                  WHEN s.position = made.position THEN CAST(:notes AS text[]) END,
                searches = 0, touched_at = clock_timestamp()
            FROM hub.transfer t, hub.transfer_step made
            WHERE s.transfer_id = :id AND t.id = :id AND made.transfer_id = :id AND made.name = :create AND s.state <> 'DONE'""";

    private static final String BIND = """
            WITH mine AS (
                UPDATE hub.transfer t
                SET state = CASE WHEN EXISTS (SELECT FROM hub.transfer_step s WHERE s.transfer_id = t.id AND s.state <> 'DONE')
                                 THEN 'DUE' ELSE 'DELIVERED' END,
                    problem = NULL, attempts = 0, due_at = clock_timestamp(), changed_at = clock_timestamp()
                WHERE t.id = :id
                RETURNING t.id, t.connection, t.subject, t.store, t.subgroup, t.kind, t.number, t.payer, t.generation, t.starts,
                          t.state),
            %s,
            %s,
            happened AS (
                INSERT INTO hub.transfer_attempt (transfer_id, attempt, event, step, what, exchanges)
                SELECT id, starts, 'EVIDENCE', :create, :what, CAST(:exchanges AS json) FROM mine),
            acted AS (
                INSERT INTO hub.operator_action (who, verb, transfer_id, reason) SELECT :who, 'DELIVERED', id, :reason FROM mine)
            SELECT state FROM mine""".formatted(DeliveryStatements.BINDING, DeliveryStatements.NOTE);

    private static final String COMPLETE = """
            WITH mine AS (
                UPDATE hub.transfer t
                SET state = 'DELIVERED', problem = NULL, changed_at = clock_timestamp()
                WHERE t.id = :id AND t.subject = 'DOCUMENT' AND t.state IN ('REJECTED', 'EXHAUSTED', 'IN_DOUBT')
                  AND EXISTS (SELECT FROM hub.transfer_step s
                              WHERE s.transfer_id = t.id AND s.name = :create AND s.state = 'DONE')
                RETURNING t.id, t.connection, t.subject, t.starts),
            steps AS (
                UPDATE hub.transfer_step s
                SET state = 'DONE', made_id = made.made_id, made_number = made.made_number,
                    made_notes = ARRAY['counted as done by ' || :who], touched_at = clock_timestamp()
                FROM mine, hub.transfer_step made
                WHERE s.transfer_id = mine.id AND made.transfer_id = mine.id AND made.name = :create AND s.state <> 'DONE'
                RETURNING s.name),
            %s,
            happened AS (
                INSERT INTO hub.transfer_attempt (transfer_id, attempt, event, state, what)
                SELECT id, starts, 'EVIDENCE', 'DELIVERED', 'counted as done by ' || :who || ': '
                       || coalesce((SELECT string_agg(name, ', ') FROM steps), 'nothing was left') FROM mine),
            acted AS (
                INSERT INTO hub.operator_action (who, verb, transfer_id, reason) SELECT :who, 'COMPLETE', id, :reason FROM mine)
            SELECT count(*) FROM mine""".formatted(DeliveryStatements.NOTE);

    private final LedgerDatabase database;
    private final FrozenContents contents;
    private final DeliveryLedger delivery;

    PostgresByHandLedger(LedgerDatabase database, FrozenContents contents, DeliveryLedger delivery) {
        this.database = database;
        this.contents = contents;
        this.delivery = delivery;
    }

    @Override
    public Optional<Transfer> transfer(long transferId) {
        return database.sql("SELECT t.* FROM hub.transfer t WHERE t.id = :id")
                .param("id", transferId)
                .query(TransferRows::transfer)
                .optional();
    }

    @Override
    public Optional<Frozen> frozen(long transferId) {
        return database.sql("""
                        SELECT f.sealed, t.connection FROM hub.transfer_content f JOIN hub.transfer t ON t.id = f.transfer_id
                        WHERE f.transfer_id = :id""")
                .param("id", transferId)
                .query((row, number) -> contents.open(transferId, row.getString("connection"), row.getBytes("sealed")))
                .optional();
    }

    @Override
    public Optional<CustomerThere> customerThere(String connection, SourceKey customer) {
        return delivery.customerBinding(connection, customer);
    }

    @Override
    public Binding bind(long transferId, Bound bound, String who, String reason) {
        try {
            return database.inTransaction(() -> bound(transferId, bound, who, reason));
        } catch (DataIntegrityViolationException refused) {
            if (RowConflict.in(refused).isEmpty()) {
                throw refused;
            }
            return Binding.ROWS_ELSEWHERE;
        } catch (LinkedOtherwiseException refused) {
            return Binding.BOUND_ELSEWHERE;
        }
    }

    /** Undoes the binding. */
    private static final class LinkedOtherwiseException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Binding bound(long transferId, Bound bound, String who, String reason) {
        Optional<Transfer> stopped = database.sql(LOCK)
                .param("id", transferId)
                .query(TransferRows::transfer)
                .optional();
        if (stopped.isEmpty()) {
            return Binding.CHANGED_MEANWHILE;
        }
        String madeAs = FrozenContents.madeAs(Optional.of(bound.content())).name();
        PartnerDocument document = bound.document();
        boolean isDocument = bound.content() instanceof Frozen.Document;
        boolean elsewhere = isDocument
                && database.sql(ELSEWHERE)
                        .param("connection", stopped.get().connection())
                        .param("madeAs", madeAs)
                        .param("partnerId", document.id())
                        .param("id", transferId)
                        .query(Boolean.class)
                        .single();
        if (elsewhere) {
            return Binding.BOUND_ELSEWHERE;
        }
        if (frozen(transferId).isEmpty()) {
            freeze(stopped.get(), bound);
        }
        database.sql(STEPS)
                .param("id", transferId)
                .param("create", Step.CREATE)
                .param("ours", bound.ours())
                .param("madeId", document.id())
                .param("madeNumber", document.number())
                .param("notes", document.notes().toArray(String[]::new))
                .update();
        String state = database.sql(BIND)
                .param("id", transferId)
                .param("create", Step.CREATE)
                .param("madeId", document.id())
                .param("madeNumber", document.number())
                .param("madeAs", madeAs)
                .param("boundId", document.id())
                .param("boundNumber", document.number())
                .param("note", null)
                .param("what", what(bound, who))
                .param("exchanges", Exchanges.stored(bound.exchanges()))
                .param("who", who)
                .param("reason", PersonalNumbers.masked(reason))
                .query(String.class)
                .single();
        if (!isDocument) {
            linked(stopped.get(), document);
        }
        return state.equals("DELIVERED") ? Binding.DELIVERED : Binding.GOES_ON;
    }

    private void linked(Transfer record, PartnerDocument there) {
        SourceKey key = record.subject().source();
        boolean linked = database.sql(LINKED)
                .param("connection", record.connection())
                .param(
                        "register",
                        (key.kind().equals(SourceKey.ARTICLE) ? Register.ARTICLES : Register.CUSTOMERS).name())
                .param("number", key.number())
                .param("partnerId", there.id())
                .query(Boolean.class)
                .single();
        if (!linked) {
            throw new LinkedOtherwiseException();
        }
        database.sql(DeliveryStatements.FREE_WAITING).param("id", record.id()).update();
    }

    private void freeze(Transfer transfer, Bound bound) {
        Frozen content = bound.content();
        byte[] canonical = FrozenContents.canonical(content);
        List<Step> steps = bound.steps();
        database.sql(DeliveryStatements.byHand(DeliveryStatements.FREEZE))
                .param("id", transfer.id())
                .param("reference", FrozenContents.reference(content))
                .param("sealed", contents.seal(transfer, canonical))
                .param("hash", contents.hash(canonical))
                .param("rows", FrozenContents.rowIds(content))
                .param("wholes", DividedRows.wholes(FrozenContents.rowIds(content)))
                .param("names", steps.stream().map(Step::name).toArray(String[]::new))
                .param(
                        "classes",
                        steps.stream().map(step -> step.idempotency().name()).toArray(String[]::new))
                .param(
                        "late",
                        steps.stream().map(step -> micros(step.lateness())).toArray(Long[]::new))
                .query(Integer.class)
                .single();
    }

    private static String what(Bound bound, String who) {
        List<String> parts = new ArrayList<>();
        parts.add("found there by " + who + " as " + bound.document().number());
        parts.addAll(bound.differences());
        return PersonalNumbers.masked(String.join("; ", parts));
    }

    @Override
    public boolean complete(long transferId, String who, String reason) {
        return database.sql(COMPLETE)
                        .param("id", transferId)
                        .param("create", Step.CREATE)
                        .param("who", who)
                        .param("reason", PersonalNumbers.masked(reason))
                        .param("madeAs", BillableOrder.Target.INVOICE.name())
                        .param("boundId", null)
                        .param("boundNumber", null)
                        .param("note", null)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
