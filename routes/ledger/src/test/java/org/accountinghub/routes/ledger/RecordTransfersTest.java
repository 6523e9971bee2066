package org.accountinghub.routes.ledger;

import static org.accountinghub.mappings.model.register.Register.CUSTOMERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.register.FieldChange;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterEdit;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.port.DeliveryLedger.Freeze;
import org.accountinghub.routes.engine.port.RegisterLedger;
import org.accountinghub.routes.engine.port.RegisterLedger.Link;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of several waiting changes of one record only the newest is sent. */
class RecordTransfersTest {

    @AutoClose
    private final LedgerFixture hub = new LedgerFixture();

    private final RegisterLedger registers = hub.ledger.registers().ledger();

    @BeforeEach
    void aLinkedCustomer() {
        hub.connection("north", Optional.of("north"));
        registers.link("north", CUSTOMERS, List.of(new Link("1", "a", "1", Link.By.MATCH)));
    }

    private int export(String... numbers) {
        return registers.export("north", CUSTOMERS, List.of(numbers), Optional.empty());
    }

    private List<String> states() {
        return hub.sql
                .sql("SELECT subject || ' ' || state FROM hub.transfer ORDER BY id")
                .query(String.class)
                .list();
    }

    private long newest() {
        return hub.sql.sql("SELECT max(id) FROM hub.transfer").query(Long.class).single();
    }

    private Claim claimed() {
        return hub.claim(hub.dispatched(newest()));
    }

    @Test
    void oneThatWaitsStandsForAll() {
        assertThat(export("1", "1")).isEqualTo(1);
        assertThat(export("1")).isZero();
        assertThat(states()).containsExactly("RECORD DUE");
    }

    @Test
    void besideOneThatAWorkerHasASecondWaitsAndGoesOnWhenItEnds() {
        export("1");
        Claim first = claimed();
        assertThat(export("1")).isEqualTo(1);
        assertThat(export("1")).isZero();
        assertThat(states()).containsExactly("RECORD SENDING", "RECORD WAITING");

        hub.ledger.delivery().conclude(first, Ends.stopped(TransferState.REJECTED, "fortnox.refused", true));
        hub.ledger.planning().sweep(Duration.ofHours(1));

        assertThat(states()).containsExactly("RECORD SUPERSEDED", "RECORD DUE");
    }

    @Test
    void theSecondGoesOnAtOnceWhenTheFirstIsDone() {
        export("1");
        Claim first = claimed();
        export("1");
        Step update = new Step("update", IdempotencyClass.B, Duration.ofMinutes(1));
        RegisterEdit edit = new RegisterEdit(
                CUSTOMERS,
                "1",
                Map.of(
                        RegisterField.NAME,
                        new FieldChange.Set("Acme AB"),
                        RegisterField.PHONE,
                        new FieldChange.Clear()));
        Claim frozen =
                ((Freeze.Done) hub.ledger.delivery().freeze(first, new Frozen.Edit(edit), List.of(update))).claim();
        Claim intended = hub.ledger.delivery().intend(frozen, update);

        hub.ledger.delivery().conclude(intended, Ends.delivered(intended.steps().get(0), "a"));

        assertThat(states()).containsExactly("RECORD DELIVERED", "RECORD DUE");
        assertThat(hub.value("SELECT count(*)::text FROM hub.binding")).isEqualTo("0");
        assertThat(hub.ledger.operators().story(first.transfer().id())).isPresent();
    }

    @Test
    void whatWasFrozenComesBackAsItWas() {
        export("1");
        Claim claim = claimed();
        RegisterEdit edit = new RegisterEdit(
                CUSTOMERS,
                "1",
                Map.of(
                        RegisterField.NAME,
                        new FieldChange.Set("Acme AB"),
                        RegisterField.PHONE,
                        new FieldChange.Clear()));
        Step update = new Step("update", IdempotencyClass.B, Duration.ofMinutes(1));
        hub.ledger.delivery().freeze(claim, new Frozen.Edit(edit), List.of(update));
        hub.ledger.delivery().release(claim, "again");

        assertThat(hub.ledger
                        .delivery()
                        .claim(claim.transfer().id(), claim.transfer().dispatch(), "worker-2", LedgerFixture.LEASE)
                        .orElseThrow()
                        .frozen())
                .contains(new Frozen.Edit(edit));
    }

