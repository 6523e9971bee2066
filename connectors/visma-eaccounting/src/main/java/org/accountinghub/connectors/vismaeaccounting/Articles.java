package org.accountinghub.connectors.vismaeaccounting;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Absent;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.vismaeaccounting.ArticleBasis;
import org.accountinghub.mappings.vismaeaccounting.Catalogue;
import org.accountinghub.mappings.vismaeaccounting.Rates;
import org.accountinghub.mappings.vismaeaccounting.wire.ArticleCoding;
import org.accountinghub.mappings.vismaeaccounting.wire.ArticleThere;
import org.accountinghub.mappings.vismaeaccounting.wire.Unit;

/** The company's articles, and the VAT rates that their codings give them. */
final class Articles {

    private static final int MOST_PAGES = 40;
    private static final int MOST_KEPT = 20_000;

    private final VismaClient client;
    private final VismaLists lists;
    private final InstantSource clock;
    private final Kept<List<ArticleCoding>> codings;
    private final Kept<List<Unit>> units;
    private final Map<String, Kept<Optional<ArticleThere>>> byNumber = new ConcurrentHashMap<>();
    private final Map<String, BigDecimal> ratesById = new ConcurrentHashMap<>();

    Articles(VismaClient client, VismaLists lists, InstantSource clock) {
        this.client = client;
        this.lists = lists;
        this.clock = clock;
        this.codings = new Kept<>(clock);
        this.units = new Kept<>(clock);
    }

    Reply<List<ArticleCoding>> codings(Conversation conversation) {
        return codings.orElse(() -> lists.whole(VismaLists.CODINGS, Map.of(), MOST_PAGES, conversation));
    }

    Reply<List<Unit>> units(Conversation conversation) {
        return units.orElse(() -> lists.whole(VismaLists.UNITS, Map.of(), MOST_PAGES, conversation));
    }

    /** @param named of the codings to use, by VAT rate */
    Reply<ArticleBasis> basis(Map<BigDecimal, String> named, Conversation conversation) {
        return codings(conversation).then(all -> units(conversation).map(units -> new ArticleBasis(all, named, units)));
    }

    /** The one with exactly this number, active or not. */
    Reply<Optional<ArticleThere>> numbered(String number, Conversation conversation) {
        if (byNumber.size() > MOST_KEPT) {
            byNumber.clear();
        }
        Reply<Optional<ArticleThere>> reply = byNumber.computeIfAbsent(number, key -> new Kept<>(clock))
                .orElse(() -> lists.whole(
                                VismaLists.ARTICLES,
                                Map.of(VismaLists.FILTER, "Number eq " + VismaClient.quoted(number)),
                                MOST_PAGES,
                                conversation)
                        .map(hits -> hits.stream()
                                .filter(hit ->
                                        hit.number().filter(number::equals).isPresent())
                                .findFirst()));
        if (reply instanceof Said<Optional<ArticleThere>> said && said.body().isEmpty()) {
            byNumber.remove(number);
        }
        return reply;
    }

    /** The active ones among these numbers, as rows can name them. */
    Reply<Map<String, Catalogue.Item>> items(Set<String> numbers, Conversation conversation) {
        if (numbers.isEmpty()) {
            return new Said<>(Map.of());
        }
        return codingRates(conversation).then(rates -> {
            Map<String, Catalogue.Item> items = new HashMap<>();
            for (String number : new TreeSet<>(numbers)) {
                Reply<Optional<ArticleThere>> reply = numbered(number, conversation);
                if (reply instanceof Failed<Optional<ArticleThere>> failed) {
                    return new Failed<>(failed.outcome());
                }
                if (reply instanceof Said<Optional<ArticleThere>> said) {
                    said.body()
                            .filter(article -> article.isActive().orElse(true))
                            .flatMap(article -> item(article, rates))
                            .ifPresent(item -> items.put(number, item));
                }
            }
            return new Said<>(Map.copyOf(items));
        });
    }

    /** In percent, of the articles with these ids, as far as eAccounting still has them. */
    Reply<Map<String, BigDecimal>> rates(Set<String> ids, Conversation conversation) {
        if (ratesById.size() > MOST_KEPT) {
            ratesById.clear();
        }
        Set<String> unknown = new TreeSet<>(ids);
        unknown.removeAll(ratesById.keySet());
        if (unknown.isEmpty()) {
            return new Said<>(Map.copyOf(ratesById));
        }
        return codingRates(conversation).then(rates -> {
            for (String id : unknown) {
                Reply<ArticleThere> reply =
                        client.read("/articles/" + VismaClient.segment(id), Map.of(), ArticleThere.class, conversation);
                if (reply instanceof Failed<ArticleThere> failed) {
                    return new Failed<>(failed.outcome());
                }
                if (reply instanceof Said<ArticleThere> said) {
                    said.body()
                            .codingId()
                            .flatMap(coding -> Optional.ofNullable(rates.get(coding)))
                            .ifPresent(rate -> ratesById.put(id, rate));
                }
            }
            return new Said<>(Map.copyOf(ratesById));
        });
    }

    /** eAccounting refused a document for something that was taken for known. */
    void forget() {
        byNumber.clear();
        ratesById.clear();
        codings.forget();
        units.forget();
    }

    void forget(String number) {
        byNumber.remove(number);
    }

    private Reply<Map<String, BigDecimal>> codingRates(Conversation conversation) {
        Reply<List<ArticleCoding>> reply = codings(conversation);
        if (reply instanceof Absent<List<ArticleCoding>>) {
            return new Said<>(Map.of());
        }
        return reply.map(all -> {
            Map<String, BigDecimal> rates = new HashMap<>();
            all.forEach(coding -> coding.id()
                    .ifPresent(id -> coding.vatRatePercent().ifPresent(rate -> rates.put(id, Rates.percent(rate)))));
            return Map.copyOf(rates);
        });
    }

    private Optional<Catalogue.Item> item(ArticleThere article, Map<String, BigDecimal> rates) {
        Optional<BigDecimal> rate = article.codingId().flatMap(coding -> Optional.ofNullable(rates.get(coding)));
        if (article.id().isEmpty() || rate.isEmpty()) {
            return Optional.empty();
        }
        ratesById.put(article.id().get(), rate.get());
        return Optional.of(new Catalogue.Item(
                article.id().get(),
                article.number().orElse(""),
                rate.get(),
                article.unitAbbreviation().or(article::unitName)));
    }
}
