package org.accountinghub.connectors.fortnox;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.mappings.fortnox.OrderReading;
import org.accountinghub.mappings.fortnox.wire.FortnoxOrder;
import org.accountinghub.mappings.fortnox.wire.OrderItem;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.Translation;

/**
 * Reads what became of orders. A list does not show that an order was invoiced, so those that are invoiced are listed by
 * themselves: two calls for a page instead of one for each order.
 */
final class OrderReturns extends DocumentReturns<FortnoxOrder, PlacedOrder> {

    /** Never reached: 100,000 orders invoiced since the last look. */
    private static final int MOST_PAGES = 200;

    private static final Page NOTHING = new Page(List.of(), Optional.empty());

    private final FortnoxLists lists;

    OrderReturns(FortnoxClient client, OrderForm form) {
        super(form);
        this.lists = new FortnoxLists(client);
    }

    @Override
    Reply<Page> changedSince(Instant since, int page, Conversation conversation) {
        Map<String, String> query = ChangedSince.query(since);
        Map<String, String> invoicedOnly = new HashMap<>(query);
        invoicedOnly.put("filter", "invoicecreated");
        Reply<List<OrderItem>> invoiced =
                OrderForm.entitled(lists.whole(FortnoxLists.ORDERS, invoicedOnly, MOST_PAGES, conversation));
        if (!(invoiced instanceof Said<List<OrderItem>> ofInvoices)) {
            Outcome why = ((Failed<List<OrderItem>>) invoiced).outcome();
            return withoutRight(why) ? new Said<>(NOTHING) : new Failed<>(why);
        }
        Set<String> numbers = ofInvoices.body().stream()
                .flatMap(item -> item.documentNumber().stream())
                .collect(Collectors.toSet());
        return OrderForm.entitled(lists.page(FortnoxLists.ORDERS, query, page, conversation)
                .map(list -> page(list, item -> listed(item, numbers))));
    }

    @Override
    Translation<PlacedOrder> translate(FortnoxOrder found) {
        return OrderReading.read(found);
    }

    @Override
    Stream<Brief> brief(FortnoxOrder order) {
        return brief(
                order.documentNumber(),
                order.externalInvoiceReference1(),
                order.customerNumber(),
                order.cancelled(),
                order.sent(),
                order.total(),
                Optional.of(OrderForm.invoice(order).isPresent()));
    }

    /**
     * A connection that never had the right has no order over there, and its invoices must come back all the same. One that
     * lost it hears so as soon as an order of its own is read.
     */
    private static boolean withoutRight(Outcome why) {
        return why instanceof Outcome.Rejected rejected
                && OptionalRights.lacks(FortnoxSettings.ORDER, rejected.problem());
    }

    private static Stream<Brief> listed(OrderItem item, Set<String> invoiced) {
        return brief(
                item.documentNumber(),
                item.externalInvoiceReference1(),
                item.customerNumber(),
                item.cancelled(),
                item.sent(),
                item.total(),
                item.documentNumber().map(invoiced::contains));
    }
}
