package org.accountinghub.connectors.vismaeaccounting;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Absent;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.vismaeaccounting.wire.InvoiceThere;

/** Invoices by what the hub knows them by: the draft that they were, the order they were made of, their number. */
final class Invoices {

    static final String PATH = "/customerinvoices";

    private static final int MOST_PAGES = 200;
    private static final int MOST_KEPT = 50_000;

    private final VismaClient client;
    private final VismaLists lists;
    private final boolean filters;
    private final Duration lookBack;
    private final InstantSource clock;
    private final Map<String, String> idsByDraft = new ConcurrentHashMap<>();

    Invoices(VismaClient client, VismaLists lists, VismaSettings settings, InstantSource clock) {
        this.client = client;
        this.lists = lists;
        this.filters = settings.filters();
        this.lookBack = settings.lookBack();
        this.clock = clock;
    }

    static String path(String id) {
        return PATH + "/" + VismaClient.segment(id);
    }

    /** A list has shown these. */
    void seen(List<InvoiceThere> invoices) {
        if (idsByDraft.size() > MOST_KEPT) {
            idsByDraft.clear();
        }
        invoices.forEach(invoice -> invoice.createdFromDraftId()
                .ifPresent(draft -> invoice.id().ifPresent(id -> idsByDraft.put(draft, id))));
    }

    Reply<InvoiceThere> read(String id, Conversation conversation) {
        return client.read(path(id), Map.of(), InvoiceThere.class, conversation);
    }

    /** The invoice that was this draft, or has this id. */
    Reply<InvoiceThere> identified(String identity, Conversation conversation) {
        String known = idsByDraft.get(identity);
        if (known != null) {
            return read(known, conversation);
        }
        Reply<Optional<InvoiceThere>> made = madeOf("CreatedFromDraftId eq " + identity, conversation)
                .map(all -> all.stream()
                        .filter(invoice -> invoice.createdFromDraftId()
                                .filter(identity::equals)
                                .isPresent())
                        .findFirst());
        return made.then(found -> found.isPresent() ? whole(found.get(), conversation) : read(identity, conversation));
    }

    /** The invoice with this number. */
    Reply<InvoiceThere> numbered(String number, Conversation conversation) {
        return madeOf("InvoiceNumber eq " + number, conversation)
                .then(all -> all.stream()
                        .filter(invoice ->
                                invoice.invoiceNumber().filter(number::equals).isPresent())
                        .findFirst()
                        .map(found -> whole(found, conversation))
                        .orElseGet(Absent::new));
    }

    Reply<List<InvoiceThere>> ofOrder(String orderId, Conversation conversation) {
        return madeOf("CreatedFromOrderId eq " + orderId, conversation)
                .map(all -> all.stream()
                        .filter(invoice -> invoice.createdFromOrderId()
                                .filter(orderId::equals)
                                .isPresent())
                        .toList());
    }

    /** The credit invoice that credits this one. */
    Reply<Optional<InvoiceThere>> crediting(String id, Conversation conversation) {
        if (!filters) {
            return new Said<>(Optional.empty());
        }
        return madeOf("ReferringInvoiceId eq " + id, conversation)
                .map(all -> all.stream()
                        .filter(invoice -> invoice.isCreditInvoice().orElse(false)
                                && invoice.referringInvoiceId()
                                        .filter(id::equals)
                                        .isPresent())
                        .findFirst());
    }

    private Reply<InvoiceThere> whole(InvoiceThere found, Conversation conversation) {
        return found.rows().isPresent() || found.id().isEmpty()
                ? new Said<>(found)
                : read(found.id().get(), conversation);
    }

    private Reply<List<InvoiceThere>> madeOf(String filter, Conversation conversation) {
        Map<String, String> query = filters
                ? Map.of(VismaLists.FILTER, filter)
                : Newest.invoicesSince(clock.instant().minus(lookBack));
        return lists.whole(VismaLists.INVOICES, query, MOST_PAGES, conversation).map(all -> {
            seen(all);
            return all;
        });
    }
}
