package org.accountinghub.connectors.vismaeaccounting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.vismaeaccounting.CustomerMatch;
import org.accountinghub.mappings.vismaeaccounting.wire.CustomerThere;

/** Customers as the payers of documents, who are known by their ids; people know them by numbers. */
final class Payers {

    private static final int MOST_PAGES = 5;
    private static final int MOST_KEPT = 50_000;

    private final VismaLists lists;
    private final Map<String, String> numbersById = new ConcurrentHashMap<>();

    Payers(VismaLists lists) {
        this.lists = lists;
    }

    /** The one with exactly this number, as it is now; it has an id. */
    Reply<Optional<CustomerThere>> numbered(String number, Conversation conversation) {
        return matching("CustomerNumber eq " + VismaClient.quoted(number), conversation)
                .map(hits -> CustomerMatch.withNumber(number, hits).stream()
                        .filter(hit -> hit.id().isPresent())
                        .findFirst());
    }

    /**
     * The bound one as it is now, whatever its number has become.
     *
     * @param id or the number, where it was bound before ids were kept
     */
    Reply<Optional<CustomerThere>> bound(String id, Conversation conversation) {
        return RecordIds.isOne(id)
                ? lists.one(VismaLists.CUSTOMERS, id, CustomerThere.class, conversation)
                        .map(found -> found.filter(one -> one.id().isPresent()))
                : numbered(id, conversation);
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
        return lists.one(VismaLists.CUSTOMERS, id, CustomerThere.class, conversation)
                .map(found -> {
                    Optional<String> number = found.flatMap(CustomerThere::customerNumber);
                    number.ifPresent(told -> numbersById.put(id, told));
                    return number;
                });
    }

    /** @param number ours */
    static Problem unknown(String number) {
        return VismaProblems.partner(
                        "customer-unknown",
                        "eAccounting no longer has the customer that is ours as " + number + ".",
                        "Restore the customer in eAccounting, or send the customer again, then retry.")
                .at("customer number");
    }
}
