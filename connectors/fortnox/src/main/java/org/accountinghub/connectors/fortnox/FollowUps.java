package org.accountinghub.connectors.fortnox;

import java.time.Duration;
import java.time.Instant;
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
import org.accountinghub.mappings.fortnox.wire.FortnoxInvoice;
import org.accountinghub.mappings.model.BillableOrder;

/** What is done with an invoice that was created: booked, marked as sent, e-mailed, sent as e-invoice, printed and posted. */
final class FollowUps implements Part {

    private final List<FollowUp> wanted;
    private final InvoiceForm invoices;
    private final FollowUpCalls calls;
    private final Duration lateness;

    FollowUps(List<FollowUp> wanted, InvoiceForm invoices, FollowUpCalls calls, Duration lateness) {
        this.wanted = List.copyOf(wanted);
        this.invoices = invoices;
        this.calls = calls;
        this.lateness = lateness;
    }

    @Override
    public List<Step> steps(BillableOrder order) {
        return wanted.stream().map(this::step).toList();
    }

    @Override
    public boolean does(Work<BillableOrder> work) {
        return FollowUp.named(work.step().name()).isPresent();
    }

    @Override
    public Outcome perform(Work<BillableOrder> work, Instant begun, Conversation conversation) {
        FollowUp followUp = followUp(work);
        PartnerDocument made = work.created();
        Optional<Outcome> before = look(followUp, work, conversation).settled();
        if (before.isPresent()) {
            return before.get();
        }
        Reply<FortnoxInvoice> reply = calls.make(followUp, made.id(), begun, conversation);
        if (reply instanceof Failed<FortnoxInvoice> failed) {
            Outcome outcome = OptionalRights.needed(followUp.step(), failed.outcome());
            return outcome instanceof Rejected rejected
                    ? new Rejected(FortnoxProblems.COMMON.without(
                            rejected.problem(), invoices.noun(), made, "could not be " + followUp.participle()))
                    : outcome;
        }
        boolean notBooked = followUp == FollowUp.BOOKKEEP
                && !((Said<FortnoxInvoice>) reply).body().booked().orElse(true);
        return notBooked
                ? FortnoxProblems.unreadable("the invoice in it is not booked", true)
                : new Delivered(done(made, followUp.participle()));
    }

    @Override
    public Finding find(Work<BillableOrder> work, Conversation conversation) {
        return look(followUp(work), work, conversation);
    }

    @Override
    public Rehearsal rehearse(BillableOrder order, Map<String, String> bound, Conversation conversation) {
        return Rehearsal.noting(wanted.stream()
                .map(followUp -> "the invoice would then be " + followUp.participle())
                .toList());
    }

    /** Whether it was done, by the hub or by a person; what stands in its way otherwise. */
    private Finding look(FollowUp followUp, Work<BillableOrder> work, Conversation conversation) {
        PartnerDocument made = work.created();
        Reply<FortnoxInvoice> reply = invoices.read(made.id(), conversation);
        if (reply instanceof Failed<FortnoxInvoice> failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        if (reply instanceof Absent<FortnoxInvoice>) {
            return new Finding.Disagrees(FortnoxProblems.COMMON.gone(invoices.noun(), made));
        }
        FortnoxInvoice invoice = ((Said<FortnoxInvoice>) reply).body();
        if (isDone(followUp, invoice, work)) {
            return new Finding.Found(done(made, "already " + followUp.participle()));
        }
        return invoices.closed(invoice).<Finding>map(Finding.Disagrees::new).orElse(new Finding.Absent());
    }

    /**
     * Fortnox tells of an invoice that it is sent, not how. After the hub itself has marked it as sent that says nothing
     * about an e-mail.
     */
    private static boolean isDone(FollowUp followUp, FortnoxInvoice invoice, Work<BillableOrder> work) {
        return switch (followUp) {
            case BOOKKEEP -> invoice.booked().orElse(false);
            case MARK_SENT -> invoice.sent().orElse(false);
            case EMAIL ->
                invoice.sent().orElse(false)
                        && work.done(FollowUp.MARK_SENT.step()).isEmpty();
            case E_INVOICE, PRINT_SERVICE -> false;
        };
    }

    /** With {@code mark-sent} before it an e-mail cannot be found again. */
    private Step step(FollowUp followUp) {
        boolean unknowable = followUp == FollowUp.EMAIL && wanted.contains(FollowUp.MARK_SENT);
        IdempotencyClass idempotency = unknowable ? IdempotencyClass.D : followUp.idempotency();
        return new Step(followUp.step(), idempotency, idempotency == IdempotencyClass.C ? lateness : Duration.ZERO);
    }

    private static PartnerDocument done(PartnerDocument made, String what) {
        return new PartnerDocument(made.id(), made.number(), List.of("invoice " + made.number() + " was " + what));
    }

    private static FollowUp followUp(Work<?> work) {
        return FollowUp.named(work.step().name()).orElseThrow();
    }
}
