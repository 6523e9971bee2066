package org.accountinghub.connectors.vismaeaccounting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Delivered;
import org.accountinghub.connectors.spi.Outcome.Rejected;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.vismaeaccounting.ArticleTranslation;
import org.accountinghub.mappings.vismaeaccounting.wire.ArticleThere;
import org.accountinghub.mappings.vismaeaccounting.wire.NewArticle;

/** Brings an article: the one under its number, active or not, or a new one, since eAccounting gives a number only once. */
final class VismaArticleSink implements Delivery<Article> {

    private final Articles articles;
    private final ArticleMaking making;
    private final InstantSource clock;

    VismaArticleSink(Articles articles, ArticleMaking making, InstantSource clock) {
        this.articles = articles;
        this.making = making;
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
        return there(article, work.bound(), conversation).settled().orElseGet(() -> make(article, begun, conversation));
    }

    private Outcome make(Article article, Instant begun, Conversation conversation) {
        Outcome made = making.make(article.number(), translated(article, conversation), begun, conversation);
        return made instanceof Rejected && find(article.number(), conversation) instanceof Finding.Found found
                ? new Delivered(found.document())
                : made;
    }

    @Override
    public Finding find(Work<Article> work, Conversation conversation) {
        return find(
                Optional.ofNullable(work.bound().get(SourceKey.ARTICLE))
                        .orElse(work.document().number()),
                conversation);
    }

    @Override
    public Rehearsal rehearse(Article article, Map<String, String> bound, Conversation conversation) {
        return Rehearsal.of(there(article, bound, conversation), "eAccounting has the article as number")
                .orElseGet(() -> rehearsed(translated(article, conversation)));
    }

    private static Rehearsal rehearsed(Reply<Translation<NewArticle>> translated) {
        return translated instanceof Said<Translation<NewArticle>> said
                ? Rehearsal.of(said.body())
                : Rehearsal.of(((Failed<Translation<NewArticle>>) translated).outcome());
    }

    private Finding there(Article article, Map<String, String> bound, Conversation conversation) {
        Optional<String> known = Optional.ofNullable(bound.get(SourceKey.ARTICLE));
        Finding found = find(known.orElse(article.number()), conversation);
        return known.isPresent() && found instanceof Finding.Absent
                ? new Finding.Disagrees(VismaProblems.COMMON.gone(Register.ARTICLES.kind(), known.get()))
                : found;
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

    private Finding find(String number, Conversation conversation) {
        articles.forget(number);
        Reply<Optional<ArticleThere>> reply = articles.numbered(number, conversation);
        if (!(reply instanceof Said<Optional<ArticleThere>> said)) {
            return new Finding.Unreachable(((Failed<Optional<ArticleThere>>) reply).outcome());
        }
        return said.body()
                .<Finding>map(there -> new Finding.Found(new PartnerDocument(
                        number,
                        number,
                        there.isActive().orElse(true) ? List.of() : List.of("the article is inactive in eAccounting"))))
                .orElseGet(Finding.Absent::new);
    }

    private static Problem rateMissing(String number) {
        return VismaProblems.partner(
                        "vat-rate-missing",
                        "Article " + number + " has no VAT rate, by which eAccounting's articles are booked.",
                        "Write the VAT rate on the article in the service system.")
                .at("VAT rate");
    }
}
