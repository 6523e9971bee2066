package org.accountinghub.connectors.fortnox;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.accountinghub.connectors.http.DocumentDelivery.Part;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Absent;
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
import org.accountinghub.mappings.fortnox.TaxReductionTranslation;
import org.accountinghub.mappings.fortnox.wire.FortnoxDocument;
import org.accountinghub.mappings.fortnox.wire.FortnoxTaxReduction;
import org.accountinghub.mappings.fortnox.wire.NewTaxReduction;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.Translation;

/**
 * Asks for the tax reduction of a document that was created, one step for each person, with the amount that Fortnox computed
 * on it. Found again among the document's reductions by person and amount. Personal numbers go to Fortnox and nowhere else.
 */
final class TaxReductions<F extends FortnoxDocument> implements Part {

    private static final String STEP = "tax-reduction-";

    private final Form<?, F> form;
    private final FortnoxClient client;
    private final AskedReductions asked;
    private final Duration lateness;

    TaxReductions(Form<?, F> form, FortnoxClient client, Duration lateness) {
        this.form = form;
        this.client = client;
        this.asked = new AskedReductions(client);
        this.lateness = lateness;
    }

    static String step(int person) {
        return STEP + person;
    }

    @Override
    public List<Step> steps(BillableOrder order) {
        int persons = order.taxReduction()
                .map(reduction -> reduction.persons().size())
                .orElse(0);
        return IntStream.rangeClosed(1, persons)
                .mapToObj(person -> new Step(step(person), IdempotencyClass.C, lateness))
                .toList();
    }

    @Override
    public boolean does(Work<BillableOrder> work) {
        return work.step().name().startsWith(STEP);
    }

    @Override
    public Outcome perform(Work<BillableOrder> work, Instant begun, Conversation conversation) {
        PartnerDocument made = work.created();
        int person = person(work);
        Reply<F> read = form.read(made.id(), conversation);
        if (read instanceof Failed<F> failed) {
            return failed.outcome();
        }
        if (read instanceof Absent<F>) {
            return new Rejected(FortnoxProblems.COMMON.gone(form.noun(), made));
        }
        F document = ((Said<F>) read).body();
        Optional<Problem> closed = form.closed(document);
        if (closed.isPresent()) {
            return new Rejected(closed.get());
        }
        Reply<List<FortnoxTaxReduction>> listed =
                asked.of(form.type(), made.id(), createdFrom(work, form.date(document)), conversation);
        if (listed instanceof Failed<List<FortnoxTaxReduction>> failed) {
            return failed.outcome();
        }
        List<FortnoxTaxReduction> there = ((Said<List<FortnoxTaxReduction>>) listed).body();
        Optional<BigDecimal> computed =
                there.isEmpty() ? document.taxReduction() : ComputedReduction.remembered(work, person);
        Optional<Outcome> found = asked.find(work.document(), person, expected(work, computed), there, conversation)
                .settled();
        if (found.isPresent()) {
            return found.get();
        }
        return computed.map(amount -> ask(work, person, amount, begun, conversation))
                .orElseGet(() -> new Rejected(unclear(made)));
    }

    @Override
    public Finding find(Work<BillableOrder> work, Conversation conversation) {
        Reply<List<FortnoxTaxReduction>> listed =
                asked.of(form.type(), work.created().id(), createdFrom(work, Optional.empty()), conversation);
        if (listed instanceof Failed<List<FortnoxTaxReduction>> failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        int person = person(work);
        Optional<NewTaxReduction> expected = expected(work, ComputedReduction.remembered(work, person));
        return asked.find(
                work.document(), person, expected, ((Said<List<FortnoxTaxReduction>>) listed).body(), conversation);
    }

    /** How much it will be is known when Fortnox has the document. */
    @Override
    public Rehearsal rehearse(BillableOrder order, Map<String, String> bound, Conversation conversation) {
        return Rehearsal.noting(order.taxReduction().map(this::plan).stream().toList());
    }

    private String plan(TaxReduction reduction) {
        int persons = reduction.persons().size();
        return "tax reduction " + reduction.type() + " would be asked for by " + persons
                + (persons == 1 ? " person" : " persons") + ", with the amount that Fortnox computes on the "
                + form.noun();
    }

    private Outcome ask(
            Work<BillableOrder> work, int person, BigDecimal computed, Instant begun, Conversation conversation) {
        PartnerDocument made = work.created();
        Translation<List<NewTaxReduction>> translated =
                TaxReductionTranslation.translate(work.document(), form.type(), made.id(), computed);
        if (translated instanceof Translation.Refused<List<NewTaxReduction>> refused) {
            return refused(new Rejected(refused.combined()), made);
        }
        Translation.Done<List<NewTaxReduction>> done = (Translation.Done<List<NewTaxReduction>>) translated;
        NewTaxReduction content = done.value().get(person - 1);
        Reply<FortnoxTaxReduction.Body> reply = client.post(
                AskedReductions.PATH,
                new NewTaxReduction.Body(content),
                FortnoxTaxReduction.Body.class,
                begun,
                conversation);
        if (reply instanceof Failed<FortnoxTaxReduction.Body> failed) {
            return refused(OptionalRights.needed("tax-reduction", failed.outcome()), made);
        }
        FortnoxTaxReduction reduction =
                ((Said<FortnoxTaxReduction.Body>) reply).body().taxReduction();
        return reduction.id().isEmpty()
                ? FortnoxProblems.unreadable("it names no tax reduction", true)
                : new Delivered(AskedReductions.made(
                        reduction, content.askedAmount(), List.of(ComputedReduction.note(computed))));
    }

    /** What this person would ask for of that amount. */
    private Optional<NewTaxReduction> expected(Work<BillableOrder> work, Optional<BigDecimal> computed) {
        return computed.map(amount -> TaxReductionTranslation.translate(
                        work.document(), form.type(), work.created().id(), amount))
                .flatMap(translated -> translated instanceof Translation.Done<List<NewTaxReduction>> done
                        ? Optional.of(done.value().get(person(work) - 1))
                        : Optional.empty());
    }

    private Outcome refused(Outcome outcome, PartnerDocument made) {
        return outcome instanceof Rejected rejected
                ? new Rejected(FortnoxProblems.COMMON.without(
                        rejected.problem(), form.noun(), made, "has no tax reduction yet"))
                : outcome;
    }

    private Problem unclear(PartnerDocument made) {
        return FortnoxProblems.partner(
                "tax-reduction-unclear",
                "Fortnox does not tell what tax reduction it computes on " + form.noun() + " " + made.number() + ".",
                "Enter the tax reduction on it in Fortnox, then dismiss the transfer.");
    }

    /** A document is dated by the day when it was first meant to be sent; one made by hand may be older. */
    private static LocalDate createdFrom(Work<BillableOrder> work, Optional<LocalDate> itsDate) {
        return Stream.concat(
                        itsDate.stream(),
                        Stream.of(
                                work.document().documentDate(),
                                LocalDate.ofInstant(work.firstIntent(), ZoneOffset.UTC)))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static int person(Work<?> work) {
        return Integer.parseInt(work.step().name().substring(STEP.length()));
    }
}
