package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.LedgerDatabase.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.Conclusion;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.LostClaimException;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.StepState;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.port.DeliveryLedger;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** One transfer's way through a worker, on PostgreSQL. */
final class PostgresDeliveryLedger implements DeliveryLedger {

    private final LedgerDatabase database;
    private final Claims claims;
    private final Freezing freezing;
    private final Conclusions conclusions;
    private final CustomerTransfers customers;
    private final DeadLetters deadLetters;
    private final EarlyStatistics statistics;

    PostgresDeliveryLedger(LedgerDatabase database, FrozenContents contents) {
        this.database = database;
        this.conclusions = new Conclusions(database);
        this.claims = new Claims(database, contents, conclusions);
        this.freezing = new Freezing(database, contents);
        this.customers = new CustomerTransfers(database, contents);
        this.deadLetters = new DeadLetters(database);
        this.statistics = new EarlyStatistics(database);
    }

    @Override
    public Optional<Claim> claim(long transferId, int dispatch, String worker, Duration lease) {
        return claims.claim(transferId, dispatch, worker, lease);
    }

    @Override
    public Freeze freeze(Claim claim, Frozen content, List<Step> steps) {
        return freezing.freeze(claim, content, steps);
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
            done = bound(done, claim, step.made()).param("note", null);
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
        statistics.attemptEnded();
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
    public Optional<CustomerThere> customerBinding(String connection, SourceKey customer) {
        return customers.there(connection, customer);
    }

    @Override
    public Optional<Customer> customerAsSent(String connection, SourceKey customer) {
        return customers.asSent(connection, customer);
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

    static StatementSpec bound(StatementSpec statement, Claim claim, Optional<PartnerDocument> document) {
        return statement
                .param("madeAs", FrozenContents.madeAs(claim.frozen()).name())
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
