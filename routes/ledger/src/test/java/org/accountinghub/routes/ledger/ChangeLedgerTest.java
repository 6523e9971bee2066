package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.LedgerFixture.key;
import static org.accountinghub.routes.ledger.LedgerFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.changes.AfterSend;
import org.accountinghub.routes.engine.port.ChangeLedger;
import org.accountinghub.routes.engine.port.ChangeLedger.Sent;
import org.accountinghub.routes.engine.port.OperatorLedger;
import org.accountinghub.routes.engine.port.OrderVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeLedgerTest {

    private final LedgerFixture hub = new LedgerFixture();
    private final ChangeLedger changes = hub.ledger.changes();
    private final OperatorLedger operators = hub.ledger.operators();

    @BeforeEach
    void connection() {
        hub.connection("north", Optional.of("north"));
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private static Optional<Problem> changed(String what) {
        return Optional.of(Problem.of(AfterSend.CHANGED, Problem.Stage.STORE, what, "Compare them"));
    }

    private static OrderVersion version(DocumentKey key, String version) {
        return new OrderVersion(key, version, false);
    }

    private Sent delivered(String number) {
        hub.delivered(key(number), row("row-of-" + number));
        return changes.toCompare(List.of(version(key(number), "1"))).get(0);
    }

    private List<String> problems() {
        return operators.problems(Optional.empty()).stream()
                .map(group -> group.sample().reason())
                .toList();
    }

    @Test
    void aDocumentIsComparedOncePerVersionAndWhereverItsOrderMoved() {
        Sent sent = delivered("1");
        assertThat(sent.content().rows()).hasSize(1);
        assertThat(sent.superseded()).isFalse();

        changes.compared(sent, Optional.of("1"), Optional.empty());

        assertThat(changes.toCompare(List.of(version(key("1"), "1")))).isEmpty();
        assertThat(changes.toCompare(List.of(version(key("1"), "2"))).get(0).comparedWith())
                .contains("1");
        assertThat(changes.toCompare(List.of(version(key("1", "200", 1), "1")))).hasSize(1);
        DocumentKey south = new DocumentKey(new SourceKey("service", "south", "work", "1"), "100", 1);
        assertThat(changes.toCompare(List.of(version(south, "1")))).hasSize(1);
        assertThat(changes.toCompare(List.of(version(key("2"), "1")))).isEmpty();
    }

    @Test
    void aChangeIsAProblemUntilItAgreesAgain() {
        Sent sent = delivered("1");

        assertThat(changes.compared(sent, Optional.of("2"), changed("price"))).isTrue();
        assertThat(changes.compared(sent, Optional.of("2"), changed("price"))).isFalse();
        assertThat(problems()).containsExactly("price");
        assertThat(hub.ledger.returns().untold(10).get(0).problem())
                .contains(changed("price").orElseThrow());

        assertThat(changes.compared(sent, Optional.of("3"), Optional.empty())).isTrue();
        assertThat(problems()).isEmpty();
        assertThat(hub.ledger.returns().untold(10).get(0).problem()).isEmpty();
        assertThat(hub.state(sent.transferId())).isEqualTo(TransferState.DELIVERED);
    }

    @Test
    void whatAPersonKnowsComesBackOnlyWhenItIsAnotherChange() {
        Sent sent = delivered("1");
        changes.compared(sent, Optional.of("2"), changed("price"));

        assertThat(operators.dismiss(sent.transferId(), "maria", "agreed by phone"))
                .isTrue();
        changes.compared(sent, Optional.of("3"), changed("price"));
        assertThat(problems()).isEmpty();

        changes.compared(sent, Optional.of("4"), changed("another price"));
        assertThat(problems()).containsExactly("another price");
    }

    @Test
    void aProblemOfAnotherKindIsLeftAlone() {
        Sent sent = delivered("1");
        hub.sql
                .sql("UPDATE hub.transfer SET problem = CAST(? AS jsonb) WHERE id = ?")
                .params(CanonicalJson.text(LedgerFixture.problem("ledger.number-used-again")), sent.transferId())
                .update();
        assertThat(changes.compared(sent, Optional.of("2"), changed("price"))).isFalse();
    }

    @Test
    void thatNobodyWantedItIsNotForgottenBecauseTheContentAgrees() {
        Sent sent = delivered("1");
        Problem unwanted = Problem.of(AfterSend.GONE, Problem.Stage.STORE, "invoiced by hand", "Credit it");
        changes.compared(sent, Optional.of("1"), Optional.of(unwanted));
        changes.compared(sent, Optional.of("2"), Optional.empty());
        assertThat(problems()).containsExactly("invoiced by hand");

        Sent superseded = new Sent(sent.transferId(), sent.key(), sent.content(), sent.comparedWith(), true);
        changes.compared(superseded, Optional.of("2"), Optional.empty());
        assertThat(problems()).isEmpty();
    }

    @Test
    void aHigherGenerationSupersedes() {
        delivered("1");
        hub.ready(key("1", "100", 2));
        hub.ledger.planning().collect();
        assertThat(changes.toCompare(List.of(version(key("1"), "2"))).get(0).superseded())
                .isTrue();
    }

    @Test
    void whatWasNotComparedForLongComesByItself() {
        Sent sent = delivered("1");
        Instant later = Instant.now().plusSeconds(60);
        assertThat(changes.notComparedSince(later, 10)).hasSize(1);
        changes.compared(sent, Optional.of("1"), Optional.empty());
        assertThat(changes.notComparedSince(Instant.now().minusSeconds(60), 10)).isEmpty();
        hub.sql
                .sql("UPDATE hub.document_comparison SET compared_at = compared_at - interval '1 day'")
                .update();
        changes.unchanged(sent);
        assertThat(changes.notComparedSince(Instant.now().minusSeconds(60), 10)).isEmpty();
    }

    @Test
    void theStoresMarkIsKept() {
        assertThat(changes.mark("service")).isEmpty();
        changes.mark("service", 7);
        changes.mark("service", 9);
        assertThat(changes.mark("service")).contains(9L);
    }
}
