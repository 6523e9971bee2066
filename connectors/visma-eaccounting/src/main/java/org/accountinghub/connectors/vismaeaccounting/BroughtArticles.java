package org.accountinghub.connectors.vismaeaccounting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.http.ArticleDelivery;
import org.accountinghub.connectors.http.PartnerProblems;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Delivered;
import org.accountinghub.connectors.spi.Outcome.Rejected;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.vismaeaccounting.ArticleTranslation;
import org.accountinghub.mappings.vismaeaccounting.wire.ArticleThere;
import org.accountinghub.mappings.vismaeaccounting.wire.NewArticle;

/** The articles as they are brought for their own sake. A number is given only once. */
final class BroughtArticles implements ArticleDelivery.There {

    private final VismaLists lists;
    private final Articles articles;
    private final ArticleMaking making;

    BroughtArticles(VismaLists lists, Articles articles, ArticleMaking making) {
        this.lists = lists;
        this.articles = articles;
        this.making = making;
    }

    @Override
    public Step creation() {
        return Step.create(IdempotencyClass.B, Duration.ZERO);
    }

    /** @param id or the number, where it was bound before ids were kept */
    @Override
    public Finding withId(String id, Conversation conversation) {
        return RecordIds.isOne(id)
                ? finding(lists.one(VismaLists.ARTICLES, id, ArticleThere.class, conversation))
                : withNumber(id, conversation);
    }

    @Override
    public Finding withNumber(String number, Conversation conversation) {
        articles.forget(number);
        return finding(articles.numbered(number, conversation));
    }

    private static Finding finding(Reply<Optional<ArticleThere>> reply) {
        if (!(reply instanceof Said<Optional<ArticleThere>> said)) {
            return new Finding.Unreachable(((Failed<Optional<ArticleThere>>) reply).outcome());
        }
        return said.body()
                .filter(there -> there.id().isPresent())
                .<Finding>map(there -> new Finding.Found(new PartnerDocument(
                        there.id().orElseThrow(),
                        there.number().orElse(""),
                        there.isActive().orElse(true) ? List.of() : List.of("the article is inactive in eAccounting"))))
                .orElseGet(Finding.Absent::new);
    }

    @Override
    public Outcome create(Article ours, Instant begun, Conversation conversation) {
        Outcome made = making.make(ours.number(), translated(ours, conversation), begun, conversation);
        return made instanceof Rejected && withNumber(ours.number(), conversation) instanceof Finding.Found found
                ? new Delivered(found.document())
                : made;
    }

    @Override
    public Rehearsal rehearseCreation(Article ours, Conversation conversation) {
        Reply<Translation<NewArticle>> translated = translated(ours, conversation);
        return translated instanceof Said<Translation<NewArticle>> said
                ? Rehearsal.of(said.body())
                : Rehearsal.of(((Failed<Translation<NewArticle>>) translated).outcome());
    }

    @Override
    public PartnerProblems problems() {
        return VismaProblems.COMMON;
    }

    private Reply<Translation<NewArticle>> translated(Article article, Conversation conversation) {
        return article.vat()
                .map(vat -> making.translated(
                        vat.rate(),
                        article.unit(),
                        (coding, unit) -> ArticleTranslation.toCreate(article, coding, unit),
                        conversation))
                .orElseGet(() -> new Failed<>(new Rejected(rateMissing(article.number()))));
    }

    private static Problem rateMissing(String number) {
        return VismaProblems.partner(
                        "vat-rate-missing",
                        "Article " + number + " has no VAT rate, by which eAccounting's articles are booked.",
                        "Write the VAT rate on the article in the service system.")
                .at("VAT rate");
    }
}
