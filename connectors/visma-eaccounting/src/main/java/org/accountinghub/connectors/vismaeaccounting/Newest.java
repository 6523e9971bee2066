package org.accountinghub.connectors.vismaeaccounting;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.vismaeaccounting.wire.DocumentThere;
import org.accountinghub.mappings.vismaeaccounting.wire.DraftThere;
import org.accountinghub.mappings.vismaeaccounting.wire.EAccountingPage;
import org.accountinghub.mappings.vismaeaccounting.wire.InvoiceThere;
import org.accountinghub.mappings.vismaeaccounting.wire.OrderThere;

/** Documents by time: eAccounting finds none by a text of ours. What lists leave out is read singly. */
final class Newest {

    private static final int MOST_PAGES = 200;

    /** Clocks differ a little, and what is made takes a moment. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final VismaClient client;
    private final VismaLists lists;
    private final boolean filters;

    Newest(VismaClient client, VismaLists lists, boolean filters) {
        this.client = client;
        this.lists = lists;
        this.filters = filters;
    }

    static String moment(Instant since) {
        return since.minus(OVERLAP).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** What a list of drafts is asked for: those made since then. */
    Map<String, String> draftsSince(Instant since) {
        return filters ? Map.of(VismaLists.FILTER, "CreatedUtc ge " + moment(since)) : Map.of();
    }

    /** Orders that were changed since then. */
    Map<String, String> ordersSince(Instant since) {
        return filters ? Map.of(VismaLists.FILTER, "ModifiedUtc ge " + moment(since)) : Map.of();
    }

    /** Invoices that were changed since then: a parameter of their own. */
    static Map<String, String> invoicesSince(Instant since) {
        return Map.of("modifiedSinceUtc", moment(since));
    }

    Reply<List<DraftThere>> drafts(Instant since, Conversation conversation) {
        return made(
                VismaLists.DRAFTS,
                draftsSince(since),
                since,
                id -> client.read(DraftForm.path(id), Map.of(), DraftThere.class, conversation),
                conversation);
    }

    Reply<List<InvoiceThere>> invoices(Instant since, Conversation conversation) {
        return made(
                VismaLists.INVOICES,
                invoicesSince(since),
                since,
                id -> client.read(Invoices.path(id), Map.of(), InvoiceThere.class, conversation),
                conversation);
    }

    Reply<List<OrderThere>> orders(Instant since, Conversation conversation) {
        return made(
                VismaLists.ORDERS,
                ordersSince(since),
                since,
                id -> client.read(OrderForm.path(id), Map.of(), OrderThere.class, conversation),
                conversation);
    }

    /** Those that were made since then, or do not say when, each with its rows. */
    private <P extends EAccountingPage<T>, T extends DocumentThere> Reply<List<T>> made(
            VismaLists.Register<P, T> register,
            Map<String, String> filter,
            Instant since,
            Function<String, Reply<T>> single,
            Conversation conversation) {
        return lists.whole(register, filter, MOST_PAGES, conversation).then(all -> {
            List<T> whole = new ArrayList<>();
            for (T one : all) {
                if (one.created()
                        .filter(made -> made.isBefore(since.minus(OVERLAP)))
                        .isPresent()) {
                    continue;
                }
                Optional<String> id = one.id();
                if (one.rows().isPresent() || id.isEmpty()) {
                    whole.add(one);
                    continue;
                }
                Reply<T> read = single.apply(id.get());
                if (read instanceof Failed<T> failed) {
                    return new Failed<>(failed.outcome());
                }
                if (read instanceof Said<T> said) {
                    whole.add(said.body());
                }
            }
            return new Said<>(List.copyOf(whole));
        });
    }
}
