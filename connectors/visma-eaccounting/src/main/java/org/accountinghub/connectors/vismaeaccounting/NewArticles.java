package org.accountinghub.connectors.vismaeaccounting;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.accountinghub.connectors.http.DocumentDelivery.Part;
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
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.vismaeaccounting.ArticleTranslation;
import org.accountinghub.mappings.vismaeaccounting.DraftTranslation;
import org.accountinghub.mappings.vismaeaccounting.Rates;
import org.accountinghub.mappings.vismaeaccounting.wire.ArticleCoding;
import org.accountinghub.mappings.vismaeaccounting.wire.ArticleThere;
import org.accountinghub.mappings.vismaeaccounting.wire.NewArticle;
import org.accountinghub.mappings.vismaeaccounting.wire.Unit;

/** Articles that eAccounting lacks, created under the service system's number, which eAccounting gives only once. */
final class NewArticles implements Part {

    private static final String STEP = "article-";

    private final Policy policy;
    private final VismaClient client;
    private final Articles articles;

    NewArticles(Policy policy, VismaClient client, Articles articles) {
        this.policy = policy;
        this.client = client;
        this.articles = articles;
    }

    /** One for each article of the order, as it may be missing when its turn comes. */
    @Override
    public List<Step> steps(BillableOrder order) {
        return !policy.createArticles()
                ? List.of()
                : new TreeSet<>(DraftTranslation.articlesToLookUp(order))
                        .stream()
                                .map(number -> new Step(STEP + number, IdempotencyClass.B, Duration.ZERO))
                                .toList();
    }

    @Override
    public boolean does(Work<BillableOrder> work) {
        return work.step().name().startsWith(STEP);
    }

    @Override
    public Outcome perform(Work<BillableOrder> work, Instant begun, Conversation conversation) {
        String number = number(work);
        Optional<Outcome> before = find(number, conversation).settled();
        if (before.isPresent()) {
            return before.get();
        }
        Row.Priced row = ArticleTranslation.pattern(work.document(), number);
        Reply<Translation<NewArticle>> translated = coding(row.vat().rate(), conversation)
                .then(coding -> unit(row.unit(), conversation)
                        .map(unit -> ArticleTranslation.toCreate(work.document(), number, coding, unit)));
        if (translated instanceof Failed<Translation<NewArticle>> failed) {
            return failed.outcome();
        }
        Translation<NewArticle> article = ((Said<Translation<NewArticle>>) translated).body();
        if (article instanceof Translation.Refused<NewArticle> refused) {
            return new Rejected(refused.combined());
        }
        Reply<ArticleThere> reply = client.post(
                "/articles", ((Translation.Done<NewArticle>) article).value(), ArticleThere.class, begun, conversation);
        articles.forget(number);
        if (reply instanceof Failed<ArticleThere> failed) {
            return failed.outcome() instanceof Rejected && find(number, conversation) instanceof Finding.Found found
                    ? new Delivered(found.document())
                    : failed.outcome();
        }
        return new Delivered(
                new PartnerDocument(number, number, List.of("article " + number + " was created in eAccounting")));
    }

    @Override
    public Finding find(Work<BillableOrder> work, Conversation conversation) {
        return find(number(work), conversation);
    }

