package org.accountinghub.routes.engine.returns;

import java.util.Optional;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.connectors.spi.Returns.Brief;
import org.accountinghub.mappings.model.BillableOrder.Target;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.routes.engine.port.ReturnLedger;
import org.accountinghub.routes.engine.port.ReturnLedger.Became;
import org.accountinghub.routes.engine.port.ReturnLedger.DeliveredDocument;

/** Follows the invoices of one fetch: ours are read and judged, those that should not be there are reported. */
final class Follower implements Following {

    private final ReturnLedger ledger;
    private final Returns<Invoice> source;
    private final String connection;
    private final Judgement judgement;
    private final Asking asking;
    private final Progress progress;
    private final OrderFollower orders;
    private final Strangers<Invoice> strangers;

    /** @param orders takes the invoices of documents that were sent as orders */
    Follower(
            ReturnLedger ledger,
            Returns<Invoice> source,
            String connection,
            Judgement judgement,
            Asking asking,
            Progress progress,
            OrderFollower orders) {
        this.ledger = ledger;
        this.source = source;
        this.connection = connection;
        this.judgement = judgement;
        this.asking = asking;
        this.progress = progress;
        this.orders = orders;
        this.strangers = new Strangers<>(ledger, source, connection, Kinds.INVOICES, asking, progress);
    }

    @Override
    public Target madeAs() {
        return Target.INVOICE;
    }

    @Override
    public void seen(Brief brief) {
        progress.apart("invoice " + brief.id(), () -> look(brief));
    }

    @Override
    public void silent(DeliveredDocument document) {
        progress.apart("invoice " + document.partnerId(), () -> follow(document, Optional.empty()));
    }

    private void look(Brief brief) {
        if (ledger.known(connection, Target.INVOICE, brief.id(), brief.fingerprint())) {
            return;
        }
        Optional<DeliveredDocument> ours = ledger.delivered(connection, Target.INVOICE, brief.id());
        if (ours.isEmpty()) {
            brief.reference().ifPresent(reference -> stranger(brief, reference));
        } else if (wasSentAsOrder(ours.get())) {
            orders.invoiceSeen(ours.get(), brief);
        } else {
            follow(ours.get(), Optional.of(brief.fingerprint()));
            if (brief.reference().isEmpty()) {
                searchForDoubles(ours.get());
            }
        }
    }

    private static boolean wasSentAsOrder(DeliveredDocument document) {
        return document.sent().target() == Target.ORDER;
    }

    private void follow(DeliveredDocument document, Optional<String> fingerprint) {
        Optional<Invoice> invoice;
        try {
            invoice = asking.valueOf(() -> source.read(document.partnerId(), Conversation.UNHEARD));
        } catch (NoAnswerException e) {
            if (e.why() instanceof Outcome.Rejected) {
                ledger.unreadable(document, e.problem());
            }
            throw e;
        }
        Became became = invoice.map(found -> judgement.of(document, found)).orElseGet(() -> Judgement.gone(document));
        ledger.record(document, became, fingerprint);
        progress.recorded();
    }

    /** Where lists do not show references, doubles are asked for. */
    private void searchForDoubles(DeliveredDocument document) {
        Reference reference = document.key().reference();
        asking.valueOf(() -> source.carrying(reference, Conversation.UNHEARD)).stream()
                .filter(brief -> !brief.id().equals(document.partnerId()))
                .filter(brief -> !ledger.known(connection, Target.INVOICE, brief.id(), brief.fingerprint()))
                .forEach(brief -> strangers.beside(document, brief));
    }

    private void stranger(Brief brief, Reference reference) {
        Optional<DeliveredDocument> bound = ledger.delivered(connection, reference);
        if (bound.isEmpty()) {
            strangers.unbound(brief, reference);
        } else if (wasSentAsOrder(bound.get())) {
            orders.invoiceSeen(bound.get(), brief);
        } else {
            strangers.beside(bound.get(), brief);
        }
    }
}
