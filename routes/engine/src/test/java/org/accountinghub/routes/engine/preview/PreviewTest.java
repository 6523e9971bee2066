package org.accountinghub.routes.engine.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.LimitReachedException;
import org.accountinghub.connectors.spi.RateLimit;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.memory.Orders;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;
import org.junit.jupiter.api.Test;

class PreviewTest {

    private static final Problem NO_PRICE =
            Problem.of("store.price-missing", Problem.Stage.STORE, "A row has no price.", "Enter the price.");

    private final Looking looking = new Looking().connected("books", Optional.empty());
    private final DocumentKey key = looking.stands(Orders.key("421", "C1"));

    private DocumentPreview look() {
        List<DocumentPreview> documents = looking.look("421");
        assertThat(documents).hasSize(1);
        return documents.get(0);
    }

    @Test
    void whatWouldGoOutIsShownWithItsWay() {
        looking.bound.put(Orders.customerKey("C1"), new CustomerThere("id-77", "77"));

        DocumentPreview document = look();

        assertThat(document.content().orElseThrow().totals().total()).hasToString("125.00 SEK");
        assertThat(document.connection().orElseThrow().name()).isEqualTo("books");
        assertThat(document.customerThere()).contains("77");
        assertThat(document.steps()).extracting(Step::name).containsExactly("create");
        assertThat(document.rules()).extracting("rule").containsExactly("invoiced to");
        assertThat(document.problems()).isEmpty();
        assertThat(document.notNow()).isEmpty();
        assertThat(looking.rehearsals).containsExactly("invoice{customer=id-77}");
    }

    @Test
    void aCustomerThatIsNotThereIsRehearsedToo() {
        looking.answer = new Rehearsal(List.of("a text was cut"), List.of(NO_PRICE), Optional.empty());

        DocumentPreview document = look();

        assertThat(document.customerThere()).isEmpty();
        assertThat(looking.rehearsals).containsExactly("customer{}", "invoice{}");
        assertThat(document.notes()).containsExactly("a text was cut");
        assertThat(document.problems()).containsExactly(NO_PRICE);
    }

    @Test
    void anOrderThatIsNotReadyIsShownAndSaysWhyItWaits() {
        looking.unwanted.put(key, "the order is not ready for invoicing");

        DocumentPreview document = look();

        assertThat(document.content()).isPresent();
        assertThat(document.notNow()).contains("the order is not ready for invoicing");
    }

    @Test
    void everythingThatStandsAgainstItIsSaid() {
        looking.standing.put(key, new Reading.Unfit<>(List.of(NO_PRICE)));
        assertThat(look().problems()).containsExactly(NO_PRICE);
        assertThat(look().content()).isEmpty();

        looking.stands(key);
        looking.heldElsewhere = Optional.of(
                Problem.of("ledger.row-in-another-document", Problem.Stage.STORE, "row 1 is elsewhere", "Look there"));
        looking.connections.hold("books");
        assertThat(look().problems())
                .extracting(Problem::cause)
                .containsExactly("engine.connection-stands-still", "ledger.row-in-another-document");
    }

    @Test
    void aPartnerThatCannotBeAskedIsSaidToBeUnasked() {
        looking.trouble = Optional.of(
                new LimitReachedException(new RateLimit("told", 1, Duration.ofSeconds(1)), Duration.ofSeconds(1)));

        assertThat(look().problems()).isEmpty();
        assertThat(look().unanswered()).extracting(Problem::cause).containsExactly("engine.limit-reached");
    }

    @Test
    void ordersOfASubgroupGoToItsOwnConnection() {
        looking.connected("north-books", Optional.of("north"));
        assertThat(look().connection()).map(Connection::name).contains("north-books");
    }

    @Test
    void anOrderThatNoConnectionTakesSaysSo() {
        Looking elsewhere = new Looking().connected("south-books", Optional.of("south"));
        elsewhere.stands(key);
        assertThat(elsewhere.look("421").get(0).problems())
                .extracting(Problem::cause)
                .containsExactly("ledger.no-connection");
        assertThat(elsewhere.rehearsals).isEmpty();
    }

    @Test
    void whatWasSentIsShownAsItWasSent() {
        BillableOrder sent = Orders.order(key, "90", LocalDate.of(2026, 3, 1));
        looking.transfer(key, TransferState.DELIVERED, Optional.of(sent));

        DocumentPreview document = look();

        assertThat(document.sent()).isTrue();
        assertThat(document.content()).contains(sent);
        assertThat(document.transfer().orElseThrow().partnerNumber()).contains("32");
        assertThat(document.notNow()).contains("it has been sent");
        assertThat(looking.rehearsals).isEmpty();
    }

    @Test
    void aPayerThatWasSentToIsShownAlthoughAnotherPaysNow() {
        DocumentKey before = Orders.key("421", "C0");
        looking.transfer(
                before, TransferState.DELIVERED, Optional.of(Orders.order(before, "90", LocalDate.of(2026, 3, 1))));

        List<DocumentPreview> documents = looking.look("421");

        assertThat(documents).extracting(one -> one.key().payer()).containsExactly("C0", "C1");
        assertThat(documents.get(1).problems()).extracting(Problem::cause).containsExactly("ledger.payer-came-late");
    }

    @Test
    void whatStoppedSaysWhatStartsItAgain() {
        looking.transfer(key, TransferState.REJECTED, Optional.empty());
        assertThat(look().notNow().orElseThrow()).contains("transfer 1 has stopped");
    }

    @Test
    void allOrdersOfTheNumberAreShown() {
        looking.stands(new DocumentKey(new SourceKey("store", "north", "sales", "421"), "C1", 1));
        assertThat(looking.look("421"))
                .extracting(one -> one.key().order().kind())
                .containsExactly("sales", "work");
        assertThat(looking.look("4711")).isEmpty();
    }
}
