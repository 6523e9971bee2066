package org.accountinghub.connectors.fortnox;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accountinghub.connectors.fortnox.Reply.Failed;
import org.accountinghub.connectors.fortnox.Reply.Said;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.connectors.spi.Returns.Brief;
import org.accountinghub.connectors.spi.Returns.Page;
import org.accountinghub.mappings.fortnox.InvoiceReading;
import org.accountinghub.mappings.fortnox.OrderReading;
import org.accountinghub.mappings.fortnox.wire.FortnoxOrder;
import org.accountinghub.mappings.fortnox.wire.OrderItem;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.model.Translation;

/**
 * Reads what became of orders. A list does not show that an order was invoiced, so those that are invoiced are listed by
 * themselves: two calls for a page instead of one for each order.
 */
final class OrderReturns implements Returns<PlacedOrder> {

    /** Never reached: 100,000 orders invoiced since the last look. */
    private static final int MOST_PAGES = 200;

    private static final Page NOTHING = new Page(List.of(), Optional.empty());

    private final FortnoxLists lists;
    private final OrderForm orders;

    OrderReturns(FortnoxClient client, OrderForm orders) {
        this.lists = new FortnoxLists(client);
        this.orders = orders;
    }

    @Override
    public Answer<Page> changedSince(Instant since, Optional<String> page, Conversation conversation) {
        Map<String, String> query = ChangedSince.query(since);
        Map<String, String> invoicedOnly = new HashMap<>(query);
        invoicedOnly.put("filter", "invoicecreated");
        Reply<List<OrderItem>> invoiced =
                OrderForm.entitled(lists.whole(FortnoxLists.ORDERS, invoicedOnly, MOST_PAGES, conversation));
        if (!(invoiced instanceof Said<List<OrderItem>> ofInvoices)) {
            Outcome why = ((Failed<List<OrderItem>>) invoiced).outcome();
            return withoutRight(why) ? new Answer.Value<>(NOTHING) : FortnoxProblems.none(why);
        }
        Set<String> numbers = ofInvoices.body().stream()
                .flatMap(item -> item.documentNumber().stream())
                .collect(Collectors.toSet());
        Reply<OrderItem.Page> reply = OrderForm.entitled(lists.page(
                FortnoxLists.ORDERS, query, page.map(Integer::valueOf).orElse(1), conversation));
        if (reply instanceof Said<OrderItem.Page> said) {
            List<Brief> briefs = said.body().items().stream()
                    .flatMap(item -> brief(item, numbers))
                    .toList();
            return new Answer.Value<>(new Page(briefs, said.body().next().map(String::valueOf)));
        }
        return FortnoxProblems.none(((Failed<OrderItem.Page>) reply).outcome());
    }

    @Override
    public Answer<Optional<PlacedOrder>> read(String id, Conversation conversation) {
        Reply<FortnoxOrder> reply = orders.read(id, conversation);
        if (reply instanceof Failed<FortnoxOrder> failed) {
            return FortnoxProblems.none(failed.outcome());
        }
        if (reply instanceof Said<FortnoxOrder> said) {
            Translation<PlacedOrder> read = OrderReading.read(said.body());
            if (read instanceof Translation.Refused<PlacedOrder> refused) {
                return FortnoxProblems.none(new Outcome.Rejected(refused.combined()));
            }
            return new Answer.Value<>(Optional.of(((Translation.Done<PlacedOrder>) read).value()));
        }
        return new Answer.Value<>(Optional.empty());
    }

    @Override
    public Answer<List<Brief>> carrying(Reference reference, Conversation conversation) {
        Reply<List<FortnoxOrder>> reply = Carrying.all(orders, reference, conversation);
        if (reply instanceof Said<List<FortnoxOrder>> said) {
            return new Answer.Value<>(
                    said.body().stream().flatMap(OrderReturns::brief).toList());
        }
        return FortnoxProblems.none(((Failed<List<FortnoxOrder>>) reply).outcome());
    }

    /**
     * A connection that never had the right has no order over there, and its invoices must come back all the same. One that
     * lost it hears so as soon as an order of its own is read.
     */
    private static boolean withoutRight(Outcome why) {
        return why instanceof Outcome.Rejected rejected
                && OptionalRights.lacks(FortnoxSettings.ORDER, rejected.problem());
    }

    private static Stream<Brief> brief(OrderItem item, Set<String> invoiced) {
        return item.documentNumber().stream()
                .map(number -> new Brief(
                        number,
                        InvoiceReading.reference(item.externalInvoiceReference1()),
                        ChangedSince.fingerprint(
                                item.customerNumber(),
                                item.cancelled(),
                                item.sent(),
                                item.total(),
                                Optional.of(invoiced.contains(number)))));
    }

    private static Stream<Brief> brief(FortnoxOrder order) {
        return order.documentNumber().stream()
                .map(number -> new Brief(
                        number,
                        InvoiceReading.reference(order.externalInvoiceReference1()),
                        ChangedSince.fingerprint(
                                order.customerNumber(),
                                order.cancelled(),
                                order.sent(),
                                order.total(),
                                Optional.of(OrderForm.invoice(order).isPresent()))));
    }
}
