package org.accountinghub.routes.store;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Standing;
import org.accountinghub.routes.engine.port.ReturnLedger.StoreNote;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what became of documents by the contract's functions, each of which may be called again. */
final class NoteWriter {

    /** The contract's words for an invoice. */
    private static final Set<Standing> SHOWN =
            EnumSet.of(Standing.BOOKED, Standing.PAID, Standing.CREDITED, Standing.CANCELLED);

    private final JdbcClient sql;
    private final InstantSource clock;

    NoteWriter(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void write(StoreNote note) {
        note.partnerNumber().ifPresent(number -> sent(note.key(), number));
        if (SHOWN.contains(note.standing())) {
            note.invoice().ifPresent(invoice -> invoiced(note, invoice));
        }
        if (note.problem().isPresent()) {
            Problem problem = note.problem().get();
            call("hub_report_problem(?, ?, ?, ?, ?, ?)", note.key(), problem.reason() + " " + problem.remedy());
        } else {
            call("hub_clear_problem(?, ?, ?, ?, ?)", note.key());
        }
    }

    private void sent(DocumentKey key, String number) {
        call(
                "hub_mark_sent(?, ?, ?, ?, ?, ?, ?)",
                key,
                number,
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private void invoiced(StoreNote note, Invoice invoice) {
        BigDecimal vat =
                invoice.vatByRate().values().stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal total = invoice.total().amount();
        call(
                "hub_mark_invoiced(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                note.key(),
                invoice.number(),
                invoice.date(),
                invoice.due().orElse(null),
                invoice.currency().getCurrencyCode(),
                total.subtract(vat),
                vat,
                total,
                invoice.balance().amount(),
                invoice.finalPayment().orElse(null),
                note.standing().name(),
                note.orderInvoiced());
    }

    private void call(String function, DocumentKey key, @Nullable Object... more) {
        JdbcClient.StatementSpec statement = sql.sql("SELECT service." + function)
                .param(key.order().subgroup())
                .param(key.order().kind())
                .param(key.order().number())
                .param(key.payer())
                .param(key.generation());
        for (Object value : more) {
            statement = statement.param(value);
        }
        statement.query(String.class).single();
    }
}
