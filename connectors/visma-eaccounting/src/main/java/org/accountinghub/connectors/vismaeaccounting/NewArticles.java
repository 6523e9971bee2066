package org.accountinghub.connectors.vismaeaccounting;

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
import org.accountinghub.mappings.vismaeaccounting.wire.ArticleThere;
import org.accountinghub.mappings.vismaeaccounting.wire.NewArticle;

/** Articles that eAccounting lacks, created under the service system's number, which eAccounting gives only once. */
final class NewArticles implements Part {

    private static final String STEP = "article-";

    private final Policy policy;
    private final Articles articles;
    private final ArticleMaking making;

    NewArticles(Policy policy, Articles articles, ArticleMaking making) {
        this.policy = policy;
        this.articles = articles;
        this.making = making;
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
        Reply<Translation<NewArticle>> translated = making.translated(
                row.vat().rate(),
                row.unit(),
                (coding, unit) -> ArticleTranslation.toCreate(work.document(), number, coding, unit),
                conversation);
        Outcome made = making.make(number, translated, begun, conversation);
        return made instanceof Rejected && find(number, conversation) instanceof Finding.Found found
                ? new Delivered(found.document())
                : made;
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
                Reply<Translation<NewArticle>> translated = making.translated(
                        row.vat().rate(),
                        row.unit(),
                        (coding, unit) -> ArticleTranslation.toCreate(order, number, coding, unit),
                        conversation);
                if (translated instanceof Failed<Translation<NewArticle>> failed) {
                    problems.add(failed.outcome().problem());
                } else {
                    notes.add("article " + number + " would be created in eAccounting");
                }
            }
        }
        return new Rehearsal(notes, problems, Optional.empty());
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
                ? new Finding.Found(new PartnerDocument(said.body().get().id().orElse(number), number, List.of()))
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
}
