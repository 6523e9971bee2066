package org.accountinghub.routes.ledger;

import static org.accountinghub.mappings.model.register.Register.CUSTOMERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.port.MatchLine;
import org.accountinghub.routes.engine.port.MatchLine.Decision;
import org.accountinghub.routes.engine.port.MatchLine.Half;
import org.accountinghub.routes.engine.port.MatchLine.Kind;
import org.accountinghub.routes.engine.port.RegisterLedger.Known;
import org.accountinghub.routes.engine.port.RegisterLedger.Line;
import org.accountinghub.routes.engine.port.RegisterLedger.Link;
import org.accountinghub.routes.engine.port.RegisterMatches;
import org.accountinghub.routes.engine.port.RegisterMatches.Approval;
import org.accountinghub.routes.engine.port.RegisterRun;
import org.accountinghub.routes.engine.port.RegisterRuns;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisterMatchesTest {

    private static final RegisterMatches.Filter ALL = new RegisterMatches.Filter(Optional.empty(), Optional.empty());

    @AutoClose
    private final LedgerFixture hub = new LedgerFixture();

    private final RegisterMatches matches = hub.ledger.registers().matches();

    @BeforeEach
    void books() {
        hub.connection("north", Optional.of("north"));
    }

    private static MatchLine line(int line, Kind kind, String ours, String theirs) {
        return new MatchLine(
                line,
                kind,
                Optional.of(ours).filter(number -> !number.isEmpty()).map(number -> half(number, number)),
                Optional.of(theirs).filter(id -> !id.isEmpty()).map(id -> half("no-" + id, id)),
                kind == Kind.SUGGESTION ? 80 : 100,
                "because",
                Set.of(RegisterField.PHONE, RegisterField.NAME),
                Decision.OPEN,
                Optional.empty());
    }

    private static Half half(String number, String id) {
        return new Half(number, id, "Acme AB", "556036-0793", "41105");
    }

    private long saved(MatchLine... lines) {
        RegisterRuns runs = hub.ledger.registers().runs();
        runs.ask("north", CUSTOMERS, RegisterRun.Kind.MATCH, "maria");
        RegisterRuns.Claim claim =
                runs.claim(List.of("north"), "worker", Duration.ofMinutes(5)).orElseThrow();
        runs.begin(claim, RegisterRun.Kind.MATCH, Optional.empty(), Instant.now());
        matches.save(claim, List.of(lines), 3);
        return matches.newest("north", CUSTOMERS).orElseThrow().id();
    }

    private long report() {
        return saved(
                line(1, Kind.SAME, "1", "a"),
                line(2, Kind.LINK, "2", "b"),
                line(3, Kind.SUGGESTION, "3", "c"),
                line(4, Kind.CREATE_HERE, "", "d"),
                line(5, Kind.CREATE_THERE, "5", ""),
                line(6, Kind.CONFLICT, "6", "f"));
    }

    private Map<String, Known> here(String... numbers) {
        return hub.ledger.registers().ledger().ofStore("north", CUSTOMERS, List.of(numbers));
    }

    @Test
    void aReportIsReadBackAsItWasWritten() {
        long id = report();

        List<MatchLine> streamed = new ArrayList<>();
        matches.lines(id, ALL, streamed::add);
        assertThat(streamed).hasSize(6).startsWith(line(1, Kind.SAME, "1", "a"));
        assertThat(matches.lines(id, ALL, 4, 1)).containsExactly(line(5, Kind.CREATE_THERE, "5", ""));
        RegisterMatches.Match match = matches.match(id).orElseThrow();
        assertThat(match.counts()).hasSize(6).containsEntry(Kind.SAME, 1L);
        assertThat(match.linked()).isEqualTo(3);
        assertThat(matches.approved("north", CUSTOMERS)).isFalse();
        assertThat(here("5").get("5").line()).contains(new Line(Kind.CREATE_THERE, Decision.OPEN));
        assertThat(hub.ledger.registers().runs().run(match.runId()).map(RegisterRun::state))
                .contains(RegisterRun.State.DONE);
    }

    @Test
    void approvingTwiceChangesNothing() {
        long id = report();
        Set<Kind> all = Set.of(Kind.SAME, Kind.LINK, Kind.CREATE_HERE, Kind.CREATE_THERE);

        assertThat(matches.approve(id, all, "maria")).isEqualTo(new Approval(4, 2, List.of()));
        assertThat(matches.approve(id, all, "eva")).isEqualTo(new Approval(0, 0, List.of()));

        assertThat(matches.approved("north", CUSTOMERS)).isTrue();
        assertThat(here("1", "2", "3", "5"))
                .hasEntrySatisfying(
                        "1", known -> assertThat(known.link().map(Link::by)).contains(Link.By.MATCH));
        assertThat(here("5").get("5").line()).contains(new Line(Kind.CREATE_THERE, Decision.APPROVED));
        assertThat(matches.match(id).orElseThrow().open()).containsOnlyKeys(Kind.SUGGESTION, Kind.CONFLICT);
        assertThat(matches.lines(id, ALL, 0, 1).get(0).decidedBy()).contains("maria");
    }

    @Test
    void aConflictIsApprovedByItselfOnly() {
        long id = report();

        assertThatThrownBy(() -> matches.approve(id, Set.of(Kind.SAME, Kind.CONFLICT), "maria"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(matches.approveLines(id, List.of(6), "maria")).isEqualTo(new Approval(1, 1, List.of()));
        assertThat(matches.decline(id, List.of(3, 6), "maria")).isEqualTo(1);
        assertThat(here("3").get("3").line()).contains(new Line(Kind.SUGGESTION, Decision.DECLINED));
    }

    @Test
    void aPairWhoseSideIsLinkedOtherwiseStaysOpenAndIsTold() {
        long id = report();
        hub.ledger.registers().ledger().link("north", CUSTOMERS, List.of(new Link("1", "z", "9", Link.By.TRANSFER)));

        Approval approval = matches.approve(id, Set.of(Kind.SAME, Kind.LINK), "maria");

        assertThat(approval.approved()).isEqualTo(1);
        assertThat(approval.linked()).isEqualTo(1);
        assertThat(approval.refused()).extracting(MatchLine::line).containsExactly(1);
    }

    @Test
    void aNewReportKeepsWhatWasDecidedAndTheOldOneDecidesNothing() {
        long old = report();
        matches.decline(old, List.of(3), "maria");
        matches.approve(old, Set.of(Kind.CREATE_HERE), "maria");
        long now = report();

        assertThat(matches.lines(now, ALL, 0, 10))
                .filteredOn(line -> line.decision() != Decision.OPEN)
                .extracting(line -> line.kind() + " " + line.decision())
                .containsExactly("SUGGESTION DECLINED", "CREATE_HERE APPROVED");
        assertThat(matches.approve(old, Set.of(Kind.SAME), "maria")).isEqualTo(new Approval(0, 0, List.of()));
        assertThat(matches.match(old).orElseThrow().replaced()).isTrue();
        assertThat(matches.newest("north", CUSTOMERS).map(RegisterMatches.Match::id))
                .contains(now);
    }

    @Test
    void twoPeopleApproveAtOnceAndEachPairIsLinkedOnce() {
        MatchLine[] many = IntStream.rangeClosed(1, 2_500)
                .mapToObj(n -> line(n, Kind.SAME, "o" + n, "t" + n))
                .toArray(MatchLine[]::new);
        long id = saved(many);

        List<CompletableFuture<Approval>> both = List.of(
                CompletableFuture.supplyAsync(() -> matches.approve(id, Set.of(Kind.SAME), "maria")),
                CompletableFuture.supplyAsync(() -> matches.approve(id, Set.of(Kind.SAME), "eva")));

        assertThat(both.stream().mapToInt(one -> one.join().linked()).sum()).isEqualTo(2_500);
        assertThat(hub.ledger.registers().ledger().links("north", CUSTOMERS)).isEqualTo(2_500);
    }
}
