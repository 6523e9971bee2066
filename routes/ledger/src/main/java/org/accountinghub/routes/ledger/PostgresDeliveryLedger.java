package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.LedgerDatabase.micros;
import static org.accountinghub.routes.ledger.LedgerDatabase.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.Conclusion;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.LostClaimException;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.StepState;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.port.DeliveryLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.core.JacksonException;

/** One transfer's way through a worker, on PostgreSQL. */
final class PostgresDeliveryLedger implements DeliveryLedger {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresDeliveryLedger.class);

    private final LedgerDatabase database;
    private final FrozenContents contents;
    private final Conclusions conclusions;
    private final CustomerTransfers customers;
    private final DeadLetters deadLetters;

    PostgresDeliveryLedger(LedgerDatabase database, FrozenContents contents) {
        this.database = database;
        this.contents = contents;
        this.conclusions = new Conclusions(database);
        this.customers = new CustomerTransfers(database);
        this.deadLetters = new DeadLetters(database);
    }

    @Override
    public Optional<Claim> claim(long transferId, int dispatch, String worker, Duration lease) {
        return database.sql(DeliveryStatements.CLAIM)
                .param("id", transferId)
                .param("dispatch", dispatch)
                .param("worker", worker)
                .param("lease", UUID.randomUUID().toString())
                .param("length", micros(lease))
                .query(Claimed::read)
                .optional()
                .flatMap(this::opened);
    }

    private record Claimed(Claim claim, Optional<byte[]> sealed) {

        static Claimed read(ResultSet row, int number) throws SQLException {
            Claim claim = new Claim(
                    TransferRows.transfer(row, number),
                    row.getString("lease"),
                    TransferRows.instant(row, "claimed_at"),
                    TransferRows.instant(row, "lease_ends"),
                    row.getInt("starts"),
                    Steps.read(row.getString("steps")),
                    Optional.empty());
            return new Claimed(claim, Optional.ofNullable(row.getBytes("sealed")));
        }
    }

    /** Content that cannot be read is nothing to repeat an attempt for: a person has to look. */
    private Optional<Claim> opened(Claimed claimed) {
        Claim claim = claimed.claim();
        try {
            return Optional.of(new Claim(
                    claim.transfer(),
                    claim.lease(),
                    claim.at(),
                    claim.leaseEnds(),
                    claim.attempt(),
                    claim.steps(),
                    claimed.sealed()
                            .map(sealedBytes -> contents.open(
                                    claim.transfer().id(), claim.transfer().connection(), sealedBytes))));
        } catch (IllegalStateException | WrongKeyException | JacksonException e) {
            LOG.error(
                    "transfer {}: its content cannot be read: {}",
                    claim.transfer().id(),
                    e.getClass().getSimpleName());
            conclude(claim, Conclusions.unreadable());
            return Optional.empty();
        }
    }

    @Override
    public Freeze freeze(Claim claim, Frozen content, List<Step> steps) {
        byte[] canonical = FrozenContents.canonical(content);
        StatementSpec freeze = fenced(DeliveryStatements.FREEZE, claim)
                .param("reference", FrozenContents.reference(content))
                .param("sealed", contents.seal(claim.transfer(), canonical))
                .param("hash", contents.hash(canonical))
                .param("rows", FrozenContents.rowIds(content))
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
                    fenced(DeliveryStatements.THAW_UNINTENDED, claim).update();
                    return held(claim, freeze.query(Integer.class).single());
                });
            } else {
                held(claim, freeze.query(Integer.class).single());
            }
        } catch (DataIntegrityViolationException refused) {
            RowConflict conflict = RowConflict.in(refused).orElseThrow(() -> refused);
            return new Freeze.RowTaken(conflict.problem(inWords(conflict.holder())));
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

    private String inWords(long transferId) {
        return database.sql("""
                        SELECT 'order ' || t.number || ' for payer ' || t.payer || ', generation ' || t.generation
                               || coalesce(', document ' || r.partner_number, '') || ' at ' || t.connection
                               || ' (transfer ' || t.id || ', ' || lower(replace(t.state, '_', ' ')) || ')'
                        FROM hub.transfer t LEFT JOIN hub.document_return r ON r.transfer_id = t.id WHERE t.id = :id""").param("id", transferId).query(String.class).single();
    }

    @Override
    public Claim intend(Claim claim, Step step) {
        Touched touched = fenced(DeliveryStatements.INTEND, claim)
                .param("step", step.name())
                .query(Touched::read)
                .optional()
                .orElseThrow(() -> new LostClaimException(claim.transfer().id()));
        StepProgress intended = new StepProgress(
                step, StepState.INTENDED, touched.firstIntent(), Optional.of(touched.at()), 0, Optional.empty());
        return with(claim, intended);
    }

    @Override
    public Claim stepDone(Claim claim, StepProgress step, List<Exchange> exchanges) {
        boolean binds = step.step().name().equals(Step.CREATE);
        StatementSpec done = stepped(fenced(DeliveryStatements.stepDone(binds), claim), step)
                .param("exchanges", Exchanges.stored(exchanges));
        if (binds) {
            done = bound(done, step.made()).param("note", null);
        }
        Touched touched = done.query(Touched::read)
                .optional()
                .orElseThrow(() -> new LostClaimException(claim.transfer().id()));
        return with(
                claim,
                new StepProgress(
                        step.step(),
                        step.state(),
                        touched.firstIntent(),
                        Optional.of(touched.at()),
                        step.searches(),
                        step.made()));
    }

    @Override
    public void conclude(Claim claim, Conclusion conclusion) {
        conclusions.conclude(claim, conclusion);
    }

    @Override
    public void release(Claim claim, String what) {
        held(
                claim,
                fenced(DeliveryStatements.RELEASE, claim)
                        .param("what", what)
                        .query(Integer.class)
                        .single());
    }

    @Override
    public void evidence(Claim claim, String what, List<Exchange> exchanges) {
        database.sql("""
                        INSERT INTO hub.transfer_attempt (transfer_id, attempt, event, what, exchanges)
                        VALUES (:id, :attempt, 'EVIDENCE', :what, CAST(:exchanges AS json))""")
                .param("id", claim.transfer().id())
                .param("attempt", claim.attempt())
                .param("what", what)
                .param("exchanges", Exchanges.stored(exchanges))
                .update();
    }

    @Override
    public Optional<String> customerBinding(String connection, SourceKey customer) {
        return customers.number(connection, customer);
    }

    @Override
    public Transfer customerTransfer(String connection, SourceKey customer) {
        return customers.transfer(connection, customer);
    }

    @Override
    public void deadLetter(long transferId, int dispatch, Problem problem, Duration settle) {
        deadLetters.record(transferId, dispatch, problem, settle);
    }

    private StatementSpec fenced(String text, Claim claim) {
        return fenced(database, text, claim);
    }

    static StatementSpec fenced(LedgerDatabase database, String text, Claim claim) {
        return database.sql(text).param("id", claim.transfer().id()).param("lease", claim.lease());
    }

    static StatementSpec stepped(StatementSpec statement, StepProgress step) {
        Optional<PartnerDocument> made = step.made();
        return statement
                .param("step", step.step().name())
                .param("stepState", step.state().name())
                .param("firstIntent", timestamp(step.firstIntent()))
                .param("searches", step.searches())
                .param("madeId", made.map(PartnerDocument::id).orElse(null))
                .param("madeNumber", made.map(PartnerDocument::number).orElse(null))
                .param(
                        "madeNotes",
                        made.map(document -> document.notes().toArray(String[]::new))
                                .orElse(null));
    }

    static StatementSpec bound(StatementSpec statement, Optional<PartnerDocument> document) {
        return statement
                .param("boundId", document.map(PartnerDocument::id).orElse(null))
                .param("boundNumber", document.map(PartnerDocument::number).orElse(null));
    }

    static boolean held(Claim claim, int rows) {
        if (rows == 0) {
            throw new LostClaimException(claim.transfer().id());
        }
        return true;
    }

    private static Claim with(Claim claim, StepProgress step) {
        return new Claim(
                claim.transfer(),
                claim.lease(),
                claim.at(),
                claim.leaseEnds(),
                claim.attempt(),
                Steps.with(claim.steps(), step),
                claim.frozen());
    }

    private record Touched(Optional<Instant> firstIntent, Instant at) {

        static Touched read(ResultSet row, int number) throws SQLException {
            return new Touched(TransferRows.instantIfAny(row, "first_intent"), TransferRows.instant(row, "touched_at"));
        }
    }
}
