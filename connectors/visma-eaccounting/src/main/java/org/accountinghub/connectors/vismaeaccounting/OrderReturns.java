package org.accountinghub.connectors.vismaeaccounting;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.http.Fingerprint;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Absent;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.connectors.vismaeaccounting.VismaLists.Part;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.vismaeaccounting.DocumentMatch;
import org.accountinghub.mappings.vismaeaccounting.InvoiceReading;
import org.accountinghub.mappings.vismaeaccounting.OrderReading;
import org.accountinghub.mappings.vismaeaccounting.ReferenceText;
import org.accountinghub.mappings.vismaeaccounting.wire.InvoiceThere;
import org.accountinghub.mappings.vismaeaccounting.wire.Moments;
import org.accountinghub.mappings.vismaeaccounting.wire.OrderThere;

/** Reads what became of orders. An order does not name its invoices; they name it. */
final class OrderReturns implements Returns<PlacedOrder> {

    private static final int MOST_PAGES = 20;

    private final VismaLists lists;
    private final Newest newest;
    private final OrderForm form;
    private final Invoices invoices;
    private final Articles articles;
    private final Payers payers;
    private final VismaSettings settings;
    private final InstantSource clock;

    OrderReturns(
            VismaLists lists,
            Newest newest,
            OrderForm form,
            Invoices invoices,
            Articles articles,
            Payers payers,
            VismaSettings settings,
            InstantSource clock) {
        this.lists = lists;
        this.newest = newest;
        this.form = form;
        this.invoices = invoices;
        this.articles = articles;
        this.payers = payers;
        this.settings = settings;
        this.clock = clock;
    }

    /** A company without the module for orders has none, and its invoices must come back all the same. */
    @Override
    public Answer<Page> changedSince(Instant since, Optional<String> page, Conversation conversation) {
        int number = page.map(Integer::valueOf).orElse(1);
        Reply<Part<OrderThere>> reply = lists.page(VismaLists.ORDERS, newest.ordersSince(since), number, conversation);
        if (reply instanceof Failed<Part<OrderThere>> failed) {
            return withoutModule(failed.outcome())
                    ? new Answer.Value<>(new Page(List.of(), Optional.empty()))
                    : new Answer.None<>(failed.outcome());
        }
        Part<OrderThere> part = ((Said<Part<OrderThere>>) reply).body();
        return new Answer.Value<>(new Page(
                part.items().stream()
                        .filter(order -> !isOlder(order, since))
                        .map(OrderReturns::brief)
                        .toList(),
                part.next().map(String::valueOf)));
    }

    @Override
    public Answer<Optional<String>> idOf(String called, Conversation conversation) {
        if (!VismaLists.isNumber(called)) {
            return new Answer.Value<>(Optional.of(called));
        }
        Reply<OrderThere> reply = numbered(called, conversation);
        return reply instanceof Absent<OrderThere>
                ? new Answer.Value<>(Optional.empty())
                : reply.map(OrderThere::id).answer();
    }

    /** By id, or by the number that people know. */
    @Override
    public Answer<Optional<PlacedOrder>> read(String id, Conversation conversation) {
        Reply<OrderThere> reply = VismaLists.isNumber(id) ? numbered(id, conversation) : form.read(id, conversation);
        if (reply instanceof Absent<OrderThere>) {
            return new Answer.Value<>(Optional.empty());
        }
        return Reply.translated(reply.then(order -> whole(order, conversation)));
    }

    @Override
    public Answer<List<Brief>> carrying(Reference reference, Conversation conversation) {
        return newest.orders(clock.instant().minus(settings.lookBack()), conversation)
                .map(found -> found.stream()
                        .filter(order -> DocumentMatch.carries(reference, order))
                        .map(OrderReturns::brief)
                        .toList())
                .answer();
    }

    private Reply<Translation<PlacedOrder>> whole(OrderThere order, Conversation conversation) {
        return articles.rates(InvoiceReading.articles(order), conversation)
                .then(rates -> customerNumber(order, conversation)
                        .then(customer -> madeOf(order, conversation)
                                .map(made -> OrderReading.read(order, rates, customer, made))));
    }

    private Reply<Optional<String>> customerNumber(OrderThere order, Conversation conversation) {
        return order.customerNumber().isPresent() || order.customerId().isEmpty()
                ? new Said<>(order.customerNumber())
                : payers.number(order.customerId().get(), conversation);
    }

    private Reply<List<String>> madeOf(OrderThere order, Conversation conversation) {
        if (order.status().orElse(0) != OrderThere.INVOICED || order.id().isEmpty()) {
            return new Said<>(List.of());
        }
        return invoices.ofOrder(order.id().get(), conversation)
                .map(all -> all.stream()
                        .map(InvoiceThere::identity)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Reply<OrderThere> numbered(String number, Conversation conversation) {
        Map<String, String> query = settings.filters() ? Map.of(VismaLists.FILTER, "Number eq " + number) : Map.of();
        return lists.whole(VismaLists.ORDERS, query, MOST_PAGES, conversation)
                .then(all -> all.stream()
                        .filter(order -> order.number().filter(number::equals).isPresent())
                        .findFirst()
                        .flatMap(OrderThere::id)
                        .map(id -> form.read(id, conversation))
                        .orElseGet(Absent::new));
    }

    private static boolean withoutModule(Outcome why) {
        return why instanceof Outcome.Rejected rejected
                && rejected.problem().cause().equals(VismaConnectorFactory.NAME + ".orders-not-licensed");
    }

    private static boolean isOlder(OrderThere order, Instant since) {
        Instant from = Moments.of(Newest.moment(since)).orElse(since);
        return order.modifiedUtc()
                .flatMap(Moments::of)
                .or(order::created)
                .filter(changed -> changed.isBefore(from))
                .isPresent();
    }

    private static Brief brief(OrderThere order) {
        return new Brief(
                order.id().orElse(""),
                ReferenceText.in(order.rows()),
                Fingerprint.of(order.number(), order.customerId(), order.status(), order.total(), order.modifiedUtc()));
    }
}
