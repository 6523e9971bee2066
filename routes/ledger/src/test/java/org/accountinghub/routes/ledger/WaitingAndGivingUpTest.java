package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.LedgerFixture.CREATE;
import static org.accountinghub.routes.ledger.LedgerFixture.key;
import static org.accountinghub.routes.ledger.LedgerFixture.problem;
import static org.accountinghub.routes.ledger.LedgerFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.Dispatch;
import org.accountinghub.routes.engine.StepState;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.TransferState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attempts that end without a delivery: waiting, given back, given up. */
class WaitingAndGivingUpTest {

    private final LedgerFixture hub = new LedgerFixture();

    @BeforeEach
    void connection() {
        hub.connection("north", Optional.of("north"));
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void documentsWaitForTheirCustomerAndAreReleasedWithIt() {
        Claim document = hub.claimed(key("1"));
        Transfer customer = customer();
        hub.ledger.delivery().conclude(document, Ends.waiting(customer.id()));
        assertThat(hub.state(document.transfer().id())).isEqualTo(TransferState.WAITING);

        deliverCustomer(customer);

        assertThat(hub.state(document.transfer().id())).isEqualTo(TransferState.DUE);
        assertThat(hub.ledger
                        .delivery()
                        .customerBinding("north", customer.subject().source()))
                .contains(new CustomerThere("100", "no-100"));
        assertThat(hub.ledger
                        .delivery()
                        .customerAsSent("north", customer.subject().source()))
                .contains(LedgerFixture.customer(customer.subject().source()));
    }

    @Test
    void aCustomerTakesThePlaceInTheLineOfTheDocumentThatWaitsForIt() {
        hub.ready(key("1")).ready(key("2")).ledger.planning().collect();
        Claim document = hub.claim(next());
        Transfer customer = customer();
        hub.ledger.delivery().conclude(document, Ends.waiting(customer.id()));

        assertThat(next().transferId()).isEqualTo(customer.id());
        assertThat(next().transferId()).isEqualTo(hub.id(key("2")));
    }

    @Test
    void aCustomerThatWasTriedIsTriedAgainInItsOwnTime() {
        hub.ready(key("1")).ledger.planning().collect();
        Claim document = hub.claim(next());
        Transfer customer = customer();
        Claim tried = hub.intendedCustomer(next());
        hub.ledger.delivery().conclude(tried, Ends.later(tried, Duration.ofHours(1), StepState.UNCERTAIN));

        hub.ledger.delivery().conclude(document, Ends.waiting(customer.id()));

        assertThat(hub.ledger.planning().takeDue(Duration.ofMinutes(1), LedgerFixture.atMost(10)))
                .isEmpty();
    }

    /** One more of what is due, beside what is under way. */
    private Dispatch next() {
        return hub.ledger.planning().takeDue(Duration.ofSeconds(30), load -> 1).get(0);
    }

    @Test
    void whoWouldWaitForADeliveredCustomerIsDueAtOnce() {
        Claim document = hub.claimed(key("1"));
        Transfer customer = customer();
        deliverCustomer(customer);

        hub.ledger.delivery().conclude(document, Ends.waiting(customer.id()));

        assertThat(hub.state(document.transfer().id())).isEqualTo(TransferState.DUE);
    }

    @Test
    void aCustomerHasOneTransfer() {
        assertThat(customer().id()).isEqualTo(customer().id());
        deliverCustomer(customer());
        assertThat(customer().state()).isEqualTo(TransferState.DELIVERED);
    }

    @Test
    void aDeadLetterWithoutIntentIsExhausted() {
        Dispatch dispatch = hub.dispatched(key("1"));

        hub.ledger
                .delivery()
                .deadLetter(dispatch.transferId(), dispatch.dispatch(), problem("hub.error"), Duration.ofMinutes(1));

        assertThat(hub.state(dispatch.transferId())).isEqualTo(TransferState.EXHAUSTED);
    }

    @Test
    void aDeadLetterWithIntentIsLookedForLater() {
        Dispatch dispatch = hub.dispatched(key("1"));
        Claim claim = hub.ledger.delivery().intend(hub.frozen(hub.claim(dispatch), row("r")), CREATE);
        hub.ledger
                .delivery()
                .deadLetter(dispatch.transferId(), dispatch.dispatch(), problem("hub.error"), Duration.ofMinutes(1));
        assertThat(hub.state(dispatch.transferId())).as("a live claim").isEqualTo(TransferState.SENDING);
        hub.ledger.delivery().release(claim, "bug");

        hub.ledger
                .delivery()
                .deadLetter(dispatch.transferId(), dispatch.dispatch(), problem("hub.error"), Duration.ofMinutes(1));

        assertThat(hub.state(dispatch.transferId())).isEqualTo(TransferState.DUE);
        assertThat(hub.value("SELECT state FROM hub.transfer_step")).isEqualTo("UNCERTAIN");
        assertThat(hub.ledger.planning().takeDue(Duration.ofSeconds(30), LedgerFixture.atMost(10)))
                .isEmpty();
    }

    @Test
    void anAttemptThatDoesNotCountIsGivenBack() {
        Claim claim = hub.claimed(key("1"));

        hub.ledger.delivery().conclude(claim, Ends.waiting(customer().id()));

        assertThat(hub.sql
                        .sql("SELECT attempts FROM hub.transfer WHERE id = ?")
                        .param(claim.transfer().id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anExceptionGivesTheSameMessageAnotherChance() {
        Dispatch dispatch = hub.dispatched(key("1"));
        Claim claim = hub.claim(dispatch);

        hub.ledger.delivery().release(claim, "error in the hub: NullPointerException");

        assertThat(hub.claim(dispatch).transfer().attempts()).isEqualTo(2);
    }

    private Transfer customer() {
        return hub.ledger.delivery().customerTransfer("north", new SourceKey("service", "north", "customer", "100"));
    }

    private void deliverCustomer(Transfer customer) {
        hub.deliverCustomer(customer);
    }
}
