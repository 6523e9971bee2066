package org.accountinghub.connectors.twentyfoursevenoffice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.twentyfoursevenoffice.ArticleTranslation;
import org.accountinghub.mappings.twentyfoursevenoffice.RegisterReading;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.Product;

/**
 * Brings an article: the product with its number, active or not, or a new one. Whether a number is given only once is not
 * documented: it is searched for before anything is made.
 */
final class OfficeArticles implements Delivery<Article> {

    private final OfficeSettings settings;
    private final OfficeProducts products;
    private final ArticleTranslation translation;
    private final InstantSource clock;

    OfficeArticles(OfficeSettings settings, OfficeProducts products, InstantSource clock) {
        this.settings = settings;
        this.products = products;
        this.translation =
                new ArticleTranslation(settings.rules(), settings.registers().categories());
        this.clock = clock;
    }

    @Override
    public List<Step> steps(Article article) {
        return List.of(Step.create(IdempotencyClass.C, settings.lateness()));
    }

    @Override
    public Outcome perform(Work<Article> work, Conversation conversation) {
        Instant begun = clock.instant();
        Article article = work.document();
        return there(article, work.bound(), conversation).settled().orElseGet(() -> make(article, begun, conversation));
    }

    @Override
    public Finding find(Work<Article> work, Conversation conversation) {
        return Optional.ofNullable(work.bound().get(SourceKey.ARTICLE))
                .map(id -> withId(id, conversation))
                .orElseGet(() -> withNumber(work.document().number(), conversation));
    }

    @Override
    public Rehearsal rehearse(Article article, Map<String, String> bound, Conversation conversation) {
        return Rehearsal.of(there(article, bound, conversation), "24SevenOffice has the article as number")
                .orElseGet(() -> Rehearsal.of(translation.toCreate(article)));
    }

    private Finding there(Article article, Map<String, String> bound, Conversation conversation) {
        Optional<String> known = Optional.ofNullable(bound.get(SourceKey.ARTICLE));
        if (known.isEmpty()) {
            return withNumber(article.number(), conversation);
        }
        Finding found = withId(known.get(), conversation);
        return found instanceof Finding.Absent
                ? new Finding.Disagrees(OfficeProblems.COMMON.gone(Register.ARTICLES.kind(), known.get()))
                : found;
    }

    private Finding withId(String id, Conversation conversation) {
        Reply<Optional<Product>> reply = products.whole(id, conversation);
        if (!(reply instanceof Said<Optional<Product>> said)) {
            return new Finding.Unreachable(((Failed<Optional<Product>>) reply).outcome());
        }
        return said.body()
                .<Finding>map(product -> new Finding.Found(document(product)))
                .orElseGet(Finding.Absent::new);
    }

    private Finding withNumber(String number, Conversation conversation) {
        Reply<List<Product>> reply = products.numbered(number, conversation);
        if (!(reply instanceof Said<List<Product>> said)) {
            return new Finding.Unreachable(((Failed<List<Product>>) reply).outcome());
        }
        List<Product> hits = said.body();
        if (hits.size() > 1) {
            return new Finding.Disagrees(OfficeProblems.partner(
                            "article-ambiguous",
                            "24SevenOffice has several products with the number " + number + ", by id: "
                                    + hits.stream()
                                            .map(hit -> String.valueOf(hit.getId()))
                                            .collect(Collectors.joining(", "))
                                    + ".",
                            "Give the number to one of them only, then retry.")
                    .at("No"));
        }
        return hits.stream()
                .findFirst()
                .<Finding>map(product -> new Finding.Found(document(product)))
                .orElseGet(Finding.Absent::new);
    }

    private Outcome make(Article article, Instant begun, Conversation conversation) {
        Translation<Product> translated = translation.toCreate(article);
        if (translated instanceof Translation.Refused<Product> refused) {
            return new Rejected(refused.combined());
        }
        var done = (Translation.Done<Product>) translated;
        Reply<Integer> reply = products.save(done.value(), begun, conversation);
        if (reply instanceof Failed<Integer> failed) {
            return failed.outcome();
        }
        String id = String.valueOf(((Said<Integer>) reply).body());
        List<String> notes = new ArrayList<>(done.notes());
        notes.add("article " + article.number() + " was created in 24SevenOffice");
        rateNote(id, done.value().getTaxRate(), conversation).ifPresent(notes::add);
        return new Delivered(new PartnerDocument(id, article.number(), notes));
    }

    /** It is made: what its VAT rate came to is worth a look, and no more. */
    private Optional<String> rateNote(String id, BigDecimal wanted, Conversation conversation) {
        if (!(products.whole(id, conversation) instanceof Said<Optional<Product>> said)
                || said.body().isEmpty()) {
            return Optional.of("which VAT rate it got there could not be read");
        }
        BigDecimal rate = said.body().get().getTaxRate();
        return rate != null && rate.compareTo(wanted) == 0
                ? Optional.empty()
                : Optional.of("it has " + (rate == null ? "no VAT rate" : rate.toPlainString() + " % VAT")
                        + " there, not " + wanted.toPlainString()
                        + " %: look at the connection's article-categories");
    }

    private static PartnerDocument document(Product product) {
        return new PartnerDocument(
                String.valueOf(product.getId()),
                Optional.ofNullable(product.getNo()).orElse(""),
                RegisterReading.active(product) ? List.of() : List.of("the article is expired in 24SevenOffice"));
    }
}
