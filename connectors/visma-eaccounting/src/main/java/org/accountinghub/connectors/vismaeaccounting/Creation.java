package org.accountinghub.connectors.vismaeaccounting;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.connectors.vismaeaccounting.Preparation.Ready;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.vismaeaccounting.DocumentMatch;
import org.accountinghub.mappings.vismaeaccounting.EAccountingRules.ReferenceRow;
import org.accountinghub.mappings.vismaeaccounting.InvoiceReading;
import org.accountinghub.mappings.vismaeaccounting.wire.DocumentThere;

/**
 * The draft or the order itself. eAccounting finds nothing by a text of ours, so after a lost answer everything that was made
 * since the first intent is listed and looked through for our mark, then compared: customer and amounts.
 *
 * @param <N> the form in which it is created
 * @param <T> the form in which eAccounting has it
 */
final class Creation<N, T extends DocumentThere> implements Part {

    private final String step;
    private final Form<N, T> form;
    private final Preparation preparation;
    private final Articles articles;
    private final Payers payers;
    private final Duration lateness;
    private final boolean marked;

    /** @param step its name: {@link Step#CREATE}, or {@link Made#DRAFT} where an invoice is made of the draft at once */
    Creation(
            String step,
            Form<N, T> form,
            Preparation preparation,
            Articles articles,
            Payers payers,
            VismaSettings settings) {
        this.step = step;
        this.form = form;
        this.preparation = preparation;
        this.articles = articles;
        this.payers = payers;
        this.lateness = settings.lateness();
        this.marked = settings.rules().referenceRow() == ReferenceRow.WITH_REFERENCE;
    }

    @Override
    public List<Step> steps(BillableOrder order) {
        return List.of(new Step(step, IdempotencyClass.C, lateness));
    }

    @Override
    public boolean does(Work<BillableOrder> work) {
        String name = work.step().name();
        return name.equals(Made.DRAFT)
                || (name.equals(Step.CREATE) && Made.draft(work).isEmpty());
    }

    @Override
    public Outcome perform(Work<BillableOrder> work, Instant begun, Conversation conversation) {
        BillableOrder order = work.document();
        Reply<Ready> reply = preparation.of(order, Optional.of(payer(work)), conversation);
        if (!(reply instanceof Said<Ready> said)) {
            return ((Failed<Ready>) reply).outcome();
        }
        Ready ready = said.body();
        Translation<N> translated = form.translate(order, ready.recipient(), ready.catalogue());
        if (translated instanceof Translation.Refused<N> refused) {
            return new Rejected(refused.combined());
        }
        var done = (Translation.Done<N>) translated;
        Reply<T> created = form.create(done.value(), begun, conversation);
        if (created instanceof Said<T> made) {
            return delivered(order, made.body(), done.notes(), conversation);
        }
        Outcome failure = ((Failed<T>) created).outcome();
        if (failure instanceof Rejected rejected
                && rejected.problem().cause().equals(VismaConnectorFactory.NAME + ".record-unknown")) {
            articles.forget();
        }
        return failure;
    }

    @Override
    public Finding find(Work<BillableOrder> work, Conversation conversation) {
        BillableOrder order = work.document();
        Reply<List<DocumentThere>> listed = form.since(work.firstIntent(), conversation);
        if (!(listed instanceof Said<List<DocumentThere>> said)) {
            return new Finding.Unreachable(((Failed<List<DocumentThere>>) listed).outcome());
        }
        List<DocumentThere> ours = said.body().stream()
                .filter(one ->
                        marked ? DocumentMatch.carries(order.reference(), one) : DocumentMatch.namesOrder(order, one))
                .toList();
        if (ours.isEmpty()) {
            return new Finding.Absent();
        }
        if (ours.size() > 1) {
            return new Finding.Disagrees(doubled(order, ours));
        }
        if (!marked && order.key().generation() > 1) {
            return new Finding.Disagrees(undecided(order, ours));
        }
        return agreeing(work, ours.get(0), conversation);
    }

