package org.accountinghub.connectors.vismaeaccounting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Absent;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.vismaeaccounting.CustomerMatch;
import org.accountinghub.mappings.vismaeaccounting.wire.CustomerThere;

/** Customers as the payers of documents: the hub knows them by number, eAccounting's documents by id. */
final class Payers {

    private static final int MOST_PAGES = 5;
    private static final int MOST_KEPT = 50_000;

    private final VismaClient client;
    private final VismaLists lists;
    private final Map<String, String> numbersById = new ConcurrentHashMap<>();

    Payers(VismaClient client, VismaLists lists) {
        this.client = client;
        this.lists = lists;
    }

    /** The one with exactly this number, as it is now; it has an id. */
    Reply<Optional<CustomerThere>> numbered(String number, Conversation conversation) {
        return matching("CustomerNumber eq " + VismaClient.quoted(number), conversation)
                .map(hits -> CustomerMatch.withNumber(number, hits).stream()
                        .filter(hit -> hit.id().isPresent())
                        .findFirst());
    }

    Reply<List<CustomerThere>> matching(String filter, Conversation conversation) {
        return lists.whole(VismaLists.CUSTOMERS, Map.of(VismaLists.FILTER, filter), MOST_PAGES, conversation);
    }

    /** The number of the customer with this id; empty when it is gone. */
    Reply<Optional<String>> number(String id, Conversation conversation) {
        if (numbersById.size() > MOST_KEPT) {
            numbersById.clear();
        }
        String known = numbersById.get(id);
        if (known != null) {
            return new Said<>(Optional.of(known));
        }
        Reply<CustomerThere> reply =
                client.read("/customers/" + VismaClient.segment(id), Map.of(), CustomerThere.class, conversation);
        if (reply instanceof Absent<CustomerThere>) {
            return new Said<>(Optional.empty());
        }
        return reply.map(customer -> {
            customer.customerNumber().ifPresent(number -> numbersById.put(id, number));
            return customer.customerNumber();
        });
    }

    static Problem unknown(String number) {
        return VismaProblems.partner(
                        "customer-unknown",
                        "eAccounting has no customer " + number + ".",
                        "Restore the customer in eAccounting, or send the customer again, then retry.")
                .at("customer number");
    }
}
