package org.accountinghub.routes.engine.byhand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.Subject;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.byhand.MarkDelivered.Result;
import org.accountinghub.routes.engine.byhand.MarkDelivered.Word;
import org.accountinghub.routes.engine.memory.MemoryConnections;
import org.accountinghub.routes.engine.memory.Orders;
import org.accountinghub.routes.engine.memory.TestClock;
import org.accountinghub.routes.engine.port.ByHandLedger;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;
import org.junit.jupiter.api.Test;

/** A person says under which number a customer or article is at the partner. */
class RecordsByHandTest implements ByHandLedger {

    private static final SourceKey CUSTOMER = Orders.customerKey("C1");
    private static final SourceKey ARTICLE = new SourceKey("service", "north", SourceKey.ARTICLE, "A1");

    private final MemoryConnections connections = new MemoryConnections();
    private final List<Bound> bound = new ArrayList<>();
    private final Books books = new Books();
    private Connector connector = books;
    private Subject subject = new Subject.OfCustomer(CUSTOMER);
    private TransferState state = TransferState.REJECTED;
    private Binding binding = Binding.DELIVERED;
    private Optional<Frozen> frozen = Optional.empty();

    RecordsByHandTest() {
        connections.save(new Connection(
                "books",
                "told",
                Optional.empty(),
                Connection.State.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                new ConnectionSettings("books", ZoneId.of("Europe/Stockholm"), Map.of(), Map.of())));
        books.customer = new Reading.Ready<>(Orders.customer(CUSTOMER));
        books.finding =
                Optional.of(new Finding.Found(new PartnerDocument("id-9001", "9001", List.of("it is inactive"))));
    }

    private Result mark() {
        return new MarkDelivered(this, connections, any -> connector, books.stores(), new TestClock())
                .mark(1, new Word("9001", "maria", "found it", true))
                .orElseThrow();
    }

    @Test
    void aCustomerThatTheConnectorFindsThereIsBound() {
        Result result = mark();

        assertThat(result.changed()).isTrue();
        assertThat(result.words()).isEqualTo("customer 9001 is bound to it; it is delivered.");
        assertThat(books.read).containsExactly("{customer=9001} Customer");
        assertThat(bound).singleElement().satisfies(one -> {
            assertThat(one.document().id()).isEqualTo("id-9001");
            assertThat(one.document().notes()).containsExactly("it is inactive", "found there by maria");
            assertThat(one.steps()).hasSize(1);
            assertThat(one.content()).isEqualTo(new Frozen.CustomerRecord(Orders.customer(CUSTOMER)));
        });
    }

    @Test
    void anArticleIsBoundLikeIt() {
        subject = new Subject.OfArticle(ARTICLE);
        frozen = Optional.of(new Frozen.ArticleRecord(
                new Article(ARTICLE, "Filter", Optional.empty(), Optional.empty(), Optional.empty(), true)));

        assertThat(mark().words()).isEqualTo("article 9001 is bound to it; it is delivered.");
        assertThat(books.read).containsExactly("{article=9001} Article");
    }

    @Test
    void anothersIsRefusedWithTheWordsOfWhoRead() {
        books.finding = Optional.of(new Finding.Disagrees(Problem.of(
                "partner.customer-number-taken", Problem.Stage.PARTNER, "Customer 9001 is Beta AB.", "Renumber it")));

        Result result = mark();

        assertThat(result.refused()).isTrue();
        assertThat(result.words())
                .contains("customer 9001 at books is not customer C1 here", "Customer 9001 is Beta AB.");
        assertThat(bound).isEmpty();
    }

    @Test
    void whatIsNotThereOrCannotBeReadIsSaid() {
        books.finding = Optional.of(new Finding.Absent());
        assertThat(mark().words()).isEqualTo("There is no customer 9001 at books.");
        Problem away = Problem.of("partner.away", Problem.Stage.PARTNER, "it is closed", "Wait");
        books.finding = Optional.of(new Finding.Unreachable(new Outcome.Retry(away, Optional.empty(), true)));
        assertThat(mark().words()).contains("could not be read", "it is closed");
        assertThat(bound).isEmpty();
    }

    @Test
    void whoIsLinkedOtherwiseIsNotBoundAgain() {
        binding = Binding.BOUND_ELSEWHERE;
        Result result = mark();
        assertThat(result.refused()).isTrue();
        assertThat(result.words()).contains("customer 9001 there belongs to another one here already");
    }

    /** What was frozen serves where the service system has it no more; who is at neither place cannot be compared. */
    @Test
    void whoIsGoneFromTheServiceSystemIsComparedAsItWas() {
        books.customer = new Reading.Gone<>("it was deleted");
        assertThat(mark().words()).contains("cannot tell customer C1 as it stands");
        frozen = Optional.of(new Frozen.CustomerRecord(Orders.customer(CUSTOMER)));
        assertThat(mark().changed()).isTrue();
    }

    @Test
    void aPartnerThatTakesNoneIsSaid() {
        connector = new Connector() {
            @Override
            public List<Problem> check(Conversation conversation) {
                return List.of();
            }

            @Override
            public void close() {
                // holds nothing open
            }
        };
        assertThat(mark().words()).isEqualTo("Connection books takes no customers.");
    }

    @Test
    void onlyWhatHasStoppedIsBound() {
        state = TransferState.DUE;
        assertThat(mark().refused()).isTrue();
        state = TransferState.DELIVERED;
        assertThat(mark().changed()).isFalse();
        assertThat(bound).isEmpty();
    }

    /** Both sides have it: retrying reads them, and knows what is there better than anybody's word. */
    @Test
    void aChangeOfARecordIsLookedForByRetryingIt() {
        subject = new Subject.OfRecord(CUSTOMER);
        state = TransferState.IN_DOUBT;
        assertThat(mark().refused()).isTrue();
        assertThat(mark().words()).contains("changes customer C1", "Retry it");
    }

    @Override
    public Optional<Transfer> transfer(long transferId) {
        return Optional.of(new Transfer(
                transferId,
                "books",
                subject,
                state,
                Instant.EPOCH,
                1,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    @Override
    public Optional<Frozen> frozen(long transferId) {
        return frozen;
    }

    @Override
    public Optional<CustomerThere> customerThere(String connection, SourceKey customer) {
        return Optional.empty();
    }

    @Override
    public Binding bind(long transferId, Bound found, String who, String reason) {
        bound.add(found);
        return binding;
    }

    @Override
    public boolean complete(long transferId, String who, String reason) {
        throw new AssertionError("not asked for");
    }
}
