package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.LedgerDatabase.micros;
import static org.accountinghub.routes.ledger.LedgerDatabase.timestamp;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.LostClaimException;
import org.accountinghub.routes.engine.port.RegisterLedger.Link;
import org.accountinghub.routes.engine.port.RegisterRun;
import org.accountinghub.routes.engine.port.RegisterRuns;
import org.accountinghub.routes.engine.port.RunCounts;
import org.accountinghub.routes.engine.port.RunRecord;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Runs over registers on PostgreSQL, fenced by leases of the database's clock. */
final class PostgresRegisterRuns implements RegisterRuns {

    private static final int TRIES = 5;

    private final LedgerDatabase database;

    PostgresRegisterRuns(LedgerDatabase database) {
        this.database = database;
    }

    /** Another process may end the open one at the same moment. */
    @Override
    public RegisterRun ask(String connection, Register register, RegisterRun.Kind kind, String who) {
        for (int tries = 0; tries < TRIES; tries++) {
            database.sql("""
                            INSERT INTO hub.register_run (connection, register, kind, asked_by)
                            VALUES (:connection, :register, :kind, :who) ON CONFLICT DO NOTHING""")
                    .param("connection", connection)
                    .param("register", register.name())
                    .param("kind", kind.name())
                    .param("who", who)
                    .update();
            Optional<RegisterRun> open = database.sql("""
                            SELECT * FROM hub.register_run
                            WHERE connection = :connection AND register = :register AND state IN ('DUE', 'RUNNING')""")
                    .param("connection", connection)
                    .param("register", register.name())
                    .query(RegisterRows::run)
                    .optional();
            if (open.isPresent()) {
                return open.get();
            }
        }
        throw new CannotAcquireLockException("runs over " + register + " of " + connection + " end as they begin");
    }

    @Override
    public Optional<Claim> claim(Collection<String> connections, String worker, Duration lease) {
        String own = UUID.randomUUID().toString();
        return database.sql(RunStatements.CLAIM)
                .param("connections", connections.toArray(String[]::new))
                .param("worker", worker)
                .param("lease", own)
                .param("length", micros(lease))
                .query(RegisterRows::run)
                .optional()
                .map(run -> new Claim(run, own));
    }

    @Override
    public Claim begin(Claim claim, RegisterRun.Kind kind, Optional<Instant> since, Instant listedFrom) {
        return fenced(RunStatements.BEGIN, claim)
                .param("kind", kind.name())
                .param("since", timestamp(since))
                .param("listedFrom", timestamp(listedFrom))
                .query(RegisterRows::run)
                .optional()
                .map(run -> new Claim(run, claim.lease()))
                .orElseThrow(() -> new LostClaimException(claim.run().id()));
    }

    @Override
    public boolean advance(Claim claim, Portion portion) {
        return database.inTransaction(() -> {
            Optional<Boolean> cancelled = counted(fenced(RunStatements.ADVANCE, claim), portion.counts())
                    .param("page", portion.page().orElse(null))
                    .param("listed", portion.listed())
                    .param("total", portion.total().orElse(null))
                    .query(Boolean.class)
                    .optional();
            if (cancelled.isEmpty()) {
                throw new LostClaimException(claim.run().id());
            }
            seen(claim.run(), portion.seen());
            records(claim.run().id(), portion.records());
            return cancelled.get();
        });
    }

    private void seen(RegisterRun run, List<String> partnerIds) {
        if (!partnerIds.isEmpty()) {
            database.sql(RunStatements.SEEN)
                    .param("run", run.id())
                    .param("connection", run.connection())
                    .param("register", run.register().name())
                    .param("ids", partnerIds.toArray(String[]::new))
                    .update();
        }
    }

    private void records(long run, List<RunRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        Map<String, RunRecord> last = new LinkedHashMap<>();
        for (RunRecord record : records) {
            last.remove(record.partnerNumber());
            last.put(record.partnerNumber(), record);
        }
        database.sql(RunStatements.RECORD)
                .param("run", run)
                .param("outcomes", texts(last, record -> record.outcome().name()))
                .param("numbers", texts(last, record -> record.number().orElse("")))
                .param("partnerNumbers", texts(last, RunRecord::partnerNumber))
                .param(
                        "problems",
                        texts(
                                last,
                                record -> record.problem()
                                        .map(CanonicalJson::text)
                                        .orElse("")))
                .update();
    }

    private static String[] texts(Map<String, RunRecord> records, Function<RunRecord, String> part) {
        return records.values().stream().map(part).toArray(String[]::new);
    }

