package org.accountinghub.connectors.vismaeaccounting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.accountinghub.mappings.vismaeaccounting.wire.InvoiceThere;

/** The invoice sent by eAccounting's e-mail. Nothing over there tells that it was, so it is never done again by itself. */
final class Emailing implements Part {

    static final String STEP = "email";

    private final VismaClient client;
    private final Invoices invoices;

    Emailing(VismaClient client, Invoices invoices) {
        this.client = client;
        this.invoices = invoices;
    }

    @Override
    public List<Step> steps(BillableOrder order) {
        return List.of(new Step(STEP, IdempotencyClass.D, Duration.ZERO));
    }

    @Override
    public boolean does(Work<BillableOrder> work) {
        return work.step().name().equals(STEP);
    }

    @Override
    public Outcome perform(Work<BillableOrder> work, Instant begun, Conversation conversation) {
        PartnerDocument made = work.created();
        Reply<InvoiceThere> reply = invoices.identified(made.id(), conversation);
        if (reply instanceof Failed<InvoiceThere> failed) {
            return failed.outcome();
        }
        if (reply instanceof Absent<InvoiceThere>) {
            return new Rejected(VismaProblems.COMMON.gone("invoice", made));
        }
        String id = ((Said<InvoiceThere>) reply).body().id().orElse(made.id());
        Reply<Boolean> sent = client.act("POST", Invoices.path(id) + "/email", Map.of(), begun, conversation);
        if (sent instanceof Failed<Boolean> failed) {
            return failed.outcome() instanceof Rejected rejected
                    ? new Rejected(
                            VismaProblems.COMMON.without(rejected.problem(), "invoice", made, "could not be e-mailed"))
                    : failed.outcome();
        }
        return new Delivered(Made.again(made, "invoice " + made.number() + " was e-mailed"));
    }

    @Override
    public Finding find(Work<BillableOrder> work, Conversation conversation) {
        return new Finding.Absent();
    }

    @Override
    public Rehearsal rehearse(BillableOrder order, Map<String, String> bound, Conversation conversation) {
        return Rehearsal.noting(List.of("the invoice would then be e-mailed"));
    }
}
