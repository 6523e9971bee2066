package org.accountinghub.connectors.fortnox;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.fortnox.wire.ArticleItem;

/**
 * Which articles are not in use: a list shows nothing of that, but there is one of just those. Read once for each listing,
 * it spares a call for each article. What changes after that was changed during the listing, so that the next one asks for
 * it.
 */
final class InactiveArticles {

    /** Never reached: 100,000 articles that nobody uses. */
    private static final int MOST_PAGES = 200;

    private final FortnoxLists lists;
    private Optional<Known> known = Optional.empty();

    private record Known(Instant begun, Set<String> numbers) {}

    InactiveArticles(FortnoxLists lists) {
        this.lists = lists;
    }

    /** @param begun the listing's */
    synchronized Reply<Set<String>> during(Instant begun, Map<String, String> query, Conversation conversation) {
        Optional<Set<String>> numbers =
                known.filter(one -> one.begun().equals(begun)).map(Known::numbers);
        if (numbers.isPresent()) {
            return new Reply.Said<>(numbers.get());
        }
        Map<String, String> inactive = new HashMap<>(query);
        inactive.put("filter", "inactive");
        Reply<List<ArticleItem>> reply = lists.whole(FortnoxLists.ARTICLES, inactive, MOST_PAGES, conversation);
        Reply<Set<String>> read = reply.map(items ->
                items.stream().flatMap(item -> item.articleNumber().stream()).collect(Collectors.toUnmodifiableSet()));
        if (read instanceof Reply.Said<Set<String>> said) {
            known = Optional.of(new Known(begun, said.body()));
        }
        return read;
    }
}
