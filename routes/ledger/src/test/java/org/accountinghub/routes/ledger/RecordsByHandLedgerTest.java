package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.Ends.stopped;
import static org.accountinghub.routes.ledger.LedgerFixture.CREATE;
import static org.accountinghub.routes.ledger.LedgerFixture.customer;
import static org.accountinghub.routes.ledger.LedgerFixture.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.Conclusion;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.port.ByHandLedger;
import org.accountinghub.routes.engine.port.ByHandLedger.Binding;
import org.accountinghub.routes.engine.port.ByHandLedger.Bound;
import org.accountinghub.routes.engine.port.DeliveryLedger.Freeze;
import org.accountinghub.routes.engine.port.OperatorLedger.Story;
import org.accountinghub.routes.engine.port.RegisterLedger.Link;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers that a person found at the partner. */
class RecordsByHandLedgerTest {

    private static final SourceKey ANNA = new SourceKey("service", "north", SourceKey.CUSTOMER, "100");
    private static final SourceKey BERTA = new SourceKey("service", "north", SourceKey.CUSTOMER, "200");

    @AutoClose
    private final LedgerFixture hub = new LedgerFixture();

    private final ByHandLedger byHand = hub.ledger.byHand();

    @BeforeEach
    void connection() {
        hub.connection("north", Optional.of("north"));
    }

    private static Bound found(SourceKey key, String number) {
        return new Bound(
                new Frozen.CustomerRecord(customer(key)),
                List.of(CREATE),
                new PartnerDocument("id-" + number, number, List.of("found there by maria")),
                true,
                List.of(),
                List.of());
    }

    /** Its answer was lost, and the search could not decide. */
    private long inDoubt(SourceKey key) {
        Claim claim = hub.claim(hub.dispatched(
                hub.ledger.delivery().customerTransfer("north", key).id()));
        Frozen content = new Frozen.CustomerRecord(customer(key));
        Freeze freeze = hub.ledger.delivery().freeze(claim, content, List.of(CREATE));
        claim = hub.intended(((Freeze.Done) freeze).claim());
        Conclusion undecided = stopped(TransferState.REJECTED, "partner.customer-in-doubt", false);
        hub.ledger.delivery().conclude(claim, undecided);
        return claim.transfer().id();
    }

    private long rejected(SourceKey key) {
        Claim claim = hub.claim(hub.dispatched(
                hub.ledger.delivery().customerTransfer("north", key).id()));
        hub.ledger.delivery().conclude(claim, stopped(TransferState.REJECTED, "partner.customer-ambiguous", true));
        return claim.transfer().id();
    }

    @Test
    void oneInDoubtIsBoundLinkedAndDelivered() {
        long id = inDoubt(ANNA);

        assertThat(byHand.bind(id, found(ANNA, "9001"), "maria", "looked")).isEqualTo(Binding.DELIVERED);
        assertThat(byHand.bind(id, found(ANNA, "9001"), "maria", "looked")).isEqualTo(Binding.CHANGED_MEANWHILE);

        Story story = hub.ledger.operators().story(id).orElseThrow();
        assertThat(story.row().transfer().state()).isEqualTo(TransferState.DELIVERED);
        assertThat(story.row().transfer().problem()).isEmpty();
        assertThat(story.actions()).singleElement().satisfies(action -> {
            assertThat(action.who()).isEqualTo("maria");
            assertThat(action.verb()).isEqualTo("DELIVERED");
            assertThat(action.reason()).isEqualTo("looked");
        });
        assertThat(story.attempts().get(story.attempts().size() - 1).what()).isEqualTo("found there by maria as 9001");
        assertThat(hub.ledger.delivery().customerBinding("north", ANNA)).contains(new CustomerThere("id-9001", "9001"));
        assertThat(hub.value("SELECT partner_id || ' ' || partner_number FROM hub.register_link WHERE number = '100'"))
                .isEqualTo("id-9001 9001");
        assertThat(hub.ledger.returns().untold(10)).isEmpty();
    }

    @Test
    void oneThatWasNeverSentIsFrozenNow() {
        long id = rejected(ANNA);
        assertThat(byHand.bind(id, found(ANNA, "9001"), "maria", "looked")).isEqualTo(Binding.DELIVERED);
        assertThat(hub.ledger.delivery().customerAsSent("north", ANNA)).contains(customer(ANNA));
    }

    @Test
    void documentsThatWaitedForItGoOn() {
        Claim document = hub.claimed(key("1"));
        long id = inDoubt(ANNA);
        hub.ledger.delivery().conclude(document, Ends.waiting(id));
        assertThat(hub.state(document.transfer().id())).isEqualTo(TransferState.WAITING);

        byHand.bind(id, found(ANNA, "9001"), "maria", "looked");

        assertThat(hub.state(document.transfer().id())).isEqualTo(TransferState.DUE);
    }

    @Test
    void noTwoCustomersBecomeOneThere() {
        byHand.bind(inDoubt(ANNA), found(ANNA, "9001"), "maria", "looked");
        long other = inDoubt(BERTA);

        assertThat(byHand.bind(other, found(BERTA, "9001"), "maria", "looked")).isEqualTo(Binding.BOUND_ELSEWHERE);

        assertThat(hub.state(other)).isEqualTo(TransferState.REJECTED);
        assertThat(hub.ledger.delivery().customerBinding("north", BERTA)).isEmpty();
        assertThat(hub.value("SELECT count(*)::text FROM hub.operator_action")).isEqualTo("1");
    }

    @Test
    void oneThatIsLinkedByAReportIsNotBoundToAnother() {
        hub.ledger
                .registers()
                .ledger()
                .link("north", Register.CUSTOMERS, List.of(new Link("100", "id-7", "7", Link.By.MATCH)));
        long id = inDoubt(ANNA);

        assertThat(byHand.bind(id, found(ANNA, "9001"), "maria", "looked")).isEqualTo(Binding.BOUND_ELSEWHERE);
        assertThat(byHand.bind(id, found(ANNA, "7"), "maria", "looked")).isEqualTo(Binding.DELIVERED);
    }

    @Test
    void twoPeopleAtTheSameMomentBindItOnce() {
        long first = inDoubt(ANNA);
        long second = inDoubt(BERTA);

        List<Binding> bindings = Stream.of(
                        CompletableFuture.supplyAsync(() -> byHand.bind(first, found(ANNA, "9001"), "maria", "looked")),
                        CompletableFuture.supplyAsync(() ->
                                hub.anotherProcess().byHand().bind(second, found(BERTA, "9001"), "eva", "looked too")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(bindings).containsExactlyInAnyOrder(Binding.DELIVERED, Binding.BOUND_ELSEWHERE);
    }

    @Test
    void aChangeOfARecordIsNotBound() {
        hub.ledger
                .registers()
                .ledger()
                .link("north", Register.CUSTOMERS, List.of(new Link("100", "id-7", "7", Link.By.MATCH)));
        hub.ledger.registers().ledger().export("north", Register.CUSTOMERS, List.of("100"), Optional.empty());
        long id = hub.sql
                .sql("SELECT max(id) FROM hub.transfer")
                .query(Long.class)
                .single();
        Claim claim = hub.claim(hub.dispatched(id));
        hub.ledger.delivery().conclude(claim, stopped(TransferState.REJECTED, "partner.refused", true));

        assertThat(byHand.bind(id, found(ANNA, "7"), "maria", "looked")).isEqualTo(Binding.CHANGED_MEANWHILE);
        hub.ledger.planning().sweep(Duration.ofHours(1));
        assertThat(hub.state(id)).isEqualTo(TransferState.REJECTED);
    }
}
