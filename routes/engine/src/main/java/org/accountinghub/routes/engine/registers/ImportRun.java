package org.accountinghub.routes.engine.registers;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.RegisterSource.There;
import org.accountinghub.routes.engine.port.MatchLine.Decision;
import org.accountinghub.routes.engine.port.MatchLine.Kind;
import org.accountinghub.routes.engine.port.RegisterLedger.Known;
import org.accountinghub.routes.engine.port.RegisterLedger.Line;
import org.accountinghub.routes.engine.port.RegisterLedger.Link;
import org.accountinghub.routes.engine.port.RegisterLedger.Remembered;
import org.accountinghub.routes.engine.port.RegisterRun;
import org.accountinghub.routes.engine.port.RegisterRun.State;
import org.accountinghub.routes.engine.port.RegisterRuns.Claim;
import org.accountinghub.routes.engine.port.RunRecord.Outcome;

/** One claimed import, from where it stands to its end. */
final class ImportRun {

    private static final int UNSEEN_AT_ONCE = 100;
    private static final int SUSPICIOUS_SHARE = 2;

    private final RegisterPorts ports;
    private final Claim claim;
    private final Questions questions;
    private final ReadAhead reads;
    private final PortionWork work;
    private final RegisterSettings settings;
    private final InstantSource clock;
    private final RegisterRun run;
    private final List<Pair> pairs = new ArrayList<>();
    private final List<Newcomers.Newcomer> newcomers = new ArrayList<>();
    private final List<Link> renumbered = new ArrayList<>();
    private Sheet sheet = new Sheet();
    private Instant recorded;
    private long seen;
    private Optional<String> token;
    private boolean listed;

    /** Whether a record was left alone because the list shows no change, and lists do not show everything. */
    private boolean trusted;

    ImportRun(
            RegisterPorts ports,
            Claim claim,
            Questions questions,
            ReadAhead reads,
            PortionWork work,
            RegisterSettings settings,
            InstantSource clock) {
        this.ports = ports;
        this.claim = claim;
        this.questions = questions;
        this.reads = reads;
        this.work = work;
        this.settings = settings;
        this.clock = clock;
        this.run = claim.run();
        this.recorded = clock.instant();
        this.seen = run.counts().seen();
        this.token = run.page();
        this.listed = run.listed();
    }

    /** What was read before the partner stopped answering is written before the run waits. */
    void toTheEnd() {
        try {
            work();
        } catch (StoppedException e) {
            record(Optional.empty());
            throw e;
        }
    }

    private void work() {
        boolean whole = run.kind() == RegisterRun.Kind.WHOLE;
        long linked = whole ? linkedBefore() : 0;
        if (!listed && !list()) {
            ports.runs().end(claim, State.CANCELLED, Optional.empty());
            return;
        }
        if (whole && linked > 0 && seen * SUSPICIOUS_SHARE < linked) {
            ports.runs().end(claim, State.SUSPICIOUS, Optional.of(RegisterProblems.suspicious(seen, linked)));
            return;
        }
        boolean done = !whole || unseen();
        ports.runs().end(claim, done ? State.DONE : State.CANCELLED, Optional.empty());
        if (done && trusted) {
            ports.runs().ask(run.connection(), run.register(), RegisterRun.Kind.CHANGES, run.askedBy());
        }
    }

    /** What exports link while the partner is listed need not be in its list. */
    private long linkedBefore() {
        return ports.ledger().links(run.connection(), run.register());
    }

    private boolean list() {
        Listing listing = new Listing(ports, run, reads, run.since(), token, this::isRead);
        while (!listed) {
            Listing.Leaf leaf = listing.next();
            sheet.page();
            if (!page(leaf, listing)) {
                return false;
            }
            listed = leaf.page().next().isEmpty();
            token = listed ? token : leaf.page().next();
            if (!record(leaf.total())) {
                return false;
            }
        }
        return true;
    }

    private boolean page(Listing.Leaf leaf, Listing listing) {
        for (There there : leaf.fresh()) {
            listing.look();
            one(there, leaf.known(there));
            if (isFull() && !record(leaf.total())) {
                return false;
            }
        }
        return true;
    }

    private boolean isFull() {
        return pairs.size() + newcomers.size() >= settings.atOnce()
                || !clock.instant().isBefore(recorded.plus(settings.portion()));
    }

    /** Whether {@link #one} will read it. */
    private boolean isRead(There there, Optional<Known> known) {
        boolean left = known.flatMap(Known::link).isPresent()
                ? isDone(known) || showsNoChange(there, remembered(known))
                : isUndecided(known.flatMap(Known::line));
        return !left && !showsAll(there);
    }

    private static Remembered remembered(Optional<Known> known) {
        return known.flatMap(Known::remembered).orElse(Remembered.NOTHING);
    }

    /** An earlier worker took it before the run was interrupted. */
    private boolean isDone(Optional<Known> known) {
        return known.flatMap(Known::link).isPresent() && remembered(known).run() == run.id();
    }

