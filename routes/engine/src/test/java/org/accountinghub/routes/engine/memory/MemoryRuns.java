package org.accountinghub.routes.engine.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.LostClaimException;
import org.accountinghub.routes.engine.port.RegisterLedger.Link;
import org.accountinghub.routes.engine.port.RegisterRun;
import org.accountinghub.routes.engine.port.RegisterRun.Kind;
import org.accountinghub.routes.engine.port.RegisterRun.State;
import org.accountinghub.routes.engine.port.RegisterRuns;
import org.accountinghub.routes.engine.port.RunCounts;
import org.accountinghub.routes.engine.port.RunRecord;

/** Runs in memory. */
public final class MemoryRuns implements RegisterRuns {

    private final TestClock clock;
    private final MemoryRegisters registers;
    private final Map<Long, Row> rows = new TreeMap<>();
    private final Map<String, Instant> watermarks = new TreeMap<>();
    private final Set<Long> cancelled = new HashSet<>();
    private int leases;

    public MemoryRuns(TestClock clock, MemoryRegisters registers) {
        this.clock = clock;
        this.registers = registers;
    }

    private static final class Row {
        private RegisterRun run;
        private String lease = "";
        private Instant leaseEnds = Instant.MIN;
        private Duration leaseTime = Duration.ZERO;
        private Instant notBefore = Instant.MIN;
        private final Map<String, RunRecord> records = new TreeMap<>();

        Row(RegisterRun run) {
            this.run = run;
        }
    }

    @Override
    public RegisterRun ask(String connection, Register register, Kind kind, String who) {
        return rows.values().stream()
                .map(row -> row.run)
                .filter(run -> run.state().open() && run.register() == register)
                .findFirst()
                .orElseGet(() -> added(connection, register, kind, who));
    }

    private RegisterRun added(String connection, Register register, Kind kind, String who) {
        RegisterRun run = new RegisterRun(
                rows.size() + 1L,
                connection,
                register,
                kind,
                State.DUE,
                who,
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                RunCounts.NONE,
                Optional.empty(),
                Optional.empty());
        rows.put(run.id(), new Row(run));
        return run;
    }

    @Override
    public Optional<Claim> claim(Collection<String> connections, String worker, Duration lease) {
        return rows.values().stream()
                .filter(row -> row.run.state().open() && connections.contains(row.run.connection()))
                .filter(row -> !row.leaseEnds.isAfter(clock.instant()) && !row.notBefore.isAfter(clock.instant()))
                .findFirst()
                .map(row -> {
                    row.lease = worker + "/" + ++leases;
                    row.leaseTime = lease;
                    row.leaseEnds = clock.instant().plus(lease);
                    become(row, State.RUNNING, Optional.empty());
                    return new Claim(row.run, row.lease);
                });
    }

    private Row held(Claim claim) {
        Row row = rows.get(claim.run().id());
        if (row == null || !row.lease.equals(claim.lease()) || !row.leaseEnds.isAfter(clock.instant())) {
            throw new LostClaimException(claim.run().id());
        }
        return row;
    }

    private void become(Row row, State state, Optional<Problem> problem) {
        RegisterRun run = row.run;
        row.run = new RegisterRun(
                run.id(),
                run.connection(),
                run.register(),
                run.kind(),
                state,
                run.askedBy(),
                run.asked(),
                Optional.of(clock.instant()),
                state.open() ? Optional.empty() : Optional.of(clock.instant()),
                run.since(),
                run.listedFrom(),
                run.page(),
                run.listed(),
                run.counts(),
                run.total(),
                problem);
    }

    @Override
    public Claim begin(Claim claim, Kind kind, Optional<Instant> since, Instant listedFrom) {
        Row row = held(claim);
        RegisterRun run = row.run;
        row.run = new RegisterRun(
                run.id(),
                run.connection(),
                run.register(),
                kind,
                run.state(),
                run.askedBy(),
                run.asked(),
                run.changed(),
                run.ended(),
                since,
                Optional.of(listedFrom),
                Optional.empty(),
                false,
                RunCounts.NONE,
                Optional.empty(),
                Optional.empty());
        return new Claim(row.run, claim.lease());
    }

    @Override
    public boolean advance(Claim claim, Portion portion) {
        Row row = held(claim);
        RegisterRun run = row.run;
        portion.seen().forEach(id -> registers.seen(run.register(), id, run.id()));
        portion.records().forEach(record -> row.records.put(record.partnerNumber(), record));
        row.run = new RegisterRun(
                run.id(),
                run.connection(),
                run.register(),
                run.kind(),
                run.state(),
                run.askedBy(),
                run.asked(),
                Optional.of(clock.instant()),
                run.ended(),
                run.since(),
                run.listedFrom(),
                portion.page(),
                portion.listed(),
                run.counts().plus(portion.counts()),
                portion.total().or(run::total),
                run.problem());
        row.leaseEnds = clock.instant().plus(row.leaseTime);
        return cancelled.contains(run.id());
    }

    @Override
    public void end(Claim claim, State state, Optional<Problem> problem) {
        Row row = held(claim);
        become(row, state, problem);
        row.leaseEnds = Instant.MIN;
        String name = row.run.register().name();
        if (state == State.DONE && row.run.kind() == Kind.CHANGES) {
            watermarks.put(name, row.run.listedFrom().orElseThrow());
        } else if (state == State.DONE && row.run.kind() == Kind.WHOLE) {
            watermarks.putIfAbsent(name, row.run.listedFrom().orElseThrow());
        }
    }

    @Override
    public void pause(Claim claim, Duration after, Problem why) {
        Row row = held(claim);
        become(row, State.RUNNING, Optional.of(why));
        row.leaseEnds = Instant.MIN;
        row.notBefore = clock.instant().plus(after);
    }

    @Override
    public Optional<Instant> watermark(String connection, Register register) {
        return Optional.ofNullable(watermarks.get(register.name()));
    }

    @Override
    public List<Link> unseen(Claim claim, Optional<String> after, int limit) {
        RegisterRun run = held(claim).run;
        return registers.links(run.register()).stream()
                .filter(link -> link.partnerId().compareTo(after.orElse("")) > 0)
                .filter(link ->
                        !registers.remembered(run.register(), link.partnerId()).gone())
                .filter(link ->
                        registers.remembered(run.register(), link.partnerId()).run() != run.id())
                .sorted((one, other) -> one.partnerId().compareTo(other.partnerId()))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean cancel(long runId, String who) {
        return rows.get(runId).run.state().open() && cancelled.add(runId);
    }

    @Override
    public Optional<RegisterRun> run(long runId) {
        return Optional.ofNullable(rows.get(runId)).map(row -> row.run);
    }

    @Override
    public List<RegisterRun> runs(
            Optional<String> connection, Optional<Register> register, int limit, Optional<Long> before) {
        List<RegisterRun> all =
                new ArrayList<>(rows.values().stream().map(row -> row.run).toList());
        Collections.reverse(all);
        return all;
    }

    @Override
    public List<RunRecord> records(long runId, Optional<RunRecord.Outcome> outcome, int limit, Optional<Long> after) {
        return rows.get(runId).records.values().stream()
                .filter(record -> outcome.isEmpty() || outcome.get() == record.outcome())
                .toList();
    }

    public boolean idle() {
        return rows.values().stream().noneMatch(row -> row.run.state().open());
    }
}
