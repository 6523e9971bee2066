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
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.LimitReachedException;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.TokenUnavailableException;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.Subject;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.connection.ConnectionProblems;
import org.accountinghub.routes.engine.connection.Connectors;
import org.accountinghub.routes.engine.connection.DocumentDeliveries;
import org.accountinghub.routes.engine.port.ByHandLedger;
import org.accountinghub.routes.engine.port.ByHandLedger.Bound;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.accountinghub.routes.engine.port.ServiceStore;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;
import org.accountinghub.routes.engine.port.StoreRegisters;
import org.accountinghub.routes.engine.port.StoredOrders;

/**
 * A person says that a stopped document, customer or article is at the partner, under this number. It is read there and
 * held against what the hub would send; only then is it bound, so that nothing sends it again. Writes nothing at the partner.
 */
public final class MarkDelivered {

    private final ByHandLedger ledger;
    private final ConnectionLedger connections;
    private final Connectors connectors;
    private final Stores stores;
    private final InstantSource clock;

    public MarkDelivered(
            ByHandLedger ledger,
            ConnectionLedger connections,
            Connectors connectors,
            Stores stores,
            InstantSource clock) {
        this.ledger = ledger;
        this.connections = connections;
        this.connectors = connectors;
        this.stores = stores;
        this.clock = clock;
    }

    /** Where what was never frozen is read as it stands. */
    public record Stores(StoredOrders orders, ServiceStore customers, StoreRegisters articles) {}

    /**
     * What a person says.
     *
     * @param number of the document or record at the partner
     * @param acceptDifferences of a document: the person knows that customer or amounts differ, and says so in the reason
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
        if (transfer.subject() instanceof Subject.OfRecord record) {
            return Result.refused("Transfer " + transfer.id() + " changes " + named(record.source())
                    + ", which both sides have already. Retry it: both are read and compared first, and what is there"
                    + " already is not written again.");
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
        Optional<Frozen> ours = ours(transfer, connection.get());
        if (ours.isEmpty()) {
            return Result.refused(
                    "What was to be sent is not known, so nothing can be compared: the service system cannot tell "
                            + (transfer.subject() instanceof Subject.OfDocument
                                    ? "the order"
                                    : named(transfer.subject().source()))
                            + " as it stands. Dismiss the transfer with a reason, or mend it there first.");
        }
        try {
            Connector connector = connectors.open(connection.get());
            return ours.get() instanceof Frozen.Document document
                    ? mark(transfer, document, connector, word)
                    : mark(transfer, ours.get(), connection.get(), connector, word);
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

    /** A document is what it was frozen as; of a record it matters who it is now. */
    private Optional<Frozen> ours(Transfer transfer, Connection connection) {
        Subject subject = transfer.subject();
        if (subject instanceof Subject.OfDocument document) {
            return ledger.frozen(transfer.id()).or(() -> stored(document.key(), connection));
        }
        Optional<Frozen> now = subject instanceof Subject.OfArticle
                ? stores.articles().article(subject.source()).map(Frozen.ArticleRecord::new)
                : ready(stores.customers().customer(subject.source())).map(Frozen.CustomerRecord::new);
        return now.or(() -> ledger.frozen(transfer.id()));
    }

    private Optional<Frozen> stored(DocumentKey key, Connection connection) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), connection.settings().zone());
        return ready(stores.orders().asItStands(key, today)).map(Frozen.Document::new);
    }

    private static <T> Optional<T> ready(Reading<T> reading) {
        return reading instanceof Reading.Ready<T> ready ? Optional.of(ready.content()) : Optional.empty();
    }

    private Result mark(Transfer transfer, Frozen ours, Connection connection, Connector connector, Word word) {
        List<Exchange> exchanges = new ArrayList<>();
        Optional<RecordThere> there =
                RecordThere.read(ours, word.number(), connection, connector, clock.instant(), exchanges::add);
        SourceKey key = transfer.subject().source();
        if (there.isEmpty()) {
            return Result.refused("Connection " + transfer.connection() + " takes no " + key.kind() + "s.");
        }
        Finding finding = there.get().finding();
        String what = key.kind() + " " + word.number();
        if (finding instanceof Finding.Unreachable unreachable) {
            return unread(unreachable.outcome().problem());
        }
        if (finding instanceof Finding.Disagrees disagrees) {
            return Result.refused(
                    "Nothing was changed: " + what + " at " + transfer.connection() + " is not "
                            + named(key) + " here. " + disagrees.problem().reason()
                            + " If it is the same all the same, make name or registration number alike on both sides, and say it again.");
        }
        if (!(finding instanceof Finding.Found found)) {
            return Result.refused("There is no " + what + " at " + transfer.connection() + ".");
        }
        List<String> notes = new ArrayList<>(found.document().notes());
        notes.addAll(notes(word, List.of()));
        PartnerDocument document =
                new PartnerDocument(found.document().id(), found.document().number(), notes);
        return bind(transfer, new Bound(ours, there.get().steps(), document, true, List.of(), exchanges), word, what);
    }

    private static String named(SourceKey record) {
        return record.kind() + " " + record.number();
    }

    private Result mark(Transfer transfer, Frozen.Document frozen, Connector connector, Word word) {
        BillableOrder ours = frozen.order();
        Optional<Delivery<BillableOrder>> delivery = DocumentDeliveries.of(ours.target(), connector);
        if (delivery.isEmpty()) {
            return Result.refused("Connection " + transfer.connection() + " takes no such documents.");
        }
        Optional<CustomerThere> customer =
                ledger.customerThere(transfer.connection(), ours.payer().key());
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
                        frozen,
                        delivery.get().steps(ours),
                        new PartnerDocument(found.get().id(), found.get().number(), notes(word, differences)),
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
            case BOUND_ELSEWHERE ->
                Result.refused(
                        transfer.subject() instanceof Subject.OfDocument
                                ? what + " already belongs to another transfer."
                                : what + " there belongs to another one here already, or "
                                        + named(transfer.subject().source()) + " here to another one there.");
            case ROWS_ELSEWHERE ->
                Result.refused("Rows of this order already belong to another document: see ./hub preview "
                        + transfer.subject().source().number() + ".");
        };
    }

    private static Result unread(Problem problem) {
        return Result.refused(
                "Nothing was changed: it could not be read there. " + problem.reason() + " " + problem.remedy());
    }
}
