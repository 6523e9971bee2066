package org.accountinghub.connectors.fortnox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.fortnox.Adjustment.Adjusted;
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
import org.accountinghub.mappings.fortnox.wire.FortnoxDocument;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.Translation;

/**
 * The document itself, carrying our reference; found again by that reference, customer and amounts.
 *
 * @param <N> the form in which it is created
 * @param <F> the form in which Fortnox has it
 */
final class Creation<N, F extends FortnoxDocument> implements Part {

    /** A refusal is explained by one more read only while the step has time left for it. */
    private static final Duration EXPLAIN_WITHIN = Duration.ofSeconds(20);

    private final Form<N, F> form;
    private final Duration lateness;
    private final InstantSource clock;
    private final MissingArticles articles;
    private final List<Adjustment> adjustments;

    Creation(
            Form<N, F> form,
            Duration lateness,
            InstantSource clock,
            MissingArticles articles,
            List<Adjustment> adjustments) {
        this.form = form;
        this.lateness = lateness;
        this.clock = clock;
        this.articles = articles;
        this.adjustments = List.copyOf(adjustments);
    }

    @Override
    public List<Step> steps(BillableOrder order) {
        return List.of(Step.create(IdempotencyClass.C, lateness));
    }

    @Override
    public boolean does(Work<BillableOrder> work) {
        return work.step().name().equals(Step.CREATE);
    }

    @Override
    public Outcome perform(Work<BillableOrder> work, Instant begun, Conversation conversation) {
        Reply<Set<String>> known = articles.known(work, conversation);
        if (known instanceof Failed<Set<String>> failed) {
            return failed.outcome();
        }
        Reply<Adjusted> adjusted = adjusted(work.document(), conversation);
        if (adjusted instanceof Failed<Adjusted> failed) {
            return failed.outcome();
        }
        Adjusted order = ((Said<Adjusted>) adjusted).body();
        Translation<N> translated =
                form.translate(order.order(), customerNumber(work), ((Said<Set<String>>) known).body());
        if (translated instanceof Translation.Refused<N> refused) {
            return new Rejected(refused.combined());
        }
        return create(order, (Translation.Done<N>) translated, begun, conversation);
    }

    @Override
    public Finding find(Work<BillableOrder> work, Conversation conversation) {
        Reply<List<F>> reply = Carrying.all(form, work.document().reference(), conversation);
        if (reply instanceof Failed<List<F>> failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        List<F> found = ((Said<List<F>>) reply).body();
        if (found.isEmpty()) {
            return new Finding.Absent();
        }
        return found.size() > 1 ? new Finding.Disagrees(doubled(work.document(), found)) : agreeing(work, found.get(0));
    }

    @Override
    public Rehearsal rehearse(BillableOrder order, Map<String, String> bound, Conversation conversation) {
        List<String> notes = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<Problem> unanswered = new ArrayList<>();
        BillableOrder sent = order;
        Reply<Adjusted> adjusted = adjusted(order, conversation);
        if (adjusted instanceof Said<Adjusted> said) {
            notes.addAll(said.body().notes());
            sent = said.body().order();
        } else if (adjusted instanceof Failed<Adjusted> failed) {
            (failed.outcome() instanceof Rejected ? problems : unanswered)
                    .add(failed.outcome().problem());
        }
        for (Adjustment adjustment : adjustments) {
            Reply<Optional<Problem>> inTheWay = adjustment.inTheWay(sent, conversation);
            if (inTheWay instanceof Said<Optional<Problem>> said) {
                said.body().ifPresent(problems::add);
            } else if (inTheWay instanceof Failed<Optional<Problem>> failed) {
                unanswered.add(failed.outcome().problem());
            }
        }
        String customer = bound.getOrDefault(SourceKey.CUSTOMER, order.payer().number());
        Translation<N> translated = form.translate(sent, customer, articles.expected(order, conversation));
        if (translated instanceof Translation.Done<N> done) {
            notes.addAll(done.notes());
        } else {
            problems.addAll(((Translation.Refused<N>) translated).problems());
        }
        return new Rehearsal(notes, problems, unanswered.stream().findFirst());
    }

    private Reply<Adjusted> adjusted(BillableOrder order, Conversation conversation) {
        Adjusted soFar = new Adjusted(order, List.of());
        for (Adjustment adjustment : adjustments) {
            Reply<Adjusted> next = adjustment.adjust(soFar.order(), conversation);
            if (!(next instanceof Said<Adjusted> said)) {
                return next;
            }
            List<String> notes = new ArrayList<>(soFar.notes());
            notes.addAll(said.body().notes());
            soFar = new Adjusted(said.body().order(), notes);
        }
        return new Said<>(soFar);
    }

    private Outcome create(Adjusted order, Translation.Done<N> translated, Instant begun, Conversation conversation) {
        Reply<F> reply = form.create(translated.value(), begun, conversation);
        if (reply instanceof Said<F> said) {
            List<String> notes = new ArrayList<>(order.notes());
            notes.addAll(translated.notes());
            return created(order.order(), said.body(), notes);
        }
        Outcome failure = ((Failed<F>) reply).outcome();
        if (!(failure instanceof Rejected refused)) {
            return failure;
        }
        articles.learn(refused);
        if (clock.instant().isAfter(begun.plus(EXPLAIN_WITHIN))) {
            return refused;
        }
        return adjustments.stream()
                .map(adjustment -> adjustment.explained(refused, order.order(), conversation))
                .filter(explained -> explained != refused)
                .findFirst()
                .orElse(refused);
    }

    private Outcome created(BillableOrder order, F document, List<String> notesSoFar) {
        Optional<String> number = document.documentNumber();
        if (number.isEmpty()) {
            return FortnoxProblems.unreadable("it names no document number", true);
        }
        List<String> notes = new ArrayList<>(notesSoFar);
        Comparison amounts = form.compare(order, document);
        notes.addAll(amounts.explained());
        notes.addAll(ComputedReduction.notes(order, document));
        amounts.differences().forEach(difference -> notes.add("DIFFERS: " + difference));
        return new Delivered(new PartnerDocument(number.get(), number.get(), notes));
    }

    private Finding agreeing(Work<BillableOrder> work, F document) {
        Optional<Problem> problem = form.confirm(work.document(), customerNumber(work), document);
        if (problem.isPresent()) {
            return new Finding.Disagrees(problem.get());
        }
        String number = document.documentNumber().orElseThrow();
        List<String> notes = new ArrayList<>(List.of("found in Fortnox by its reference"));
        form.date(document)
                .filter(date -> !date.equals(work.document().documentDate()))
                .ifPresent(date -> notes.add("document date there is " + date + " instead of "
                        + work.document().documentDate()));
        notes.addAll(ComputedReduction.notes(work.document(), document));
        return new Finding.Found(new PartnerDocument(number, number, notes));
    }

    private static String customerNumber(Work<BillableOrder> work) {
        return Optional.ofNullable(work.bound().get(SourceKey.CUSTOMER))
                .orElseThrow(() -> new IllegalArgumentException("a document needs its customer's number at Fortnox"));
    }

    private Problem doubled(BillableOrder order, List<F> found) {
        String numbers = String.join(
                ", ",
                found.stream()
                        .flatMap(document -> document.documentNumber().stream())
                        .toList());
        return FortnoxProblems.partner(
                form.noun() + "-doubled",
                "Fortnox has several " + form.noun() + "s with the reference of order " + order.orderNumber() + ": "
                        + numbers + ".",
                "Cancel or credit all but one of them in Fortnox, then retry: the hub finds the one that is left.");
    }
}
