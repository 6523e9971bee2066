package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.Ends.stopped;
import static org.accountinghub.routes.ledger.LedgerFixture.key;
import static org.accountinghub.routes.ledger.LedgerFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.connection.ConnectionProblems;
import org.accountinghub.routes.engine.port.OperatorLedger;
import org.accountinghub.routes.engine.port.OperatorLedger.ProblemGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HoldAndCountTest {

    private final LedgerFixture hub = new LedgerFixture();
    private final OperatorLedger operators = hub.ledger.operators();

    @BeforeEach
    void connection() {
        hub.connection("north", Optional.of("north"));
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void aConnectionIsHeldAndReleasedByAPersonWithTheReasonKept() {
        assertThat(operators.hold("north", "maria", "year end")).isTrue();
        assertThat(operators.hold("north", "maria", "year end")).isFalse();
        assertThat(operators.hold("nowhere", "maria", "year end")).isFalse();
        ProblemGroup group = operators.problems(Optional.empty()).get(0);
        assertThat(group.kind()).isEqualTo(ProblemGroup.Kind.CONNECTION);
        assertThat(group.sample().reason()).isEqualTo("maria holds connection north: year end");
        hub.ready(key("1"));
        hub.ledger.planning().collect();
        assertThat(hub.ledger.planning().takeDue(Duration.ofMinutes(1), LedgerFixture.atMost(10)))
                .isEmpty();

        assertThat(operators.release("north", "maria", "")).isTrue();
        assertThat(operators.release("north", "maria", "")).isFalse();
        assertThat(hub.ledger.planning().takeDue(Duration.ofMinutes(1), LedgerFixture.atMost(10)))
                .hasSize(1);
        assertThat(hub.value("SELECT string_agg(verb || ' ' || reason, ',' ORDER BY id) FROM hub.operator_action"))
                .isEqualTo("HOLD year end,RELEASE ");
    }

    @Test
    void whatTheConfigurationHoldsOnlyTheConfigurationReleases() {
        Problem gone = ConnectionProblems.notConfigured("north");
        assertThat(hub.ledger.connections().hold("north", gone)).isTrue();
        assertThat(hub.ledger.connections().hold("north", gone)).isFalse();
        assertThat(operators.problems(Optional.empty())).isEmpty();
        hub.ready(key("1"));
        hub.ledger.planning().collect();
        assertThat(operators.problems(Optional.empty()).get(0).sample()).isEqualTo(gone);
        assertThat(operators.release("north", "maria", "")).isFalse();
        assertThat(hub.ledger.connections().release("north", ConnectionProblems.NOT_CONFIGURED))
                .isTrue();

        operators.hold("north", "maria", "year end");
        assertThat(hub.ledger.connections().release("north", ConnectionProblems.NOT_CONFIGURED))
                .isFalse();
    }

    @Test
    void whatIsDeliveredIsCountedOnceAndStaysCounted() {
        hub.delivered(key("1"), row("a"));
        Claim claim = hub.claimed(key("2"));
        hub.ledger.delivery().conclude(claim, stopped(TransferState.REJECTED, "store.price-missing", true));
        List<OperatorLedger.Count> before = operators.counts();
        assertThat(before)
                .extracting(count -> count.state() + " " + count.count())
                .contains("DELIVERED 1", "REJECTED 1");

        hub.sql
                .sql("UPDATE hub.transfer SET changed_at = changed_at - interval '1 hour'")
                .update();
        hub.sql.sql("UPDATE hub.transfer_tallied SET until = '-infinity'").update();
        operators.counts();
        assertThat(hub.value("SELECT sum(transfers) FROM hub.transfer_tally WHERE state = 'DELIVERED'"))
                .isEqualTo("1");
        hub.delivered(key("3"), row("c"));
        assertThat(operators.counts())
                .extracting(count -> count.state() + " " + count.count())
                .contains("DELIVERED 2", "REJECTED 1");
    }
}
