package org.accountinghub.routes.engine.byhand;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.LimitReachedException;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.TokenUnavailableException;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.Subject;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.connection.ConnectionProblems;
import org.accountinghub.routes.engine.connection.Connectors;
import org.accountinghub.routes.engine.connection.DocumentDeliveries;
import org.accountinghub.routes.engine.port.ByHandLedger;
import org.accountinghub.routes.engine.port.ByHandLedger.Bound;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;
import org.accountinghub.routes.engine.port.StoredOrders;

/**
 * A person says that a stopped document is at the partner, under this number. It is read there and held against what the
 * hub would send; only then is it bound, so that nothing sends it again. Writes nothing at the partner.
 */
public final class MarkDelivered {

    private final ByHandLedger ledger;
    private final ConnectionLedger connections;
    private final Connectors connectors;
    private final StoredOrders orders;
    private final InstantSource clock;

    public MarkDelivered(
            ByHandLedger ledger,
            ConnectionLedger connections,
            Connectors connectors,
            StoredOrders orders,
            InstantSource clock) {
        this.ledger = ledger;
        this.connections = connections;
        this.connectors = connectors;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * What a person says.
     *
     * @param number of the document at the partner
     * @param acceptDifferences the person knows that customer or amounts differ, and says so in the reason
     */
    public record Word(String number, String who, String reason, boolean acceptDifferences) {}

    /** What came of it: {@code changed}, and words for the person. */
    public record Result(boolean changed, boolean refused, String words) {

        static Result refused(String words) {
            return new Result(false, true, words);
        }
    }

    /** Empty when there is no such transfer. */
    public Optional<Result> mark(long transferId, Word word) {
        return ledger.transfer(transferId).map(transfer -> mark(transfer, word));
    }

    private Result mark(Transfer transfer, Word word) {
        if (!(transfer.subject() instanceof Subject.OfDocument document)) {
            return Result.refused(
                    "Transfer " + transfer.id() + " brings a customer; only a document is marked delivered.");
        }
        if (transfer.state() == TransferState.DELIVERED) {
            return new Result(false, false, "Nothing was changed: it is delivered already.");
        }
        if (!ByHandLedger.STOPPED.contains(transfer.state())) {
            return Result.refused("Transfer " + transfer.id() + " is " + transfer.state()
                    + ", and only what has stopped (" + "REJECTED, EXHAUSTED, IN_DOUBT) is marked delivered.");
        }
        Optional<Connection> connection = connections.find(transfer.connection());
        if (connection.isEmpty()) {
            return Result.refused("There is no connection " + transfer.connection() + " any more.");
        }
        Optional<BillableOrder> ours = ledger.frozen(transfer.id()).or(() -> stored(document.key(), connection.get()));
        if (ours.isEmpty()) {
            return Result.refused(
                    "What was to be sent is not known, so nothing can be compared: the service system cannot"
                            + " tell the order as it stands. Dismiss the transfer with a reason, or mend the order first.");
        }
        try {
            return mark(transfer, ours.get(), connectors.open(connection.get()), word);
        } catch (InvalidSettingsException e) {
            return unread(ConnectionProblems.settingsInvalid(transfer.connection(), e));
        } catch (NoConsentException e) {
            return unread(e.problem());
        } catch (TokenUnavailableException e) {
            return unread(e.problem());
        } catch (LimitReachedException e) {
            return unread(ConnectionProblems.limitReached());
        }
    }

    private Optional<BillableOrder> stored(DocumentKey key, Connection connection) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), connection.settings().zone());
        return orders.asItStands(key, today) instanceof Reading.Ready<BillableOrder> ready
                ? Optional.of(ready.content())
                : Optional.empty();
    }

    private Result mark(Transfer transfer, BillableOrder ours, Connector connector, Word word) {
        Optional<Delivery<BillableOrder>> delivery = DocumentDeliveries.of(ours.target(), connector);
        if (delivery.isEmpty()) {
            return Result.refused("Connection " + transfer.connection() + " takes no such documents.");
        }
        String customer = ledger.customerNumber(
                        transfer.connection(), ours.payer().key())
                .orElse(ours.payer().number());
        List<Exchange> exchanges = new ArrayList<>();
        Answer<Optional<FoundDocument>> answer =
                FoundDocument.read(word.number(), ours, customer, connector, exchanges::add);
        if (answer instanceof Answer.None<Optional<FoundDocument>> none) {
            return unread(none.problem());
        }
        Optional<FoundDocument> found = ((Answer.Value<Optional<FoundDocument>>) answer).value();
        String what = (ours.target() == BillableOrder.Target.ORDER ? "order " : "invoice ") + word.number();
        if (found.isEmpty()) {
            return Result.refused("There is no " + what + " at " + transfer.connection() + ".");
        }
        Optional<String> impossible = found.get().impossible();
        if (impossible.isPresent()) {
            return Result.refused(what + " cannot be this document: " + impossible.get() + ".");
        }
        List<String> differences = found.get().differences();
        if (!differences.isEmpty() && !word.acceptDifferences()) {
            return Result.refused(
                    "Nothing was changed: " + what + " is not what the hub would have sent. "
                            + String.join("; ", differences)
                            + ". If it is this document all the same, say why and accept the differences (--accept-differences).");
        }
        boolean marked =
                found.get().reference().filter(ours.reference()::equals).isPresent();
        return bind(
                transfer,
                new Bound(
                        ours,
                        delivery.get().steps(ours),
                        new PartnerDocument(word.number(), found.get().number(), notes(word, differences)),
                        marked,
                        differences,
                        exchanges),
                word,
                what);
    }

    private static List<String> notes(Word word, List<String> differences) {
        List<String> notes = new ArrayList<>(List.of("found there by " + word.who()));
        differences.forEach(difference -> notes.add("accepted: " + difference));
        return notes;
    }

    private Result bind(Transfer transfer, Bound bound, Word word, String what) {
        return switch (ledger.bind(transfer.id(), bound, word.who(), word.reason())) {
            case DELIVERED -> new Result(true, false, what + " is bound to it; it is delivered.");
            case GOES_ON ->
                new Result(
                        true,
                        false,
                        what
                                + " is bound to it; what still has to be done with it goes on, each step looked for first.");
            case CHANGED_MEANWHILE -> new Result(false, false, "Nothing was changed: it moved meanwhile; look again.");
            case BOUND_ELSEWHERE -> Result.refused(what + " already belongs to another transfer.");
            case ROWS_ELSEWHERE ->
                Result.refused("Rows of this order already belong to another document: see ./hub preview "
                        + bound.content().orderNumber() + ".");
        };
    }

    private static Result unread(Problem problem) {
        return Result.refused(
                "Nothing was changed: it could not be read there. " + problem.reason() + " " + problem.remedy());
    }
}
