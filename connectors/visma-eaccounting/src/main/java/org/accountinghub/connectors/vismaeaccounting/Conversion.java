package org.accountinghub.connectors.vismaeaccounting;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.vismaeaccounting.DocumentMatch;
import org.accountinghub.mappings.vismaeaccounting.InvoiceReading;
import org.accountinghub.mappings.vismaeaccounting.wire.DocumentThere;
import org.accountinghub.mappings.vismaeaccounting.wire.InvoiceThere;

/**
 * The invoice made of a draft or of an order. Before, it must come to what was sent: an invoice is booked for ever. After a
 * lost answer the invoices since the first intent are looked through for the one that names the draft or order, or bears our
 * mark.
 */
final class Conversion<T extends DocumentThere> implements Part {

    static final String OF_ORDER = "convert";

    private final String step;
    private final Form<?, T> form;
    private final VismaClient client;
    private final Newest newest;
    private final Invoices invoices;
    private final Articles articles;
    private final Duration lateness;

    /** @param step {@link Step#CREATE} of an invoice, {@link #OF_ORDER} of an order */
    Conversion(
            String step,
            Form<?, T> form,
            VismaClient client,
            Newest newest,
            Invoices invoices,
            Articles articles,
            Duration lateness) {
        this.step = step;
        this.form = form;
        this.client = client;
        this.newest = newest;
        this.invoices = invoices;
        this.articles = articles;
        this.lateness = lateness;
    }

    @Override
    public List<Step> steps(BillableOrder order) {
        return List.of(new Step(step, IdempotencyClass.C, lateness));
    }

    @Override
    public boolean does(Work<BillableOrder> work) {
        return work.step().name().equals(step)
                && (!step.equals(Step.CREATE) || Made.draft(work).isPresent());
    }

    @Override
    public Outcome perform(Work<BillableOrder> work, Instant begun, Conversation conversation) {
        PartnerDocument source = Made.source(work);
        Optional<Outcome> before = find(work, conversation).settled();
        if (before.isPresent()) {
            return before.get();
        }
        Reply<List<String>> compared = compared(work.document(), source, conversation);
        if (compared instanceof Failed<List<String>> failed) {
            return failed.outcome();
        }
        Reply<InvoiceThere> reply =
                client.convert(form.at(source.id()) + "/convert", InvoiceThere.class, begun, conversation);
        if (reply instanceof Said<InvoiceThere> said) {
            return made(work.document(), said.body(), ((Said<List<String>>) compared).body(), conversation);
        }
        Outcome failure = ((Failed<InvoiceThere>) reply).outcome();
        return failure instanceof Rejected rejected
                ? new Rejected(VismaProblems.COMMON.without(
                        rejected.problem(), form.noun(), source, "no invoice could be made of it"))
                : failure;
    }

    @Override
    public Finding find(Work<BillableOrder> work, Conversation conversation) {
        PartnerDocument source = Made.source(work);
        Reply<List<InvoiceThere>> listed = newest.invoices(work.firstIntent(), conversation);
        if (!(listed instanceof Said<List<InvoiceThere>> said)) {
            return new Finding.Unreachable(((Failed<List<InvoiceThere>>) listed).outcome());
        }
        invoices.seen(said.body());
        List<InvoiceThere> ours = said.body().stream()
                .filter(invoice -> !invoice.isCreditInvoice().orElse(false) && isOf(source, work.document(), invoice))
                .toList();
        if (ours.size() > 1) {
            return new Finding.Disagrees(doubled(work.document(), ours));
        }
        if (ours.size() == 1) {
            return new Finding.Found(known(
                    ours.get(0),
                    source,
                    List.of("found in eAccounting as invoice "
                            + ours.get(0).invoiceNumber().orElse(""))));
        }
        Reply<T> there = form.read(source.id(), conversation);
        if (there instanceof Failed<T> failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        return there instanceof Absent<T>
                ? new Finding.Disagrees(VismaProblems.COMMON.gone(form.noun(), source))
                : new Finding.Absent();
    }

    @Override
    public Rehearsal rehearse(BillableOrder order, Map<String, String> bound, Conversation conversation) {
        return Rehearsal.noting(List.of("the " + form.noun() + " would then be made an invoice, which is booked"));
    }

    private static boolean isOf(PartnerDocument source, BillableOrder order, InvoiceThere invoice) {
        return invoice.createdFromDraftId().filter(source.id()::equals).isPresent()
                || invoice.createdFromOrderId().filter(source.id()::equals).isPresent()
                || DocumentMatch.carries(order.reference(), invoice);
    }

    /** What is said of the amounts when they agree; a difference ends the work. */
    private Reply<List<String>> compared(BillableOrder order, PartnerDocument source, Conversation conversation) {
        Reply<T> read = form.read(source.id(), conversation);
        if (read instanceof Absent<T>) {
            return new Failed<>(new Rejected(VismaProblems.COMMON.gone(form.noun(), source)));
        }
        return read.then(there -> articles.rates(InvoiceReading.articles(there), conversation)
                .then(rates -> {
                    Comparison amounts = form.match().compare(order, there, rates);
                    return amounts.agrees()
                            ? new Said<>(amounts.explained())
                            : new Failed<>(new Rejected(differs(source, amounts)));
                }));
    }

    private Outcome made(
            BillableOrder order, InvoiceThere invoice, List<String> notesSoFar, Conversation conversation) {
        if (invoice.id().isEmpty() || invoice.invoiceNumber().isEmpty()) {
            return VismaProblems.unreadable("it names no invoice", true);
        }
        invoices.seen(List.of(invoice));
        List<String> notes = new ArrayList<>(notesSoFar);
        Reply<Map<String, BigDecimal>> rates = articles.rates(InvoiceReading.articles(invoice), conversation);
        if (rates instanceof Said<Map<String, BigDecimal>> said
                && invoice.rows().isPresent()) {
            form.match()
                    .compare(order, invoice, said.body())
                    .differences()
                    .forEach(difference -> notes.add("DIFFERS: " + difference));
        }
        return new Delivered(new PartnerDocument(
                invoice.identity().orElse(""), invoice.invoiceNumber().get(), notes));
    }

    private static PartnerDocument known(InvoiceThere invoice, PartnerDocument source, List<String> notes) {
        return new PartnerDocument(
                invoice.identity().orElse(source.id()), invoice.invoiceNumber().orElse(""), notes);
    }

    private Problem differs(PartnerDocument source, Comparison amounts) {
        return VismaProblems.partner(
                "amounts-differ",
                "The " + form.noun() + " is in eAccounting, as " + source.number()
                        + ", but does not come to what was sent, so no invoice was made of it: "
                        + String.join("; ", amounts.differences()) + ".",
                "Correct it in eAccounting and retry, or delete it there, dismiss the transfer and send the order again.");
    }

    private static Problem doubled(BillableOrder order, List<InvoiceThere> found) {
        return VismaProblems.partner(
                "invoice-doubled",
                "eAccounting has several invoices of order " + order.orderNumber() + ": "
                        + String.join(
                                ", ",
                                found.stream()
                                        .flatMap(invoice -> invoice.invoiceNumber().stream())
                                        .toList())
                        + ".",
                "Credit all but one of them in eAccounting, then mark the transfer as delivered with the one that is left.");
    }
}
