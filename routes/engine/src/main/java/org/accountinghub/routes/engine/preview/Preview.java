package org.accountinghub.routes.engine.preview;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.connection.ConnectionProblems;
import org.accountinghub.routes.engine.connection.Connectors;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.accountinghub.routes.engine.port.PreviewLedger;
import org.accountinghub.routes.engine.port.PreviewLedger.Known;
import org.accountinghub.routes.engine.port.ServiceStore;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;
import org.accountinghub.routes.engine.port.StoredOrders;

/**
 * Looks at an order before it is sent: its documents as they would be made, and everything that stands against them. Asks
 * the store, the ledger and, for reading only, the partner. Safe at any time, also for orders that are not ready.
 */
public final class Preview {

    /** Stages that looking goes through itself: what a transfer stopped for there may be mended by now. */
    private static final Set<Problem.Stage> FOUND_ANEW = EnumSet.of(Problem.Stage.STORE, Problem.Stage.MAPPING);

    private final ServiceStore store;
    private final StoredOrders orders;
    private final PreviewLedger ledger;
    private final ConnectionLedger connections;
    private final RehearsalRoom room;
    private final InstantSource clock;

    public Preview(
            ServiceStore store,
            StoredOrders orders,
            PreviewLedger ledger,
            ConnectionLedger connections,
            Connectors connectors,
            InstantSource clock) {
        this.store = store;
        this.orders = orders;
        this.ledger = ledger;
        this.connections = connections;
        this.room = new RehearsalRoom(ledger, connectors);
        this.clock = clock;
    }

    /** The documents of every order of this number; none when neither the store nor the ledger knows one. */
    public List<DocumentPreview> of(String number, Optional<String> kind, Optional<String> subgroup) {
        List<Known> known = ledger.documentsOf(number).stream()
                .filter(one -> isAskedFor(one.key().order(), kind, subgroup))
                .toList();
        List<DocumentKey> stored = orders.documentsOf(number, kind, subgroup);
        List<DocumentPreview> all = new ArrayList<>();
        for (DocumentKey key : stored) {
            Optional<Known> transfer =
                    known.stream().filter(one -> one.key().equals(key)).findFirst();
            all.add(transfer.filter(one -> one.sent().isPresent())
                    .map(one -> sent(one, "it has been sent"))
                    .orElseGet(() -> unsent(key, transfer, known)));
        }
        known.stream()
                .filter(one -> one.sent().isPresent() && !stored.contains(one.key()))
                .map(one -> sent(one, "it was sent earlier, and the order no longer consists of it"))
                .forEach(all::add);
        all.sort(Comparator.comparing((DocumentPreview one) -> one.key().order().subgroup())
                .thenComparing(one -> one.key().order().kind())
                .thenComparing(one -> one.key().payer())
                .thenComparing(one -> one.key().generation()));
        return all;
    }

    private static boolean isAskedFor(SourceKey order, Optional<String> kind, Optional<String> subgroup) {
        return kind.map(order.kind()::equals).orElse(true)
                && subgroup.map(order.subgroup()::equals).orElse(true);
    }

    private DocumentPreview sent(Known known, String notNow) {
        String name = known.row().transfer().connection();
        return new DocumentPreview(
                known.key(),
                connections.find(name),
                known.sent(),
                ledger.customerThere(
                                name, known.key().order().customer(known.key().payer()))
                        .map(CustomerThere::number),
                List.of(),
                orders.rules(known.key()),
                List.of(),
                known.row().transfer().problem().stream().toList(),
                List.of(),
                Optional.of(notNow),
                Optional.of(known.row()),
                true);
    }

    private DocumentPreview unsent(DocumentKey key, Optional<Known> transfer, List<Known> siblings) {
        Optional<Connection> connection = connectionOf(key.order().subgroup());
        ZoneId zone = connection.map(taken -> taken.settings().zone()).orElse(ZoneOffset.UTC);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Reading<BillableOrder> reading = orders.asItStands(key, today);
        Optional<BillableOrder> content =
                reading instanceof Reading.Ready<BillableOrder> ready ? Optional.of(ready.content()) : Optional.empty();
        Rehearsed rehearsed = content.flatMap(order -> connection.map(taken -> room.of(order, taken)))
                .orElseGet(Rehearsed::new);
        return new DocumentPreview(
                key,
                connection,
                content,
                rehearsed.customerThere().map(CustomerThere::number),
                rehearsed.steps(),
                orders.rules(key),
                rehearsed.notes(),
                Stream.of(
                                inTheStore(reading),
                                homeless(key, connection),
                                inTheLedger(key, transfer, siblings),
                                rehearsed.problems())
                        .flatMap(List::stream)
                        .distinct()
                        .toList(),
                rehearsed.unanswered(),
                notWanted(key, today, reading).or(() -> transfer.flatMap(Preview::stopped)),
                transfer.map(Known::row),
                false);
    }

    private static List<Problem> inTheStore(Reading<BillableOrder> reading) {
        return reading instanceof Reading.Unfit<BillableOrder> unfit ? unfit.problems() : List.of();
    }

    private static List<Problem> homeless(DocumentKey key, Optional<Connection> connection) {
        return connection.isPresent()
                ? List.of()
                : List.of(ConnectionProblems.noConnection(key.order().subgroup()));
    }

    private static List<Problem> inTheLedger(DocumentKey key, Optional<Known> transfer, List<Known> siblings) {
        if (transfer.isPresent()) {
            return transfer.get().row().transfer().problem().stream()
                    .filter(problem -> !FOUND_ANEW.contains(problem.stage()))
                    .toList();
        }
        return siblings.stream()
                .filter(other -> other.sent().isPresent() && isOtherPayerOf(other.key(), key))
                .findFirst()
                .map(other -> PreviewProblems.payerCameLate(key, other.key().payer()))
                .stream()
                .toList();
    }

    private static boolean isOtherPayerOf(DocumentKey other, DocumentKey key) {
        return other.order().equals(key.order())
                && other.generation() == key.generation()
                && !other.payer().equals(key.payer());
    }

    private Optional<String> notWanted(DocumentKey key, LocalDate today, Reading<BillableOrder> standing) {
        Reading<BillableOrder> wanted = store.document(key, today);
        if (wanted instanceof Reading.Gone<BillableOrder> gone) {
            return Optional.of(gone.why());
        }
        return standing instanceof Reading.Gone<BillableOrder> gone ? Optional.of(gone.why()) : Optional.empty();
    }

    private static Optional<String> stopped(Known known) {
        Transfer transfer = known.row().transfer();
        return switch (transfer.state()) {
            case REJECTED, EXHAUSTED, IN_DOUBT ->
                Optional.of("transfer " + transfer.id() + " has stopped; retry it when all is mended");
            case DISMISSED -> Optional.of("transfer " + transfer.id() + " was dismissed; restore it to have it sent");
            default -> Optional.empty();
        };
    }

    /** As collecting chooses: the subgroup's own connection, else the one for all others. */
    private Optional<Connection> connectionOf(String subgroup) {
        List<Connection> all = connections.connections();
        return all.stream()
                .filter(one -> one.subgroup().filter(subgroup::equals).isPresent())
                .findFirst()
                .or(() -> all.stream().filter(one -> one.subgroup().isEmpty()).findFirst());
    }
}
