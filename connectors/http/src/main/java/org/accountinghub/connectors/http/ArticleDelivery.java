package org.accountinghub.connectors.http;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.SourceKey;

/** Brings an article: the bound one; else the one with our number, active or not; else a new one. */
public final class ArticleDelivery implements Delivery<Article> {

    /** The articles that a partner has, as they are now: what was known before does not count. */
    public interface There {

        /** How one is created: by what it is found again. */
        Step creation();

        /** @param id the number, where the partner knows its articles by nothing else */
        default Finding withId(String id, Conversation conversation) {
            return withNumber(id, conversation);
        }

        Finding withNumber(String number, Conversation conversation);

        /** One that is not there. */
        Outcome create(Article ours, Instant begun, Conversation conversation);

        /** What creating it would come to. */
        Rehearsal rehearseCreation(Article ours, Conversation conversation);

        PartnerProblems problems();
    }

    private final There articles;
    private final InstantSource clock;

    public ArticleDelivery(There articles, InstantSource clock) {
        this.articles = articles;
        this.clock = clock;
    }

    @Override
    public List<Step> steps(Article article) {
        return List.of(articles.creation());
    }

    @Override
    public Outcome perform(Work<Article> work, Conversation conversation) {
        Instant begun = clock.instant();
        Article ours = work.document();
        return there(ours, work.bound(), conversation)
                .settled()
                .orElseGet(() -> articles.create(ours, begun, conversation));
    }

    @Override
    public Finding find(Work<Article> work, Conversation conversation) {
        return find(work.document(), bound(work.bound()), conversation);
    }

    @Override
    public Rehearsal rehearse(Article ours, Map<String, String> bound, Conversation conversation) {
        return Rehearsal.of(
                        there(ours, bound, conversation), articles.problems().system() + " has the article as number")
                .orElseGet(() -> articles.rehearseCreation(ours, conversation));
    }

    private Finding there(Article ours, Map<String, String> bound, Conversation conversation) {
        Optional<String> known = bound(bound);
        Finding found = find(ours, known, conversation);
        return known.isPresent() && found instanceof Finding.Absent
                ? new Finding.Disagrees(articles.problems().gone(SourceKey.ARTICLE, ours.number()))
                : found;
    }

    private Finding find(Article ours, Optional<String> bound, Conversation conversation) {
        return bound.map(id -> articles.withId(id, conversation))
                .orElseGet(() -> articles.withNumber(ours.number(), conversation));
    }

    private static Optional<String> bound(Map<String, String> bound) {
        return Optional.ofNullable(bound.get(SourceKey.ARTICLE));
    }
}