    private void one(There there, Optional<Known> known) {
        if (isDone(known)) {
            return;
        }
        Optional<Link> link = known.flatMap(Known::link);
        Remembered remembered = remembered(known);
        if (link.isPresent()) {
            linked(there, link.get(), remembered);
        } else {
            unlinked(there, known.flatMap(Known::line));
        }
        sheet.listed();
        seen++;
    }

    private void linked(There there, Link before, Remembered remembered) {
        Link link = followed(before, there);
        if (showsNoChange(there, remembered)) {
            trusted |= !showsAll(there);
            sheet.unchanged();
            sheet.seen(link.partnerId());
            return;
        }
        Optional<String> number = Optional.of(link.number());
        read(there, number)
                .ifPresent(answer ->
                        answer.ifPresentOrElse(whole -> pairs.add(new Pair(link, remembered, whole.record())), () -> {
                            work.gone(link, remembered, sheet);
                            sheet.seen(link.partnerId());
                        }));
    }

    private boolean showsNoChange(There there, Remembered remembered) {
        return run.kind() == RegisterRun.Kind.WHOLE
                && remembered.version() > 0
                && !remembered.gone()
                && asRemembered(there, remembered);
    }

    private Link followed(Link link, There there) {
        Link now = NumberThere.followed(link, there);
        if (!now.equals(link)) {
            renumbered.add(now);
        }
        return now;
    }

    private boolean asRemembered(There there, Remembered remembered) {
        return there.record().values().entrySet().stream()
                .allMatch(field -> ports.fingerprints()
                        .of(run.connection(), there.id(), field.getKey(), field.getValue())
                        .equals(remembered.theirs().get(field.getKey())));
    }

    private void unlinked(There there, Optional<Line> line) {
        if (isUndecided(line)) {
            sheet.left(
                    Outcome.SKIPPED,
                    Optional.empty(),
                    there.record().number(),
                    RegisterProblems.notApproved(line.orElseThrow().kind().name()));
            return;
        }
        Optional<Kind> approved = line.map(Line::kind).filter(kind -> kind == Kind.CREATE_HERE || kind == Kind.DOUBLED);
        read(there, Optional.empty())
                .flatMap(whole -> whole)
                .ifPresent(one -> newcomers.add(new Newcomers.Newcomer(one, approved)));
    }

    private static boolean isUndecided(Optional<Line> line) {
        return line.filter(said -> said.decision() != Decision.APPROVED).isPresent();
    }

    private boolean showsAll(There there) {
        return there.record().values().keySet().containsAll(questions.source().fields());
    }

    /** The whole record; empty when it cannot be read, of which the sheet says why. */
    private Optional<Optional<There>> read(There there, Optional<String> number) {
        if (showsAll(there)) {
            return Optional.of(Optional.of(there));
        }
        return read(there.id(), there.record().number(), number);
    }

    private Optional<Optional<There>> read(String id, String partnerNumber, Optional<String> number) {
        Answer<Optional<There>> answer = reads.read(id);
        if (answer instanceof Answer.Value<Optional<There>> value) {
            return Optional.of(value.value());
        }
        sheet.left(Outcome.FAILED, number, partnerNumber, ((Answer.None<Optional<There>>) answer).problem());
        return Optional.empty();
    }

    /** Links that the whole listing did not show are asked for one by one. */
    private boolean unseen() {
        Optional<String> after = Optional.empty();
        while (true) {
            List<Link> unseen = ports.runs().unseen(claim, after, UNSEEN_AT_ONCE);
            if (unseen.isEmpty()) {
                return true;
            }
            List<String> ids = unseen.stream().map(Link::partnerId).toList();
            Map<String, Known> known = ports.ledger().ofPartner(run.connection(), run.register(), ids);
            reads.plan(ids);
            for (Link link : unseen) {
                Remembered remembered = Optional.ofNullable(known.get(link.partnerId()))
                        .flatMap(Known::remembered)
                        .orElse(Remembered.NOTHING);
                read(link.partnerId(), link.partnerNumber(), Optional.of(link.number()))
                        .ifPresent(whole -> whole.ifPresentOrElse(
                                there -> pairs.add(new Pair(followed(link, there), remembered, there.record())),
                                () -> work.gone(link, remembered, sheet)));
                if (isFull() && !record(Optional.empty())) {
                    return false;
                }
            }
            if (!record(Optional.empty())) {
                return false;
            }
            after = Optional.of(unseen.get(unseen.size() - 1).partnerId());
        }
    }

    /** Writes what was gathered and records it. False when somebody cancelled. */
    private boolean record(Optional<Long> total) {
        if (!renumbered.isEmpty()) {
            ports.ledger().renumberedThere(run.connection(), run.register(), renumbered);
            renumbered.clear();
        }
        work.take(pairs, newcomers, sheet);
        pairs.clear();
        newcomers.clear();
        sheet.calls(questions.takeCalls());
        boolean cancelled = ports.runs().advance(claim, sheet.portion(token, listed, total));
        sheet = new Sheet();
        recorded = clock.instant();
        return !cancelled;
    }
}