    @Test
    void oneThatStoppedIsSupersededAndADismissedNewOneStaysDismissed() {
        export("1", "2");
        hub.sql
                .sql("UPDATE hub.transfer SET state = 'DISMISSED' WHERE number = '2'")
                .update();
        Claim first = hub.claim(hub.dispatched(hub.sql
                .sql("SELECT id FROM hub.transfer WHERE number = '1'")
                .query(Long.class)
                .single()));
        hub.ledger.delivery().conclude(first, Ends.stopped(TransferState.REJECTED, "fortnox.refused", true));

        assertThat(export("1", "2")).isEqualTo(1);

        assertThat(states()).containsExactlyInAnyOrder("RECORD SUPERSEDED", "CUSTOMER DISMISSED", "RECORD DUE");
    }

    @Test
    void aNewCustomerThatIsBeingBroughtIsMadeAlikeAfterwards() {
        export("2");
        claimed();
        assertThat(export("2")).isEqualTo(1);
        assertThat(states()).containsExactly("CUSTOMER SENDING", "RECORD WAITING");
    }

    /** A second one that is brought beside it, knowing nothing of it, might make the customer twice. */
    @Test
    void aNewCustomerThatMayBeThereIsNeverBroughtBesideItselfAndAChangeWaitsForIt() {
        long inDoubt = mayBeThere(TransferState.REJECTED);

        assertThat(export("2")).isEqualTo(1);
        assertThat(export("2")).isZero();
        hub.ledger.planning().sweep(Duration.ofHours(1));
        assertThat(states()).containsExactly("CUSTOMER REJECTED", "RECORD WAITING");

        hub.ledger.operators().dismiss(inDoubt, "maria", "made by hand");
        hub.ledger.planning().sweep(Duration.ofHours(1));
        assertThat(states()).containsExactly("CUSTOMER DISMISSED", "RECORD DUE");
    }

    @Test
    void theSameWhileItIsLookedFor() {
        mayBeThere(TransferState.IN_DOUBT);
        hub.ledger.operators().retry(newest(), "maria", true);
        assertThat(export("2")).isEqualTo(1);
        assertThat(states()).containsExactly("CUSTOMER DUE", "RECORD WAITING");
    }

    @Test
    void aChangeGoesOnWhenTheCustomerIsLinkedInAnotherWay() {
        mayBeThere(TransferState.EXHAUSTED);
        export("2");
        registers.link("north", CUSTOMERS, List.of(new Link("2", "b", "9001", Link.By.MATCH)));
        hub.ledger.planning().sweep(Duration.ofHours(1));
        assertThat(states()).containsExactly("CUSTOMER EXHAUSTED", "RECORD DUE");
    }

    private long mayBeThere(TransferState state) {
        export("2");
        Claim claim = claimed();
        Step create = Step.create(IdempotencyClass.C, Duration.ofMinutes(1));
        Frozen content = new Frozen.CustomerRecord(
                LedgerFixture.customer(new SourceKey("service", "north", SourceKey.CUSTOMER, "2")));
        claim = ((Freeze.Done) hub.ledger.delivery().freeze(claim, content, List.of(create))).claim();
        claim = hub.ledger.delivery().intend(claim, create);
        hub.ledger.delivery().conclude(claim, Ends.stopped(state, "partner.customer-in-doubt", false));
        return claim.transfer().id();
    }

    @Test
    void whatARegisterAskedForIsNotWithdrawnBecauseNoDocumentWaitsForIt() {
        hub.ledger.delivery().customerTransfer("north", new SourceKey("service", "north", SourceKey.CUSTOMER, "3"));
        export("2", "3");
        hub.ledger.delivery().customerTransfer("north", new SourceKey("service", "north", SourceKey.CUSTOMER, "4"));
        hub.sql
                .sql("UPDATE hub.transfer SET changed_at = changed_at - interval '1 day'")
                .update();

        hub.ledger.planning().sweep(Duration.ofHours(1));
        hub.ledger.planning().collect();

        assertThat(hub.sql
                        .sql("SELECT number || ' ' || state FROM hub.transfer ORDER BY number")
                        .query(String.class)
                        .list())
                .containsExactly("2 DUE", "3 DUE", "4 WITHDRAWN");
    }

    @Test
    void severalProcessesMakeOne() {
        List<CompletableFuture<Integer>> running = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> hub.anotherProcess()
                        .registers()
                        .ledger()
                        .export("north", Register.CUSTOMERS, List.of("1", "2", "3"), Optional.empty())))
                .toList();

        assertThat(running.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(3);
    }
}
