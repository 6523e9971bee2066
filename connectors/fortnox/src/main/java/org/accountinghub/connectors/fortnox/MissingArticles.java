package org.accountinghub.connectors.fortnox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.accountinghub.connectors.fortnox.FortnoxArticles.Standing;
import org.accountinghub.connectors.fortnox.Policy.UnknownArticle;
import org.accountinghub.connectors.http.DocumentDelivery.Part;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Rejected;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.fortnox.InvoiceTranslation;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Problem;

/** What becomes of rows whose article Fortnox does not have: text, a new article, or no order. */
final class MissingArticles implements Part {

    private static final String STEP = "article-";

    private final UnknownArticle policy;
    private final FortnoxArticles articles;
    private final NewArticles making;

    MissingArticles(UnknownArticle policy, FortnoxArticles articles, NewArticles making) {
        this.policy = policy;
        this.articles = articles;
        this.making = making;
    }

    /** One for each article of the order, as it may be missing when its turn comes. */
    @Override
    public List<Step> steps(BillableOrder order) {
        return policy != UnknownArticle.CREATE
                ? List.of()
                : wanted(order).stream()
                        .map(number -> new Step(STEP + number, IdempotencyClass.B, Duration.ZERO))
                        .toList();
    }

    @Override
    public boolean does(Work<BillableOrder> work) {
        return work.step().name().startsWith(STEP);
    }

    @Override
    public Outcome perform(Work<BillableOrder> work, Instant begun, Conversation conversation) {
        return making.perform(work.document(), number(work), begun, conversation);
    }

    @Override
    public Finding find(Work<BillableOrder> work, Conversation conversation) {
        return making.find(number(work), conversation);
    }

    /**
     * The article numbers that the document may name; a row with another is sent as text. Those with a step of their own
     * are there; a list that was read before must not hide them.
     */
    Reply<Set<String>> known(Work<BillableOrder> work, Conversation conversation) {
        Set<String> wanted = wanted(work.document());
        Set<String> made = wanted.stream()
                .filter(number -> work.done(STEP + number).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unsure = new TreeSet<>(wanted);
        unsure.removeAll(made);
        Reply<Set<String>> looked = articles.active(unsure, conversation);
        if (!(looked instanceof Said<Set<String>> said)) {
            return looked;
        }
        made.addAll(said.body());
        return policy != UnknownArticle.TEXT_ROW && !made.containsAll(wanted)
                ? new Failed<>(new Rejected(unknown(wanted, made)))
                : new Said<>(Set.copyOf(made));
    }

    /** The article numbers that the document would name, as far as that can be known now; for a look before sending. */
    Set<String> expected(BillableOrder order, Conversation conversation) {
        Set<String> wanted = wanted(order);
        return policy == UnknownArticle.TEXT_ROW
                        && articles.active(wanted, conversation) instanceof Said<Set<String>> said
                ? said.body()
                : wanted;
    }

    @Override
    public Rehearsal rehearse(BillableOrder order, Map<String, String> bound, Conversation conversation) {
        List<String> notes = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Set<String> known = new TreeSet<>();
        for (String number : wanted(order)) {
            Reply<Standing> reply = articles.standing(number, conversation);
            if (reply instanceof Failed<Standing> failed) {
                return new Rehearsal(
                        notes, problems, Optional.of(failed.outcome().problem()));
            }
            Standing standing = ((Said<Standing>) reply).body();
            if (standing == Standing.ACTIVE) {
                known.add(number);
            } else if (policy == UnknownArticle.CREATE && standing == Standing.INACTIVE) {
                problems.add(NewArticles.inactive(number));
            } else if (policy == UnknownArticle.CREATE) {
                Rehearsal made = making.rehearse(order, number);
                notes.addAll(made.notes());
                problems.addAll(made.problems());
            }
        }
        if (policy == UnknownArticle.REFUSE && !known.containsAll(wanted(order))) {
            problems.add(unknown(wanted(order), known));
        }
        return new Rehearsal(notes, problems, Optional.empty());
    }

    /** Fortnox refused the document: perhaps an article that was taken for active. */
    void learn(Rejected refused) {
        if (refused.problem().cause().equals("fortnox.article-unknown")) {
            articles.forget();
        }
    }

    private static Set<String> wanted(BillableOrder order) {
        return new TreeSet<>(InvoiceTranslation.articlesToLookUp(order));
    }

    private static String number(Work<?> work) {
        return work.step().name().substring(STEP.length());
    }

    private static Problem unknown(Set<String> wanted, Set<String> known) {
        String missing =
                wanted.stream().filter(number -> !known.contains(number)).collect(Collectors.joining(", "));
        return FortnoxProblems.partner(
                        "article-unknown",
                        "Fortnox does not have these articles, or has them inactive: " + missing + ".",
                        "Create or activate them in Fortnox and retry, or let the connection send them as text rows.")
                .at("article number");
    }
}
