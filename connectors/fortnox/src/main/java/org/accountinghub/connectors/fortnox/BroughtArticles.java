package org.accountinghub.connectors.fortnox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.accountinghub.connectors.fortnox.FortnoxArticles.Standing;
import org.accountinghub.connectors.http.ArticleDelivery;
import org.accountinghub.connectors.http.PartnerProblems;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.fortnox.ArticleTranslation;
import org.accountinghub.mappings.fortnox.FortnoxRules;
import org.accountinghub.mappings.model.Article;

/** The articles as they are brought for their own sake. Fortnox knows them by number, and gives a number only once. */
final class BroughtArticles implements ArticleDelivery.There {

    private final FortnoxArticles articles;
    private final NewArticles making;
    private final ArticleTranslation translation;

    BroughtArticles(FortnoxArticles articles, NewArticles making, FortnoxRules rules) {
        this.articles = articles;
        this.making = making;
        this.translation = new ArticleTranslation(rules);
    }

    @Override
    public Step creation() {
        return Step.create(IdempotencyClass.B, Duration.ZERO);
    }

    @Override
    public Finding withNumber(String number, Conversation conversation) {
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

    @Override
    public Outcome create(Article ours, Instant begun, Conversation conversation) {
        return making.create(ours.number(), translation.toCreate(ours), begun, conversation);
    }

    @Override
    public Rehearsal rehearseCreation(Article ours, Conversation conversation) {
        return NewArticles.rehearsed(ours.number(), translation.toCreate(ours));
    }

    @Override
    public PartnerProblems problems() {
        return FortnoxProblems.COMMON;
    }
}