    @Override
    public Rehearsal rehearse(BillableOrder order, Map<String, String> bound, Conversation conversation) {
        List<String> notes = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Step step : steps(order)) {
            String number = step.name().substring(STEP.length());
            Finding finding = find(number, conversation);
            if (finding instanceof Finding.Unreachable unreachable) {
                return new Rehearsal(
                        notes, problems, Optional.of(unreachable.outcome().problem()));
            }
            if (finding instanceof Finding.Disagrees disagrees) {
                problems.add(disagrees.problem());
            } else if (finding instanceof Finding.Absent) {
                Row.Priced row = ArticleTranslation.pattern(order, number);
                Reply<String> unit =
                        coding(row.vat().rate(), conversation).then(coding -> unit(row.unit(), conversation));
                if (unit instanceof Failed<String> failed) {
                    problems.add(failed.outcome().problem());
                } else {
                    notes.add("article " + number + " would be created in eAccounting");
                }
            }
        }
        return new Rehearsal(notes, problems, Optional.empty());
    }

    /** The coding that the settings name for the rate, else the only active one with it. */
    Reply<String> coding(BigDecimal rate, Conversation conversation) {
        BigDecimal percent = Rates.plain(rate);
        Optional<String> named = Optional.ofNullable(policy.codings().get(percent));
        return articles.codings(conversation).then(all -> {
            List<ArticleCoding> fitting = all.stream()
                    .filter(coding -> coding.isActive().orElse(true))
                    .filter(coding -> named.isPresent()
                            ? coding.name()
                                            .filter(named.get()::equalsIgnoreCase)
                                            .isPresent()
                                    || coding.nameEnglish()
                                            .filter(named.get()::equalsIgnoreCase)
                                            .isPresent()
                            : coding.vatRatePercent()
                                    .filter(one -> Rates.percent(one).compareTo(percent) == 0)
                                    .isPresent())
                    .toList();
            return fitting.size() == 1 && fitting.get(0).id().isPresent()
                    ? new Said<>(fitting.get(0).id().get())
                    : new Failed<>(new Rejected(noCoding(percent, named, fitting)));
        });
    }

    /** The unit called so, else the usual one. */
    Reply<String> unit(Optional<String> wanted, Conversation conversation) {
        return articles.units(conversation)
                .then(all -> wanted.flatMap(name -> called(name, all))
                        .or(() -> called(policy.unit(), all))
                        .<Reply<String>>map(Said::new)
                        .orElseGet(() -> new Failed<>(new Rejected(VismaProblems.partner(
                                        "unit-unknown",
                                        "eAccounting has no unit called \"" + wanted.orElse(policy.unit())
                                                + "\", nor \"" + policy.unit() + "\".",
                                        "Create the unit in eAccounting, or correct the connection's article-unit, and retry.")
                                .at("unit")))));
    }

    private static Optional<String> called(String name, List<Unit> all) {
        String text = name.strip();
        return all.stream()
                .filter(unit ->
                        unit.abbreviation().filter(text::equalsIgnoreCase).isPresent()
                                || unit.name().filter(text::equalsIgnoreCase).isPresent()
                                || unit.code().filter(text::equalsIgnoreCase).isPresent()
                                || unit.abbreviationEnglish()
                                        .filter(text::equalsIgnoreCase)
                                        .isPresent())
                .flatMap(unit -> unit.id().stream())
                .findFirst();
    }

    private Finding find(String number, Conversation conversation) {
        Reply<Optional<ArticleThere>> reply = articles.numbered(number, conversation);
        if (!(reply instanceof Said<Optional<ArticleThere>> said)) {
            return new Finding.Unreachable(((Failed<Optional<ArticleThere>>) reply).outcome());
        }
        if (said.body().isEmpty()) {
            return new Finding.Absent();
        }
        return said.body().get().isActive().orElse(true)
                ? new Finding.Found(new PartnerDocument(number, number, List.of()))
                : new Finding.Disagrees(inactive(number));
    }

    private static String number(Work<?> work) {
        return work.step().name().substring(STEP.length());
    }

    private static Problem inactive(String number) {
        return VismaProblems.partner(
                        "article-inactive",
                        "Article " + number + " is inactive in eAccounting.",
                        "Activate it in eAccounting and retry, or use another on the order.")
                .at("article number");
    }

    private static Problem noCoding(BigDecimal rate, Optional<String> named, List<ArticleCoding> fitting) {
        String which = named.map(name -> "called \"" + name + "\"").orElse("with " + rate.toPlainString() + " % VAT");
        return VismaProblems.partner(
                        "coding-unknown",
                        "eAccounting has " + (fitting.isEmpty() ? "no" : "several") + " active article codings " + which
                                + (fitting.isEmpty()
                                        ? "."
                                        : ": "
                                                + String.join(
                                                        ", ",
                                                        fitting.stream()
                                                                .flatMap(coding -> coding.name().stream())
                                                                .toList())
                                                + "."),
                        "Name the coding of the rate in the connection's article-codings, and retry.")
                .at("article-codings");
    }
}
