package org.accountinghub.routes.engine.returns;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.InvoiceSource;
import org.accountinghub.connectors.spi.OrderSource;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.connectors.spi.Returns.Brief;
import org.accountinghub.connectors.spi.Returns.Page;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.connection.Blockade;
import org.accountinghub.routes.engine.connection.Connectors;
import org.accountinghub.routes.engine.connection.PermitKeeper.Waiter;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.accountinghub.routes.engine.port.ReturnLedger;
import org.accountinghub.routes.engine.port.ReturnLedger.DeliveredDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches what became of the documents of a connection, sent as orders or as invoices. What was looked at is recorded one by one; only when nothing was
 * left out does the next fetch begin later, so that an interruption costs time and nothing else.
 */
public final class InvoiceReturn {

    private static final Logger LOG = LoggerFactory.getLogger(InvoiceReturn.class);
    private static final String INVOICES = "invoices";
    private static final String ORDERS = "orders";

    private final ReturnLedger ledger;
    private final ConnectionLedger connections;
    private final Connectors connectors;
    private final Blockade blockade;
    private final ReturnSettings settings;
    private final InstantSource clock;
    private final Asking asking;

    public InvoiceReturn(
            ReturnLedger ledger,
            ConnectionLedger connections,
            Connectors connectors,
            Blockade blockade,
            ReturnSettings settings,
            InstantSource clock,
            Waiter waiter) {
        this.ledger = ledger;
        this.connections = connections;
        this.connectors = connectors;
        this.blockade = blockade;
        this.settings = settings;
        this.clock = clock;
        this.asking = new Asking(waiter);
    }

    /** Fetches once. Safe at any time; a connection that is held, blocked or tells no invoices gives nothing. Returns how many changed. */
    public int fetch(String name) {
        Optional<Connection> connection =
                connections.find(name).filter(found -> found.state() == Connection.State.ACTIVE);
        if (connection.isEmpty() || !(connectors.open(connection.get()) instanceof InvoiceSource source)) {
            return 0;
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, connection.get().settings().zone());
        Progress progress = new Progress(name);
        FetchRecord record = new FetchRecord(ledger, name, clock, now, progress);
        try {
            record.goesOn();
            fetch(source, name, now, today, progress, record);
            record.ended(progress.unread());
        } catch (NoAnswerException e) {
            if (e.why() instanceof Outcome.Blocked blocked) {
                blockade.raise(name, blocked.problem());
            }
            LOG.info(
                    "documents of {}: stopped, and taken up again later: {}",
                    name,
                    e.problem().cause());
            record.ended(Optional.of(e.problem()));
        }
        return progress.changed();
    }

    /** Orders first: they name the invoices that were made of them. */
    private void fetch(
            InvoiceSource source, String name, Instant now, LocalDate today, Progress progress, FetchRecord record) {
        Returns<Invoice> invoices = source.invoicesBack();
        Optional<Returns<PlacedOrder>> orders = Optional.of(source)
                .filter(OrderSource.class::isInstance)
                .map(OrderSource.class::cast)
                .map(OrderSource::ordersBack);
        OrderFollower ofOrders = new OrderFollower(
                ledger, orders, invoices, name, new OrderJudgement(today, settings), asking, progress);
        Follower ofInvoices = new Follower(
                ledger, invoices, name, new Judgement(today, settings.unbooked()), asking, progress, ofOrders);
        orders.ifPresent(told -> listed(ofOrders, told, ORDERS, name, now, progress, record));
        listed(ofInvoices, invoices, INVOICES, name, now, progress, record);
        silent(ofOrders, name, now, record);
        silent(ofInvoices, name, now, record);
    }

    private void silent(Following following, String name, Instant now, FetchRecord record) {
        for (DeliveredDocument silent :
                ledger.open(name, following.madeAs(), now.minus(settings.unseen()), settings.atOnce())) {
            following.silent(silent);
            record.goesOn();
        }
    }

    private void listed(
            Following following,
            Returns<?> source,
            String cursor,
            String name,
            Instant now,
            Progress progress,
            FetchRecord record) {
        Instant since = ledger.cursor(name, cursor)
                .map(Instant::parse)
                .map(last -> last.minus(settings.overlap()))
                .orElse(now.minus(settings.firstLook()));
        progress.begin();
        Optional<String> next = Optional.empty();
        do {
            Optional<String> token = next;
            Page page = asking.valueOf(() -> source.changedSince(since, token, Conversation.UNHEARD));
            for (Brief brief : page.documents()) {
                following.seen(brief);
                record.goesOn();
            }
            next = page.next();
        } while (next.isPresent());
        if (!progress.leftSomethingOut()) {
            ledger.cursor(name, cursor, now.toString());
        }
    }
}
