package org.accountinghub.routes.operations;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.RegisterPolicy;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.accountinghub.routes.engine.port.RegisterConflicts;
import org.accountinghub.routes.engine.port.RegisterLedger;
import org.accountinghub.routes.engine.port.RegisterMatches;
import org.accountinghub.routes.engine.port.RegisterRun;
import org.accountinghub.routes.engine.port.RegisterRuns;
import org.accountinghub.routes.engine.port.RunRecord;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Registers at a glance; imports and looks for what matches: begun, watched, cancelled. */
@RestController
@RequestMapping("/api/registers")
public class RegistersApi {

    private static final int MOST = 1000;

    private final ConnectionLedger connections;
    private final RegisterLedger ledger;
    private final RegisterRuns runs;
    private final RegisterMatches matches;
    private final RegisterConflicts conflicts;

    public RegistersApi(
            ConnectionLedger connections,
            RegisterLedger ledger,
            RegisterRuns runs,
            RegisterMatches matches,
            RegisterConflicts conflicts) {
        this.connections = connections;
        this.ledger = ledger;
        this.runs = runs;
        this.matches = matches;
        this.conflicts = conflicts;
    }

    /** Each connection's registers. */
    @GetMapping
    public List<RegisterLine> list(@RequestParam Optional<String> connection) {
        connection.ifPresent(this::known);
        return connections.connections().stream()
                .filter(each -> connection.map(each.name()::equals).orElse(true))
                .flatMap(each -> Arrays.stream(Register.values()).map(register -> line(each, register)))
                .toList();
    }

    /** Begins an import in the background: of what changed, or of everything. */
    @PostMapping("/{connection}/{register}/import")
    @ResponseStatus(HttpStatus.ACCEPTED)
    public Begun begin(
            @PathVariable String connection,
            @PathVariable String register,
            @RequestParam(defaultValue = "false") boolean whole,
            @RequestAttribute(ApiKeys.WHO) String who) {
        Register which = register(register);
        known(connection);
        if (!matches.approved(connection, which)) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "Nothing of " + register + " is approved for " + connection
                            + " yet, so an import may write nothing. Look what matches, and approve it:"
                            + " ./hub registers match " + connection + " " + register + ".");
        }
        return begun(
                runs.ask(connection, which, whole ? RegisterRun.Kind.WHOLE : RegisterRun.Kind.CHANGES, who),
                whole ? RegisterRun.Kind.WHOLE : RegisterRun.Kind.CHANGES);
    }

    /** Begins to look, in the background, which records belong together; writes nothing. */
    @PostMapping("/{connection}/{register}/match")
    @ResponseStatus(HttpStatus.ACCEPTED)
    public Begun match(
            @PathVariable String connection, @PathVariable String register, @RequestAttribute(ApiKeys.WHO) String who) {
        known(connection);
        return begun(runs.ask(connection, register(register), RegisterRun.Kind.MATCH, who), RegisterRun.Kind.MATCH);
    }

    @GetMapping("/runs")
    public List<RunLine> runs(
            @RequestParam Optional<String> connection,
            @RequestParam Optional<String> register,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam Optional<Long> before) {
        return runs.runs(connection, register.map(RegistersApi::register), within(limit), before).stream()
                .map(RunLine::of)
                .toList();
    }

    @GetMapping("/runs/{id}")
    public RunLine run(@PathVariable long id) {
        return RunLine.of(found(id));
    }

    /** What of a run a person should know, record by record. */
    @GetMapping("/runs/{id}/records")
    public List<RunRecord> records(
            @PathVariable long id,
            @RequestParam Optional<RunRecord.Outcome> outcome,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam Optional<Long> after) {
        found(id);
        return runs.records(id, outcome, within(limit), after);
    }

    @PostMapping("/runs/{id}/cancel")
    public Done cancel(@PathVariable long id, @RequestAttribute(ApiKeys.WHO) String who) {
        RegisterRun run = found(id);
        return Done.of(
                runs.cancel(id, who),
                "Run " + id + " stops at the next record; what it has done stays done.",
                "Nothing was changed: run " + id + " is " + run.state() + ".");
    }

    private RegisterLine line(Connection kept, Register register) {
        String connection = kept.name();
        RegisterPolicy policy = kept.registers().getOrDefault(register, RegisterPolicy.defaults());
        return new RegisterLine(
                connection,
                register,
                policy.schedule(),
                policy.export(),
                ledger.links(connection, register),
                runs.runs(Optional.of(connection), Optional.of(register), 1, Optional.empty()).stream()
                        .findFirst()
                        .map(RunLine::of),
                matches.newest(connection, register).map(MatchSummary::of),
                conflicts.open(Optional.of(connection), Optional.of(register)));
    }

    private static Begun begun(RegisterRun run, RegisterRun.Kind wanted) {
        boolean isNew = run.state() == RegisterRun.State.DUE && run.kind() == wanted;
        return new Begun(
                isNew,
                isNew
                        ? "Run " + run.id() + " begins within seconds."
                        : "Run " + run.id() + " (" + run.kind() + ") is open for this register already, asked for by "
                                + run.askedBy() + ".",
                RunLine.of(run));
    }

    private RegisterRun found(long id) {
        return runs.run(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no run " + id + "."));
    }

    private void known(String connection) {
        if (connections.find(connection).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no connection named " + connection + ".");
        }
    }

    static int within(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit is from 1 to " + MOST + ", not " + limit);
        }
        return limit;
    }

    static Register register(String name) {
        return Arrays.stream(Register.values())
                .filter(register -> register.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no register " + name + "; there are customers and articles."));
    }

    /**
     * One register of one connection.
     *
     * @param schedule of imports, as the file of connections says it; empty = on demand only
     * @param export whether changes here go to the accounting system
     * @param linked records that are on both sides
     * @param lastRun empty before the first
     * @param match the newest report of what matches
     * @param conflicts not acknowledged yet
     */
    public record RegisterLine(
            String connection,
            Register register,
            Optional<String> schedule,
            boolean export,
            long linked,
            Optional<RunLine> lastRun,
            Optional<MatchSummary> match,
            long conflicts) {}

    /** What beginning a run did; {@code begun} is false when one is open already. */
    public record Begun(boolean begun, String message, RunLine run) {}
}
