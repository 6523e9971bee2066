package org.accountinghub.connectors.vismaeaccounting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Delivered;
import org.accountinghub.connectors.spi.Outcome.Rejected;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.vismaeaccounting.ArticleBasis;
import org.accountinghub.mappings.vismaeaccounting.Rates;
import org.accountinghub.mappings.vismaeaccounting.wire.ArticleCoding;
import org.accountinghub.mappings.vismaeaccounting.wire.ArticleThere;
import org.accountinghub.mappings.vismaeaccounting.wire.NewArticle;
import org.accountinghub.mappings.vismaeaccounting.wire.Unit;

/** Makes articles: each needs a coding, by its VAT rate, and a unit that the company has. */
final class ArticleMaking {

    private final Policy policy;
    private final VismaClient client;
    private final Articles articles;

    ArticleMaking(Policy policy, VismaClient client, Articles articles) {
        this.policy = policy;
        this.client = client;
        this.articles = articles;
    }

    /**
     * An article as it would be made.
     *
     * @param form takes the ids of coding and unit
     */
    Reply<Translation<NewArticle>> translated(
            BigDecimal rate,
            Optional<String> unit,
            BiFunction<String, String, Translation<NewArticle>> form,
            Conversation conversation) {
        return articles.basis(policy.codings(), conversation)
                .then(basis -> coding(rate, basis)
                        .then(codingId -> unit(unit, basis).map(unitId -> form.apply(codingId, unitId))));
    }

    Outcome make(String number, Reply<Translation<NewArticle>> translated, Instant begun, Conversation conversation) {
        if (!(translated instanceof Said<Translation<NewArticle>> said)) {
            return ((Failed<Translation<NewArticle>>) translated).outcome();
        }
        if (said.body() instanceof Translation.Refused<NewArticle> refused) {
            return new Rejected(refused.combined());
        }
        Translation.Done<NewArticle> done = (Translation.Done<NewArticle>) said.body();
        Reply<ArticleThere> reply = client.post("/articles", done.value(), ArticleThere.class, begun, conversation);
        articles.forget(number);
        if (!(reply instanceof Said<ArticleThere> made)) {
            return ((Failed<ArticleThere>) reply).outcome();
        }
        return made.body()
                .id()
                .<Outcome>map(id -> new Delivered(
                        new PartnerDocument(id, number, List.of("article " + number + " was created in eAccounting"))))
                .orElseGet(() -> VismaProblems.unreadable("it names no id", true));
    }

    /** The coding that the settings name for the rate, else the only active one with it. */
    private static Reply<String> coding(BigDecimal rate, ArticleBasis basis) {
        List<ArticleCoding> fitting = basis.fitting(rate);
        return fitting.size() == 1
                ? new Said<>(fitting.get(0).id().orElseThrow())
                : new Failed<>(new Rejected(noCoding(Rates.plain(rate), basis, fitting)));
    }

    /** The unit called so, else the usual one. */
    private Reply<String> unit(Optional<String> wanted, ArticleBasis basis) {
        return wanted.flatMap(basis::unit)
                .or(() -> basis.unit(policy.unit()))
                .flatMap(Unit::id)
                .<Reply<String>>map(Said::new)
                .orElseGet(() -> new Failed<>(new Rejected(VismaProblems.partner(
                                "unit-unknown",
                                "eAccounting has no unit called \"" + wanted.orElse(policy.unit()) + "\", nor \""
                                        + policy.unit() + "\".",
                                "Create the unit in eAccounting, or correct the connection's article-unit, and retry.")
                        .at("unit"))));
    }

    private static Problem noCoding(BigDecimal rate, ArticleBasis basis, List<ArticleCoding> fitting) {
        String which = Optional.ofNullable(basis.named().get(rate))
                .map(name -> "called \"" + name + "\"")
                .orElse("with " + rate.toPlainString() + " % VAT");
        String names =
                fitting.stream().flatMap(coding -> coding.name().stream()).collect(Collectors.joining(", "));
        return VismaProblems.partner(
                        "coding-unknown",
                        "eAccounting has " + (fitting.isEmpty() ? "no" : "several") + " active article codings " + which
                                + (names.isEmpty() ? "." : ": " + names + "."),
                        "Name the coding of the rate in the connection's article-codings, and retry.")
                .at("article-codings");
    }
}
