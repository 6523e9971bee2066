package org.accountinghub.connectors.fortnox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accountinghub.connectors.fortnox.Reply.Failed;
import org.accountinghub.connectors.fortnox.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.fortnox.wire.ArticleItem;
import org.accountinghub.mappings.fortnox.wire.FortnoxArticle;

/**
 * Which article numbers Fortnox has and has active. The register is read as a list now and then, which costs one call
 * for 500 articles; what the list did not hold is asked for singly.
 */
final class FortnoxArticles {

    private static final Duration LIST_GOOD_FOR = Duration.ofMinutes(10);
    private static final Duration SINGLE_GOOD_FOR = Duration.ofMinutes(2);
    private static final int MOST_PAGES = 10;
    private static final int MOST_SINGLES = 5_000;

    private final FortnoxClient client;
    private final FortnoxLists lists;
    private final InstantSource clock;
    private final Set<String> listed = new HashSet<>();
    private final Map<String, Looked> singles = new HashMap<>();
    private Instant listedUntil = Instant.MIN;

    private record Looked(boolean active, Instant goodUntil) {}

    FortnoxArticles(FortnoxClient client, InstantSource clock) {
        this.client = client;
        this.lists = new FortnoxLists(client);
        this.clock = clock;
    }

    /** Those of the numbers that are there and active. One thread at a time: the others profit from what it learns. */
    synchronized Reply<Set<String>> active(Set<String> numbers, Conversation conversation) {
        if (!numbers.isEmpty() && clock.instant().isAfter(listedUntil)) {
            Reply<List<ArticleItem>> list =
                    lists.pages(FortnoxLists.ARTICLES, Map.of("filter", "active"), MOST_PAGES, conversation);
            if (list instanceof Failed<List<ArticleItem>> failed) {
                return new Failed<>(failed.outcome());
            }
            remember(((Said<List<ArticleItem>>) list).body());
        }
        Set<String> active = new HashSet<>();
        for (String number : numbers) {
            Reply<Boolean> known = isActive(number, conversation);
            if (known instanceof Failed<Boolean> failed) {
                return new Failed<>(failed.outcome());
            }
            if (known instanceof Said<Boolean> said && said.body()) {
                active.add(number);
            }
        }
        return new Said<>(Set.copyOf(active));
    }

    /** Forgets what it knows: Fortnox has refused an article that we took for active. */
    synchronized void forget() {
        listedUntil = Instant.MIN;
    }

    private void remember(List<ArticleItem> list) {
        listed.clear();
        singles.clear();
        list.forEach(item -> item.articleNumber().ifPresent(listed::add));
        listedUntil = clock.instant().plus(LIST_GOOD_FOR);
    }

    private Reply<Boolean> isActive(String number, Conversation conversation) {
        if (listed.contains(number)) {
            return new Said<>(true);
        }
        Looked looked = singles.get(number);
        if (looked != null && clock.instant().isBefore(looked.goodUntil())) {
            return new Said<>(looked.active());
        }
        Reply<FortnoxArticle.Body> reply = client.read(
                "/articles/" + FortnoxClient.segment(number), Map.of(), FortnoxArticle.Body.class, conversation);
        if (reply instanceof Failed<FortnoxArticle.Body> failed) {
            return new Failed<>(failed.outcome());
        }
        boolean active = reply instanceof Said<FortnoxArticle.Body> said
                && said.body().article().articleNumber().filter(number::equals).isPresent()
                && said.body().article().active().orElse(true);
        if (singles.size() >= MOST_SINGLES) {
            singles.clear();
        }
        singles.put(number, new Looked(active, clock.instant().plus(SINGLE_GOOD_FOR)));
        return new Said<>(active);
    }
}
