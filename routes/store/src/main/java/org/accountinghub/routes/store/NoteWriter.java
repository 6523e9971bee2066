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
import org.accountinghub.routes.engine.port.ReturnLedger.InvoiceNote;
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
        if (note.delivered()) {
            note.partnerNumber().ifPresent(number -> sent(note.key(), number));
        }
        note.invoices().stream()
                .filter(invoice -> SHOWN.contains(invoice.standing()))
                .forEach(invoice -> invoiced(note, invoice));
        if (note.problem().isPresent()) {
            call(
                    "hub_report_problem(?, ?, ?, ?, ?, ?)",
                    note.key(),
                    words(note, note.problem().get()));
        } else {
            call("hub_clear_problem(?, ?, ?, ?, ?)", note.key());
        }
    }

    /** A document that exists and is not delivered is named, so that nobody makes another by hand. */
    private static String words(StoreNote note, Problem problem) {
        String existing = note.delivered()
                ? ""
                : note.partnerNumber()
                        .map(number -> "Document " + number + " exists in the accounting system and is not finished: ")
                        .orElse("");
        return existing + ended(problem.reason()) + " " + ended(problem.remedy());
    }

    private void sent(DocumentKey key, String number) {
        call(
                "hub_mark_sent(?, ?, ?, ?, ?, ?, ?)",
                key,
                number,
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private void invoiced(StoreNote note, InvoiceNote one) {
        Invoice invoice = one.invoice();
        BigDecimal vat =
                invoice.vatByRate().values().stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal total = invoice.total().amount();
        call(
                "hub_mark_invoiced(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
                one.standing().name(),
                note.documentInvoiced(),
                note.orderInvoiced());
    }

    private static String ended(String text) {
        return text.matches("(?s).*[.!?]") ? text : text + ".";
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
