package org.accountinghub.connectors.fortnox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.fortnox.wire.ArticleItem;
import org.accountinghub.mappings.fortnox.wire.FortnoxArticle;

/**
 * Which article numbers Fortnox has and has active. The register is read as a list now and then, which costs one call
 * for 500 articles; what the list did not hold is asked for singly.
 */
final class FortnoxArticles {

    static final String PATH = "/articles";

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

    /** How an article stands in Fortnox. */
    enum Standing {
        ACTIVE,
        INACTIVE,
        ABSENT
    }

    private record Looked(Standing standing, Instant goodUntil) {}

    FortnoxArticles(FortnoxClient client, InstantSource clock) {
        this.client = client;
        this.lists = new FortnoxLists(client);
        this.clock = clock;
    }

    /** Those of the numbers that are there and active. */
    Reply<Set<String>> active(Set<String> numbers, Conversation conversation) {
        Set<String> active = new HashSet<>();
        for (String number : numbers) {
            Reply<Standing> standing = standing(number, conversation);
            if (standing instanceof Failed<Standing> failed) {
                return new Failed<>(failed.outcome());
            }
            if (standing instanceof Said<Standing> said && said.body() == Standing.ACTIVE) {
                active.add(number);
            }
        }
        return new Said<>(Set.copyOf(active));
    }

    /** How an article stands, as it was a few minutes ago. One thread at a time: the others profit from what it learns. */
    synchronized Reply<Standing> standing(String number, Conversation conversation) {
        if (clock.instant().isAfter(listedUntil)) {
            Reply<List<ArticleItem>> list =
                    lists.pages(FortnoxLists.ARTICLES, Map.of("filter", "active"), MOST_PAGES, conversation);
            if (list instanceof Failed<List<ArticleItem>> failed) {
                return new Failed<>(failed.outcome());
            }
            remember(((Said<List<ArticleItem>>) list).body());
        }
        if (listed.contains(number)) {
            return new Said<>(Standing.ACTIVE);
        }
        Looked looked = singles.get(number);
        return looked != null && clock.instant().isBefore(looked.goodUntil())
                ? new Said<>(looked.standing())
                : ask(number, conversation);
    }

    /** Asks for one article, whatever is known of it. */
    synchronized Reply<Standing> ask(String number, Conversation conversation) {
        Reply<FortnoxArticle.Body> reply = client.read(
                PATH + "/" + FortnoxClient.segment(number), Map.of(), FortnoxArticle.Body.class, conversation);
        if (reply instanceof Failed<FortnoxArticle.Body> failed) {
            return new Failed<>(failed.outcome());
        }
        Standing standing = reply instanceof Said<FortnoxArticle.Body> said
                ? standing(number, said.body().article())
                : Standing.ABSENT;
        learn(number, standing);
        return new Said<>(standing);
    }

    /** The article was just made or seen. */
    synchronized void learn(String number, Standing standing) {
        if (singles.size() >= MOST_SINGLES) {
            singles.clear();
        }
        singles.put(number, new Looked(standing, clock.instant().plus(SINGLE_GOOD_FOR)));
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

    private static Standing standing(String number, FortnoxArticle article) {
        if (article.articleNumber().filter(number::equals).isEmpty()) {
            return Standing.ABSENT;
        }
        return article.active().orElse(true) ? Standing.ACTIVE : Standing.INACTIVE;
    }
}
