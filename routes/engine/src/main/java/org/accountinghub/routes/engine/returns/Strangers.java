package org.accountinghub.routes.engine.returns;

import java.util.Optional;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.connectors.spi.Returns.Brief;
import org.accountinghub.mappings.model.BillableOrder.Target;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.port.ReturnLedger;
import org.accountinghub.routes.engine.port.ReturnLedger.DeliveredDocument;
import org.accountinghub.routes.engine.port.ReturnLedger.Stray;
import org.accountinghub.routes.engine.port.ReturnLedger.Unbound;

/**
 * Orders or invoices that carry our reference and should not be there: beside the bound one, or of a transfer that counts
 * as not delivered.
 *
 * @param <D> the document as it is there now
 */
final class Strangers<D> {

    private final ReturnLedger ledger;
    private final Returns<D> source;
    private final String connection;
    private final Kind<D> kind;
    private final Asking asking;
    private final Progress progress;

    Strangers(
            ReturnLedger ledger, Returns<D> source, String connection, Kind<D> kind, Asking asking, Progress progress) {
        this.ledger = ledger;
        this.source = source;
        this.connection = connection;
        this.kind = kind;
        this.asking = asking;
        this.progress = progress;
    }

    /** What differs between orders and invoices. */
    interface Kind<D> {

        Target madeAs();

        String number(D document);

        /** Whether it asks somebody to pay, now or later. */
        boolean counts(D document);
    }

    /** What was found beside a document that is bound to another. */
    void beside(DeliveredDocument bound, Brief brief) {
        stray(brief, bound.transferId(), number -> ReturnProblems.doubled(bound, kind.madeAs(), number));
    }

    /** What carries the reference of a document that is bound to nothing, if it does. */
    void unbound(Brief brief, Reference reference) {
        Optional<Unbound> unbound = ledger.unbound(connection, reference);
        if (unbound.isPresent() && underWay(unbound.get().state())) {
            progress.leaveOut();
        } else {
            unbound.ifPresent(transfer -> stray(
                    brief,
                    transfer.transferId(),
                    number -> ReturnProblems.unexpected(transfer, kind.madeAs(), number)));
        }
    }

    private static boolean underWay(TransferState state) {
        return switch (state) {
            case WAITING, DUE, QUEUED, SENDING -> true;
            case REJECTED, EXHAUSTED, IN_DOUBT, DELIVERED, DISMISSED, WITHDRAWN, SUPERSEDED -> false;
        };
    }

    private interface Complaint {
        Problem about(String number);
    }

    private void stray(Brief brief, long transferId, Complaint complaint) {
        Optional<D> read = asking.valueOf(() -> source.read(brief.id(), Conversation.UNHEARD));
        String number = read.map(kind::number).orElse(brief.id());
        Optional<Problem> problem = read.filter(kind::counts).map(found -> complaint.about(number));
        ledger.recordStray(
                new Stray(connection, transferId, kind.madeAs(), brief.id(), number, brief.fingerprint(), problem));
        progress.recorded();
    }
}