    private static StatementSpec counted(StatementSpec statement, RunCounts counts) {
        return statement
                .param("pages", counts.pages())
                .param("seen", counts.seen())
                .param("created", counts.created())
                .param("updated", counts.updated())
                .param("exported", counts.exported())
                .param("unchanged", counts.unchanged())
                .param("skipped", counts.skipped())
                .param("failed", counts.failed())
                .param("conflicts", counts.conflicts())
                .param("calls", counts.calls());
    }

    @Override
    public void end(Claim claim, RegisterRun.State state, Optional<Problem> problem) {
        held(
                claim,
                fenced(RunStatements.END, claim)
                        .param("state", state.name())
                        .param("problem", TransferRows.json(problem))
                        .update());
    }

    @Override
    public void pause(Claim claim, Duration after, Problem why) {
        held(
                claim,
                fenced(RunStatements.PAUSE, claim)
                        .param("after", micros(after))
                        .param("problem", CanonicalJson.text(why))
                        .update());
    }

    @Override
    public Optional<Instant> watermark(String connection, Register register) {
        return database.sql("""
                        SELECT listed_from FROM hub.register_run
                        WHERE connection = :connection AND register = :register AND state = 'DONE' AND kind <> 'MATCH'
                        ORDER BY kind = 'CHANGES' DESC, CASE WHEN kind = 'CHANGES' THEN -id ELSE id END LIMIT 1""")
                .param("connection", connection)
                .param("register", register.name())
                .query((row, number) -> TransferRows.instant(row, "listed_from"))
                .optional();
    }

    @Override
    public List<Link> unseen(Claim claim, Optional<String> after, int limit) {
        if (fenced("SELECT count(*) FROM hub.register_run r WHERE %s".formatted(RunStatements.FENCE), claim)
                        .query(Long.class)
                        .single()
                == 0) {
            throw new LostClaimException(claim.run().id());
        }
        return database.sql(RunStatements.UNSEEN)
                .param("run", claim.run().id())
                .param("connection", claim.run().connection())
                .param("register", claim.run().register().name())
                .param("after", after.orElse(""))
                .param("limit", limit)
                .query(RegisterRows::link)
                .list();
    }

    @Override
    public boolean cancel(long runId, String who) {
        return database.sql(RunStatements.CANCEL)
                        .param("id", runId)
                        .param("who", who)
                        .update()
                > 0;
    }

    @Override
    public Optional<RegisterRun> run(long runId) {
        return database.sql("SELECT * FROM hub.register_run WHERE id = :id")
                .param("id", runId)
                .query(RegisterRows::run)
                .optional();
    }

    @Override
    public List<RegisterRun> runs(
            Optional<String> connection, Optional<Register> register, int limit, Optional<Long> before) {
        return database.sql("""
                        SELECT * FROM hub.register_run
                        WHERE (CAST(:connection AS text) IS NULL OR connection = :connection)
                          AND (CAST(:register AS text) IS NULL OR register = :register)
                          AND (CAST(:before AS bigint) IS NULL OR id < :before)
                        ORDER BY id DESC LIMIT :limit""")
                .param("connection", connection.orElse(null))
                .param("register", register.map(Enum::name).orElse(null))
                .param("before", before.orElse(null))
                .param("limit", limit)
                .query(RegisterRows::run)
                .list();
    }

    @Override
    public List<RunRecord> records(long runId, Optional<RunRecord.Outcome> outcome, int limit, Optional<Long> after) {
        return database.sql("""
                        SELECT id, outcome, number, partner_number, problem FROM hub.register_run_record
                        WHERE run_id = :run AND id > :after AND (CAST(:outcome AS text) IS NULL OR outcome = :outcome)
                        ORDER BY id LIMIT :limit""")
                .param("run", runId)
                .param("after", after.orElse(0L))
                .param("outcome", outcome.map(Enum::name).orElse(null))
                .param("limit", limit)
                .query((row, number) -> new RunRecord(
                        row.getLong("id"),
                        RunRecord.Outcome.valueOf(row.getString("outcome")),
                        Optional.ofNullable(row.getString("number")),
                        row.getString("partner_number"),
                        TransferRows.problem(row.getString("problem"))))
                .list();
    }

    private StatementSpec fenced(String text, Claim claim) {
        return database.sql(text).param("id", claim.run().id()).param("lease", claim.lease());
    }

    private static void held(Claim claim, int rows) {
        if (rows == 0) {
            throw new LostClaimException(claim.run().id());
        }
    }
}
