package org.accountinghub.routes.ledger;

import static org.accountinghub.mappings.model.register.Register.ARTICLES;
import static org.accountinghub.mappings.model.register.Register.CUSTOMERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.register.FieldGroup;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.RegisterPolicy;
import org.accountinghub.routes.engine.Subject;
import org.accountinghub.routes.engine.port.Fingerprints;
import org.accountinghub.routes.engine.port.OperatorLedger.ProblemGroup;
import org.accountinghub.routes.engine.port.RegisterConflicts;
import org.accountinghub.routes.engine.port.RegisterConflicts.Settled;
import org.accountinghub.routes.engine.port.RegisterLedger;
import org.accountinghub.routes.engine.port.RegisterLedger.Known;
import org.accountinghub.routes.engine.port.RegisterLedger.Link;
import org.accountinghub.routes.engine.port.RegisterLedger.Noted;
import org.accountinghub.routes.engine.port.RegisterLedger.Synchronised;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisterLedgerTest {

    private static final RegisterConflicts.Filter ALL =
            new RegisterConflicts.Filter(Optional.empty(), Optional.empty(), Optional.empty(), false);

    @AutoClose
    private final LedgerFixture hub = new LedgerFixture();

    private final RegisterLedger registers = hub.ledger.registers().ledger();

    @BeforeEach
    void books() {
        hub.connection("north", Optional.of("north")).connection("south", Optional.of("south"));
    }

    private static Link link(String number, String id) {
        return new Link(number, id, "no-" + id, Link.By.MATCH);
    }

    private static Synchronised alike(String number, String id, long version, Set<RegisterField> settled) {
        return new Synchronised(
                number, id, version, Map.of(RegisterField.NAME, "a"), Map.of(RegisterField.PHONE, "b"), settled, false);
    }

    private Optional<Known> known(String partnerId) {
        return Optional.ofNullable(
                registers.ofPartner("north", CUSTOMERS, List.of(partnerId)).get(partnerId));
    }

    @Test
    void aRecordIsLinkedToOneOnly() {
        assertThat(registers.link("north", CUSTOMERS, List.of(link("1", "a"), link("2", "b"))))
                .isEmpty();
        assertThat(registers.link(
                        "north", CUSTOMERS, List.of(link("1", "a"), link("1", "c"), link("3", "b"), link("3", "c"))))
                .containsExactly(link("1", "c"), link("3", "b"));
        assertThat(registers.link("south", CUSTOMERS, List.of(link("1", "c")))).isEmpty();
        assertThat(registers.link("north", ARTICLES, List.of(link("1", "c")))).isEmpty();
        assertThat(registers.links("north", CUSTOMERS)).isEqualTo(3);
        assertThat(registers.ofStore("north", CUSTOMERS, List.of("1", "2", "9")))
                .containsOnlyKeys("1", "2")
                .extractingByKey("2")
                .extracting(Known::link)
                .isEqualTo(Optional.of(link("2", "b")));
        assertThat(registers.ofPartner("north", CUSTOMERS, List.of("c", "z"))).containsOnlyKeys("c");
    }

    @Test
    void onlyAnImportsLinkThatNothingIsRememberedOfIsForgotten() {
        registers.link(
                "north",
                CUSTOMERS,
                List.of(
                        new Link("1", "a", "1", Link.By.IMPORT),
                        new Link("2", "b", "2", Link.By.IMPORT),
                        link("3", "c")));
        registers.synchronised("north", CUSTOMERS, List.of(alike("2", "b", 0, Set.of())));

        registers.unlink("north", CUSTOMERS, List.of("1", "2", "3"));

        assertThat(registers.ofStore("north", CUSTOMERS, List.of("1", "2", "3")))
                .containsOnlyKeys("2", "3");
    }

    @Test
    void whatWasAlikeIsRememberedByWhomReadTheNewest() {
        registers.link("north", CUSTOMERS, List.of(link("1", "a"), link("2", "b")));

        assertThat(registers.synchronised(
                        "north", CUSTOMERS, List.of(alike("1", "a", 0, Set.of()), alike("2", "b", 0, Set.of()))))
                .isEmpty();
        assertThat(registers.synchronised(
                        "north", CUSTOMERS, List.of(alike("1", "a", 0, Set.of()), alike("2", "b", 1, Set.of()))))
                .containsExactly("1");

        RegisterLedger.Remembered remembered =
                known("b").flatMap(Known::remembered).orElseThrow();
        assertThat(remembered.version()).isEqualTo(2);
        assertThat(remembered.ours()).containsOnly(Map.entry(RegisterField.NAME, "a"));
        assertThat(remembered.theirs()).containsOnly(Map.entry(RegisterField.PHONE, "b"));
    }

    @Test
    void aConflictIsShownUntilItIsAcknowledgedAndKeptSealed() {
        registers.link("north", CUSTOMERS, List.of(link("1", "a")));
        Noted phone = new Noted("1", "a", 0, RegisterField.PHONE, "031-1", "031-2", Settled.ACCOUNTING_WON);
        registers.note("north", CUSTOMERS, List.of(phone), List.of());
        registers.note("north", CUSTOMERS, List.of(phone), List.of());
        RegisterConflicts conflicts = hub.ledger.registers().conflicts();

        assertThat(conflicts.conflicts(ALL, 10, Optional.empty()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.ours()).isEqualTo("031-1");
                    assertThat(one.theirs()).isEqualTo("031-2");
                    assertThat(one.partnerNumber()).isEqualTo("no-a");
                });
        assertThat(hub.value("SELECT encode(sealed, 'escape') FROM hub.register_conflict"))
                .doesNotContain("031");
        assertThat(hub.ledger.operators().problems(Optional.of("north")))
                .extracting(group -> group.sample().cause(), ProblemGroup::kind)
                .containsExactly(tuple("register.conflicts", ProblemGroup.Kind.REGISTER));

        registers.synchronised("north", CUSTOMERS, List.of(alike("1", "a", 0, Set.of(RegisterField.PHONE))));
        registers.note("north", CUSTOMERS, List.of(phone), List.of());
        assertThat(conflicts.open(Optional.of("north"), Optional.empty())).isEqualTo(1);
        note(new Noted("1", "a", 1, RegisterField.PHONE, "031-1", "031-2", Settled.ACCOUNTING_WON));
        assertThat(conflicts.open(Optional.of("north"), Optional.empty()))
                .as("the same, and nobody has seen it yet")
                .isEqualTo(1);
        note(new Noted("1", "a", 1, RegisterField.EMAIL, "a@example.com", "b@example.com", Settled.LEFT));
        assertThat(conflicts.open(Optional.of("north"), Optional.empty())).isEqualTo(2);
        assertThat(conflicts.open(Optional.of("north"), Optional.of(CUSTOMERS))).isEqualTo(2);
        assertThat(conflicts.open(Optional.of("north"), Optional.of(ARTICLES))).isZero();

        long newest = conflicts.conflicts(ALL, 1, Optional.empty()).get(0).id();
        assertThat(conflicts.acknowledge(newest, "maria")).isTrue();
        assertThat(conflicts.acknowledge(newest, "maria")).isFalse();
        assertThat(conflicts.acknowledgeAll(
                        new RegisterConflicts.Filter(
                                Optional.of("north"), Optional.of(CUSTOMERS), Optional.of("1"), false),
                        "eva"))
                .isEqualTo(1);
        assertThat(conflicts.conflicts(ALL, 10, Optional.empty())).isEmpty();
        assertThat(hub.ledger.operators().problems(Optional.empty())).isEmpty();
    }

    private void note(Noted noted) {
        registers.note("north", CUSTOMERS, List.of(noted), List.of());
    }

    @Test
    void whatIsLostIsListedOnceHoweverOftenItsWriteIsBegun() {
        registers.link("north", CUSTOMERS, List.of(link("1", "a")));
        RegisterConflicts conflicts = hub.ledger.registers().conflicts();
        note(new Noted("1", "a", 0, RegisterField.PHONE, "ours 1", "theirs", Settled.STORE_WON));
        note(new Noted("1", "a", 0, RegisterField.PHONE, "ours 2", "theirs", Settled.STORE_WON));
        note(new Noted("1", "a", 0, RegisterField.PHONE, "ours 2", "theirs", Settled.NOT_HELD));
        note(new Noted("1", "a", 7, RegisterField.PHONE, "ours 3", "theirs", Settled.STORE_WON));

        assertThat(conflicts.conflicts(ALL, 10, Optional.empty()))
                .extracting(RegisterConflicts.Conflict::ours, RegisterConflicts.Conflict::settled)
                .containsExactly(tuple("ours 2", Settled.NOT_HELD));

        conflicts.acknowledgeAll(ALL, "maria");
        note(new Noted("1", "a", 0, RegisterField.PHONE, "ours 2", "theirs", Settled.STORE_WON));
        assertThat(conflicts.open(Optional.empty(), Optional.empty()))
                .as("somebody has seen it, and its write is still to come")
                .isZero();

        registers.synchronised("north", CUSTOMERS, List.of(alike("1", "a", 0, Set.of(RegisterField.PHONE))));
        note(new Noted("1", "a", 1, RegisterField.PHONE, "ours 2", "theirs", Settled.STORE_WON));
        assertThat(conflicts.open(Optional.empty(), Optional.empty()))
                .as("it happened again")
                .isEqualTo(1);
    }

    @Test
    void whatWasBegunIsKnownUntilItIsSettled() {
        registers.link("north", CUSTOMERS, List.of(link("1", "a")));
        registers.note("north", CUSTOMERS, List.of(), List.of(begun(0, RegisterField.PHONE, "x")));
        registers.note("north", CUSTOMERS, List.of(), List.of(begun(0, RegisterField.PHONE, "y")));
        registers.note("north", CUSTOMERS, List.of(), List.of(begun(0, RegisterField.EMAIL, "z")));
        registers.note("north", CUSTOMERS, List.of(), List.of(begun(3, RegisterField.NAME, "late")));

        assertThat(known("a").flatMap(Known::remembered).orElseThrow().begun())
                .containsOnly(
                        Map.entry(RegisterField.PHONE, Set.of("x", "y")), Map.entry(RegisterField.EMAIL, Set.of("z")));

        registers.synchronised("north", CUSTOMERS, List.of(alike("1", "a", 0, Set.of(RegisterField.PHONE))));
        assertThat(known("a").flatMap(Known::remembered).orElseThrow().begun()).containsOnlyKeys(RegisterField.EMAIL);
    }

    private static RegisterLedger.Writing begun(long version, RegisterField field, String print) {
        return new RegisterLedger.Writing("a", version, Map.of(field, print));
    }

    @Test
    void aCustomerOfADocumentIsLinkedByItAndALinkedOneIsBroughtByNothing() {
        SourceKey customer = new SourceKey("service", "north", SourceKey.CUSTOMER, "100");
        hub.deliverCustomer(hub.ledger.delivery().customerTransfer("north", customer));

        assertThat(known("100").flatMap(Known::link).map(Link::by)).contains(Link.By.TRANSFER);

        registers.link("north", CUSTOMERS, List.of(link("200", "z")));
        assertThat(hub.ledger
                        .delivery()
                        .customerBinding("north", new SourceKey("service", "other", SourceKey.CUSTOMER, "200")))
                .contains(new CustomerThere("z", "no-z"));
        assertThat(hub.ledger
                        .delivery()
                        .customerBinding("south", new SourceKey("service", "", SourceKey.CUSTOMER, "200")))
                .isEmpty();
    }

    @Test
    void aChangedNumberKeepsItsLinkEverywhere() {
        registers.link("north", CUSTOMERS, List.of(link("1", "a")));
        registers.link("south", CUSTOMERS, List.of(link("1", "x"), link("7", "y")));

        registers.renumber(CUSTOMERS, "1", "7");
        registers.renumber(CUSTOMERS, "1", "7");

        assertThat(known("a").flatMap(Known::link).map(Link::number)).contains("7");
        assertThat(registers.ofStore("south", CUSTOMERS, List.of("1", "7"))).hasSize(2);
    }

    @Test
    void marksAreKeptByLooker() {
        assertThat(registers.mark("north", CUSTOMERS)).isEmpty();
        registers.mark("north", CUSTOMERS, Optional.empty(), 7);
        registers.mark("north", CUSTOMERS, Optional.of(7L), 9);
        registers.mark("*renumbered*", CUSTOMERS, Optional.empty(), 1);
        assertThat(registers.mark("north", CUSTOMERS)).contains(9L);
        assertThat(registers.mark("north", ARTICLES)).isEmpty();
    }

    @Test
    void aLookUnderWayDoesNotUndoThatEverythingIsToBeLookedAtAgain() {
        registers.lookAgain("north", CUSTOMERS);
        Optional<Long> read = registers.mark("north", CUSTOMERS);
        assertThat(read.orElseThrow()).isNegative();
        registers.lookAgain("north", CUSTOMERS);
        registers.mark("north", CUSTOMERS, read, 9);
        assertThat(registers.mark("north", CUSTOMERS).orElseThrow()).isNegative();
        registers.mark("north", CUSTOMERS, Optional.empty(), 9);
        assertThat(registers.mark("north", CUSTOMERS).orElseThrow()).isNegative();
        registers.mark("north", CUSTOMERS, registers.mark("north", CUSTOMERS), 9);
        assertThat(registers.mark("north", CUSTOMERS)).contains(9L);
    }

    @Test
    void aFingerprintSurvivesAChangeOfTheSecretKeyAndTellsRecordsApart() {
        String other = SecretKeys.generate();
        Fingerprints now = hub.ledger.registers().fingerprints();
        Fingerprints later = Ledger.open(
                        hub.newPool(),
                        SecretKeys.parse(other + "," + LedgerFixture.KEY),
                        "service",
                        LedgerFixture.READY)
                .registers()
                .fingerprints();
        Fingerprints muchLater = Ledger.open(
                        hub.newPool(),
                        SecretKeys.parse(other + "," + LedgerFixture.KEY),
                        "service",
                        LedgerFixture.READY)
                .registers()
                .fingerprints();

        String print = now.of("north", "a", RegisterField.REGISTRATION_NUMBER, "1212121212");
        assertThat(print).hasSizeLessThanOrEqualTo(32).doesNotContain("1212");
        assertThat(later.of("north", "a", RegisterField.REGISTRATION_NUMBER, "1212121212"))
                .isEqualTo(print);
        assertThat(muchLater.of("north", "a", RegisterField.REGISTRATION_NUMBER, "1212121212"))
                .isEqualTo(print);
        assertThat(Set.of(
                        now.of("north", "b", RegisterField.REGISTRATION_NUMBER, "1212121212"),
                        now.of("south", "a", RegisterField.REGISTRATION_NUMBER, "1212121212"),
                        now.of("north", "a", RegisterField.VAT_NUMBER, "1212121212")))
                .hasSize(3)
                .doesNotContain(print);
    }

    @Test
    void aConnectionKeepsHowItsRegistersAreKept() {
        RegisterPolicy policy = new RegisterPolicy(
                Optional.of("*/15 * * * *"),
                true,
                RegisterPolicy.Numbers.MAPPED,
                Map.of(FieldGroup.IDENTITY, RegisterPolicy.Side.ACCOUNTING));
        hub.ledger
                .connections()
                .save(new Connection(
                        "west",
                        "fortnox",
                        Optional.of("west"),
                        Connection.State.ACTIVE,
                        Optional.empty(),
                        Optional.empty(),
                        LedgerFixture.settings("west"),
                        Map.of(CUSTOMERS, policy)));

        assertThat(hub.ledger.connections().find("west").orElseThrow().registers())
                .containsOnly(Map.entry(CUSTOMERS, policy));
        assertThat(hub.ledger.connections().find("north").orElseThrow().registers())
                .isEmpty();
    }

    @Test
    void thousandsAreLookedUpByTheIndex() {
        List<Link> many =
                IntStream.range(0, 20_000).mapToObj(n -> link("c" + n, "p" + n)).toList();
        assertThat(registers.link("north", CUSTOMERS, many)).isEmpty();
        hub.sql.sql("ANALYZE hub.register_link").update();

        List<String> plan = hub.sql.sql("""
                        EXPLAIN SELECT * FROM unnest(ARRAY['p1', 'p2', 'p3']) k (asked)
                        LEFT JOIN hub.register_link l ON l.connection = 'north' AND l.register = 'CUSTOMERS' AND l.partner_id = k.asked""").query(String.class).list();
        assertThat(String.join("\n", plan)).contains("Index Scan").doesNotContain("Seq Scan on register_link");
        assertThat(registers.ofPartner(
                        "north", CUSTOMERS, many.stream().map(Link::partnerId).toList()))
                .hasSize(20_000);
    }

    @Test
    void subjectsOfRecordsComeBackAsTheyWere() {
        registers.link("north", CUSTOMERS, List.of(link("1", "a")));
        registers.export("north", CUSTOMERS, List.of("1", "2"), Optional.of("maria"));
        registers.export("north", ARTICLES, List.of("P1"), Optional.empty());

        assertThat(hub.sql
                        .sql("SELECT * FROM hub.transfer ORDER BY number")
                        .query(TransferRows::transfer)
                        .list())
                .extracting(transfer -> transfer.subject())
                .containsExactly(
                        new Subject.OfRecord(new SourceKey("service", "north", SourceKey.CUSTOMER, "1")),
                        new Subject.OfCustomer(new SourceKey("service", "north", SourceKey.CUSTOMER, "2")),
                        new Subject.OfArticle(new SourceKey("service", "north", SourceKey.ARTICLE, "P1")));
    }
}
