package org.accountinghub.connectors.twentyfoursevenoffice;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.twentyfoursevenoffice.ArticleTranslation;
import org.accountinghub.mappings.twentyfoursevenoffice.RegisterReading;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.Product;

/** The products as articles that are brought. Whether a number is given only once is not documented. */
final class OfficeArticles implements ArticleDelivery.There {

    private final OfficeSettings settings;
    private final OfficeProducts products;
    private final ArticleTranslation translation;

    OfficeArticles(OfficeSettings settings, OfficeProducts products) {
        this.settings = settings;
        this.products = products;
        this.translation =
                new ArticleTranslation(settings.rules(), settings.registers().categories());
    }

    @Override
    public Step creation() {
        return Step.create(IdempotencyClass.C, settings.lateness());
    }

    @Override
    public Finding withId(String id, Conversation conversation) {
        Reply<Optional<Product>> reply = products.whole(id, conversation);
        if (!(reply instanceof Said<Optional<Product>> said)) {
            return new Finding.Unreachable(((Failed<Optional<Product>>) reply).outcome());
        }
        return said.body()
                .<Finding>map(product -> new Finding.Found(document(product)))
                .orElseGet(Finding.Absent::new);
    }

    @Override
    public Finding withNumber(String number, Conversation conversation) {
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

    @Override
    public Outcome create(Article article, Instant begun, Conversation conversation) {
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

    @Override
    public Rehearsal rehearseCreation(Article article, Conversation conversation) {
        return Rehearsal.of(translation.toCreate(article));
    }

    @Override
    public PartnerProblems problems() {
        return OfficeProblems.COMMON;
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
