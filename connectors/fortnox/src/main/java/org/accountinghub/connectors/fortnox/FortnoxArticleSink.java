package org.accountinghub.connectors.fortnox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.fortnox.FortnoxArticles.Standing;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.fortnox.ArticleTranslation;
import org.accountinghub.mappings.fortnox.FortnoxRules;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.register.Register;

/** Brings an article: the one under its number, active or not, or a new one, since Fortnox gives a number only once. */
final class FortnoxArticleSink implements Delivery<Article> {

    private final FortnoxArticles articles;
    private final NewArticles making;
    private final ArticleTranslation translation;
    private final InstantSource clock;

    FortnoxArticleSink(FortnoxArticles articles, NewArticles making, FortnoxRules rules, InstantSource clock) {
        this.articles = articles;
        this.making = making;
        this.translation = new ArticleTranslation(rules);
        this.clock = clock;
    }

    @Override
    public List<Step> steps(Article article) {
        return List.of(Step.create(IdempotencyClass.B, Duration.ZERO));
    }

    @Override
    public Outcome perform(Work<Article> work, Conversation conversation) {
        Instant begun = clock.instant();
        Article article = work.document();
        return there(article, work.bound(), conversation)
                .settled()
                .orElseGet(() -> making.create(article.number(), translation.toCreate(article), begun, conversation));
    }

    @Override
    public Finding find(Work<Article> work, Conversation conversation) {
        return find(bound(work.bound()).orElse(work.document().number()), conversation);
    }

    @Override
    public Rehearsal rehearse(Article article, Map<String, String> bound, Conversation conversation) {
        return Rehearsal.of(there(article, bound, conversation), "Fortnox has the article as number")
                .orElseGet(() -> NewArticles.rehearsed(article.number(), translation.toCreate(article)));
    }

    private Finding there(Article article, Map<String, String> bound, Conversation conversation) {
        Optional<String> known = bound(bound);
        Finding found = find(known.orElse(article.number()), conversation);
        return known.isPresent() && found instanceof Finding.Absent
                ? new Finding.Disagrees(FortnoxProblems.COMMON.gone(Register.ARTICLES.kind(), known.get()))
                : found;
    }

    private Finding find(String number, Conversation conversation) {
        Reply<Standing> standing = articles.ask(number, conversation);
        if (standing instanceof Failed<Standing> failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        return switch (((Said<Standing>) standing).body()) {
            case ACTIVE -> new Finding.Found(new PartnerDocument(number, number, List.of()));
            case INACTIVE ->
                new Finding.Found(new PartnerDocument(number, number, List.of("the article is inactive in Fortnox")));
            case ABSENT -> new Finding.Absent();
        };
    }

    private static Optional<String> bound(Map<String, String> bound) {
        return Optional.ofNullable(bound.get(SourceKey.ARTICLE));
    }
}
