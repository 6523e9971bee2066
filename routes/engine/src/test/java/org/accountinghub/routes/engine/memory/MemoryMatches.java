package org.accountinghub.routes.engine.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.port.MatchLine;
import org.accountinghub.routes.engine.port.MatchLine.Decision;
import org.accountinghub.routes.engine.port.RegisterLedger.Line;
import org.accountinghub.routes.engine.port.RegisterLedger.Link;
import org.accountinghub.routes.engine.port.RegisterMatches;
import org.accountinghub.routes.engine.port.RegisterRun;
import org.accountinghub.routes.engine.port.RegisterRuns;

/** One report at a time, in memory. */
public final class MemoryMatches implements RegisterMatches {

    private final MemoryRuns runs;
    private final MemoryRegisters registers;
    private List<MatchLine> lines = new ArrayList<>();
    private Register register = Register.CUSTOMERS;
    private long reports;
    private long linked;
    private boolean approved;

    public MemoryMatches(MemoryRuns runs, MemoryRegisters registers) {
        this.runs = runs;
        this.registers = registers;
    }

    /** As if a report had been approved. */
    public void approved() {
        approved = true;
    }

    @Override
    public void save(RegisterRuns.Claim claim, List<MatchLine> saved, long linkedBefore) {
        runs.end(claim, RegisterRun.State.DONE, Optional.empty());
        register = claim.run().register();
        lines = new ArrayList<>(saved);
        linked = linkedBefore;
        reports++;
        registers.forgetLines(register);
        lines.forEach(this::told);
    }

    private void told(MatchLine line) {
        registers.line(
                register,
                line.ours().map(MatchLine.Half::number),
                line.theirs().map(MatchLine.Half::id),
                new Line(line.kind(), line.decision()));
    }

    @Override
    public boolean approved(String connection, Register which) {
        return approved;
    }

    @Override
    public Optional<Match> newest(String connection, Register which) {
        return reports == 0 ? Optional.empty() : match(reports);
    }

    @Override
    public Optional<Match> match(long matchId) {
        return Optional.of(new Match(
                matchId,
                matchId,
                "books",
                register,
                Instant.EPOCH,
                linked,
                counted(line -> true),
                counted(line -> line.decision() == Decision.OPEN),
                matchId < reports));
    }

    private Map<MatchLine.Kind, Long> counted(Predicate<MatchLine> which) {
        return lines.stream().filter(which).collect(Collectors.groupingBy(MatchLine::kind, Collectors.counting()));
    }

    @Override
    public void lines(long matchId, Filter filter, Consumer<MatchLine> taker) {
        lines.forEach(taker);
    }

    @Override
    public List<MatchLine> lines(long matchId, Filter filter, int after, int limit) {
        return lines.stream().skip(after).limit(limit).toList();
    }

    @Override
    public Approval approve(long matchId, Collection<MatchLine.Kind> kinds, String who) {
        kinds.stream().filter(kind -> !kind.approvedByClass()).findFirst().ifPresent(kind -> {
            throw new IllegalArgumentException(kind + " is approved line by line");
        });
        return approve(line -> kinds.contains(line.kind()), who);
    }

    @Override
    public Approval approveLines(long matchId, Collection<Integer> which, String who) {
        return approve(line -> which.contains(line.line()), who);
    }

    private Approval approve(Predicate<MatchLine> which, String who) {
        int done = 0;
        int links = 0;
        List<MatchLine> refused = new ArrayList<>();
        for (int place = 0; place < lines.size(); place++) {
            MatchLine line = lines.get(place);
            if (!which.test(line) || line.decision() != Decision.OPEN) {
                continue;
            }
            approved = true;
            if (line.ours().isPresent() && line.theirs().isPresent()) {
                MatchLine.Half there = line.theirs().get();
                Link link = new Link(line.ours().get().number(), there.id(), there.number(), Link.By.MATCH);
                if (!registers.link("books", register, List.of(link)).isEmpty()) {
                    refused.add(line);
                    continue;
                }
                links++;
            }
            done++;
            lines.set(place, decided(line, Decision.APPROVED, who));
            told(lines.get(place));
        }
        return new Approval(done, links, refused);
    }

    private static MatchLine decided(MatchLine line, Decision decision, String who) {
        return new MatchLine(
                line.line(),
                line.kind(),
                line.ours(),
                line.theirs(),
                line.score(),
                line.reason(),
                line.differing(),
                decision,
                Optional.of(who));
    }

    @Override
    public int decline(long matchId, Collection<Integer> which, String who) {
        int declined = 0;
        for (int place = 0; place < lines.size(); place++) {
            if (which.contains(lines.get(place).line()) && lines.get(place).decision() == Decision.OPEN) {
                lines.set(place, decided(lines.get(place), Decision.DECLINED, who));
                told(lines.get(place));
                declined++;
            }
        }
        return declined;
    }
}