    @Override
    public Rehearsal rehearse(BillableOrder order, Map<String, String> bound, Conversation conversation) {
        Reply<Ready> reply = preparation.of(order, Optional.ofNullable(bound.get(SourceKey.CUSTOMER)), conversation);
        if (reply instanceof Failed<Ready> failed) {
            if (bound.isEmpty() && failed.outcome().problem().cause().endsWith(".customer-unknown")) {
                return Rehearsal.noting(
                        List.of("the customer is sent first; only then can prices and articles be looked at"));
            }
            return Rehearsal.of(failed.outcome());
        }
        Ready ready = ((Said<Ready>) reply).body();
        Translation<N> translated = form.translate(order, ready.recipient(), ready.catalogue());
        return translated instanceof Translation.Done<N> done
                ? Rehearsal.noting(done.notes())
                : new Rehearsal(
                        List.of(),
                        ((Translation.Refused<N>) translated)
                                .problems().stream()
                                        .filter(problem -> !articleIsMadeBefore(problem))
                                        .toList(),
                        Optional.empty());
    }

    /** A step before this one would create it. */
    private static boolean articleIsMadeBefore(Problem problem) {
        return problem.cause().equals(VismaConnectorFactory.NAME + ".article-unknown");
    }

    private Outcome delivered(BillableOrder order, T made, List<String> notesSoFar, Conversation conversation) {
        if (made.id().isEmpty()) {
            return VismaProblems.unreadable("it names no id", true);
        }
        List<String> notes = new ArrayList<>(notesSoFar);
        Reply<Map<String, BigDecimal>> rates = articles.rates(InvoiceReading.articles(made), conversation);
        if (rates instanceof Said<Map<String, BigDecimal>> said) {
            Comparison amounts = form.match().compare(order, made, said.body());
            notes.addAll(amounts.explained());
            amounts.differences().forEach(difference -> notes.add("DIFFERS: " + difference));
        } else {
            notes.add("its amounts could not be compared just now");
        }
        return new Delivered(form.known(made, notes));
    }

    private Finding agreeing(Work<BillableOrder> work, DocumentThere found, Conversation conversation) {
        Reply<Map<String, BigDecimal>> rates = articles.rates(InvoiceReading.articles(found), conversation);
        if (rates instanceof Failed<Map<String, BigDecimal>> failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        Reply<String> payer = payers.bound(payer(work), conversation)
                .map(customer -> customer.flatMap(there -> there.id()).orElse(""));
        if (payer instanceof Failed<String> failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        Optional<Problem> problem = form.match()
                .confirm(
                        work.document(),
                        ((Said<String>) payer).body(),
                        found,
                        ((Said<Map<String, BigDecimal>>) rates).body());
        return problem.<Finding>map(Finding.Disagrees::new)
                .orElseGet(() -> new Finding.Found(form.known(
                        found,
                        List.of("found in eAccounting by "
                                + (marked ? "its reference" : "its order number and amounts")))));
    }

    private static String payer(Work<BillableOrder> work) {
        return Optional.ofNullable(work.bound().get(SourceKey.CUSTOMER))
                .orElseThrow(() -> new IllegalArgumentException("a document needs its customer's id at eAccounting"));
    }

    private Problem doubled(BillableOrder order, List<DocumentThere> found) {
        return VismaProblems.partner(
                form.noun().replace(' ', '-') + "-doubled",
                "eAccounting has several documents with the mark of order " + order.orderNumber() + ": " + named(found)
                        + ".",
                "Delete or credit all but one of them in eAccounting, then retry: the hub finds the one that is left.");
    }

    private Problem undecided(BillableOrder order, List<DocumentThere> found) {
        return VismaProblems.partner(
                form.noun().replace(' ', '-') + "-undecided",
                "eAccounting has a document that names order " + order.orderNumber() + ": " + named(found)
                        + ". Whether it is of this sending or of an earlier one cannot be told.",
                "Look at it in eAccounting. If it is of this sending, mark the transfer as delivered with it; else retry once"
                        + " it is older than the sending.");
    }

    private String named(List<DocumentThere> found) {
        return found.stream().map(one -> form.known(one, List.of()).number()).collect(Collectors.joining(", "));
    }
}
