package org.accountinghub.routes.engine.returns;

import java.util.Optional;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.connectors.spi.Returns.Brief;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.port.ReturnLedger;
import org.accountinghub.routes.engine.port.ReturnLedger.Became;
import org.accountinghub.routes.engine.port.ReturnLedger.DeliveredDocument;
import org.accountinghub.routes.engine.port.ReturnLedger.Stray;
import org.accountinghub.routes.engine.port.ReturnLedger.Unbound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the invoices of one fetch: ours are read and judged, those that should not be there are reported. */
final class Follower {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    /** So many unread in a row are an outage. */
    private static final int HOPELESS = 3;

    private final ReturnLedger ledger;
    private final Returns<Invoice> source;
    private final String connection;
    private final Judgement judgement;
    private final Asking asking;
    private int looked;
    private int changed;
    private int failedInARow;
    private boolean leftSomethingOut;
    private Optional<Problem> unread = Optional.empty();

    Follower(ReturnLedger ledger, Returns<Invoice> source, String connection, Judgement judgement, Asking asking) {
        this.ledger = ledger;
        this.source = source;
        this.connection = connection;
        this.judgement = judgement;
        this.asking = asking;
    }

    int looked() {
        return looked;
    }

    int changed() {
        return changed;
    }

    /** Why an invoice could not be read, the last of them. */
    Optional<Problem> unread() {
        return unread;
    }

    /** Whether an invoice must be seen again: it could not be read, or its transfer is still under way. */
    boolean leftSomethingOut() {
        return leftSomethingOut;
    }

    void seen(Brief brief) {
        apart("invoice " + brief.id(), () -> look(brief));
    }

    /** Reads a document that no list has shown for long. */
    void silent(DeliveredDocument document) {
        apart("invoice " + document.partnerId(), () -> follow(document, Optional.empty()));
    }

    /** One that cannot be read keeps no other back; when several in a row cannot, there is no use in asking on. */
    private void apart(String what, Runnable following) {
        looked++;
        try {
            following.run();
        } catch (NoAnswerException e) {
            failedInARow++;
            if (!e.isAboutOne() || failedInARow == HOPELESS) {
                throw e;
            }
            leftSomethingOut = true;
            unread = Optional.of(e.problem());
            LOG.warn(
                    "{} of {} could not be read and is tried again: {}",
                    what,
                    connection,
                    e.problem().cause());
        }
    }

    private void look(Brief brief) {
        if (ledger.known(connection, brief.id(), brief.fingerprint())) {
            return;
        }
        Optional<DeliveredDocument> ours = ledger.delivered(connection, brief.id());
        if (ours.isPresent()) {
            follow(ours.get(), Optional.of(brief.fingerprint()));
            if (brief.reference().isEmpty()) {
                searchForDoubles(ours.get());
            }
        } else {
            brief.reference().ifPresent(reference -> stranger(brief, reference));
        }
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
        changed++;
        failedInARow = 0;
    }

    /** Where lists do not show references, doubles are asked for. */
    private void searchForDoubles(DeliveredDocument document) {
        Reference reference = document.key().reference();
        asking.valueOf(() -> source.carrying(reference, Conversation.UNHEARD)).stream()
                .filter(brief -> !brief.id().equals(document.partnerId()))
                .filter(brief -> !ledger.known(connection, brief.id(), brief.fingerprint()))
                .forEach(brief -> stranger(brief, reference));
    }

    private void stranger(Brief brief, Reference reference) {
        Optional<DeliveredDocument> bound = ledger.delivered(connection, reference);
        Optional<Unbound> unbound = ledger.unbound(connection, reference);
        if (bound.isPresent()) {
            stray(brief, bound.get().transferId(), number -> ReturnProblems.doubled(bound.get(), number));
        } else if (unbound.isPresent() && underWay(unbound.get().state())) {
            leftSomethingOut = true;
        } else {
            unbound.ifPresent(transfer ->
                    stray(brief, transfer.transferId(), number -> ReturnProblems.unexpected(transfer, number)));
        }
    }

    private static boolean underWay(TransferState state) {
        return switch (state) {
            case WAITING, DUE, QUEUED, SENDING -> true;
            case REJECTED, EXHAUSTED, IN_DOUBT, DELIVERED, DISMISSED, WITHDRAWN, SUPERSEDED -> false;
        };
    }

    private interface Complaint {
        Problem about(String invoiceNumber);
    }

    private void stray(Brief brief, long transferId, Complaint complaint) {
        Optional<Invoice> invoice = asking.valueOf(() -> source.read(brief.id(), Conversation.UNHEARD));
        String number = invoice.map(Invoice::number).orElse(brief.id());
        Optional<Problem> problem = invoice.filter(Follower::counts).map(found -> complaint.about(number));
        ledger.recordStray(new Stray(connection, transferId, brief.id(), number, brief.fingerprint(), problem));
        changed++;
        failedInARow = 0;
    }

    /** A credit note, or what was cancelled or credited, asks nobody to pay twice. */
    private static boolean counts(Invoice invoice) {
        return !invoice.cancelled()
                && invoice.creditNote().isEmpty()
                && invoice.credits().isEmpty();
    }
}
