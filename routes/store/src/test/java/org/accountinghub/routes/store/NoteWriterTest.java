package org.accountinghub.routes.store;

import static org.accountinghub.routes.store.Orders.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Standing;
import org.accountinghub.routes.engine.port.ReturnLedger.InvoiceNote;
import org.accountinghub.routes.engine.port.ReturnLedger.StoreNote;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoteWriterTest {

    private static final Money TOTAL = Money.of("125", "SEK");
    private static final Money NOTHING = Money.of("0", "SEK");

    @AutoClose
    private final StoreDatabase database = StoreDatabase.fresh();

    private final ContractStore store = database.store(Clock.systemUTC());

    @BeforeEach
    void anOrder() {
        Orders orders = new Orders(database);
        orders.wanted("421", orders.customer("1001"));
    }

    private void tell(Standing standing, Optional<Invoice> invoice, Optional<Problem> problem) {
        tell(true, standing, invoice, problem);
    }

    private void tell(boolean delivered, Standing standing, Optional<Invoice> invoice, Optional<Problem> problem) {
        List<InvoiceNote> invoices =
                invoice.map(one -> new InvoiceNote(one, standing)).stream().toList();
        boolean invoiced = standing == Standing.BOOKED || standing == Standing.PAID || standing == Standing.CREDITED;
        store.tell(new StoreNote(
                1, 1, key("421", "1001"), delivered, standing, Optional.of("7"), invoices, problem, invoiced, false));
    }

    private static Optional<Invoice> invoice(Money balance, Optional<LocalDate> paid) {
        return invoice("7", balance, paid);
    }

    private static Optional<Invoice> invoice(String number, Money balance, Optional<LocalDate> paid) {
        TreeMap<BigDecimal, Money> vat = new TreeMap<>();
        vat.put(BigDecimal.valueOf(25), Money.of("25", "SEK"));
        return Optional.of(new Invoice(
                number,
                Optional.empty(),
                "1001",
                Optional.of("1001"),
                LocalDate.of(2026, 3, 1),
                Optional.of(LocalDate.of(2026, 3, 31)),
                Currency.getInstance("SEK"),
                List.of(),
                new TreeMap<>(),
                vat,
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                TOTAL,
                balance,
                true,
                false,
                false,
                paid,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    private String shown() {
        return database.one(
                "SELECT o.state || ' ' || coalesce(i.net || '+' || i.vat || '=' || i.total || ' ' || i.balance || ' ' || i.state, 'no invoice')"
                        + " FROM service.orders o LEFT JOIN service.order_invoices i ON i.number = o.number"
                        + " ORDER BY i.invoice_number LIMIT 1");
    }

    @Test
    void sentThenBookedThenPaid() {
        tell(Standing.MADE, Optional.empty(), Optional.empty());
        assertThat(shown()).isEqualTo("SENT no invoice");
        tell(Standing.MADE, invoice(TOTAL, Optional.empty()), Optional.empty());
        assertThat(shown()).isEqualTo("SENT no invoice");
        tell(Standing.BOOKED, invoice(TOTAL, Optional.empty()), Optional.empty());
        assertThat(shown()).isEqualTo("INVOICED 100.00+25.00=125.00 125.00 BOOKED");
        tell(Standing.PAID, invoice(NOTHING, Optional.of(LocalDate.of(2026, 3, 9))), Optional.empty());
        tell(Standing.PAID, invoice(NOTHING, Optional.of(LocalDate.of(2026, 3, 9))), Optional.empty());
        assertThat(shown()).isEqualTo("INVOICED 100.00+25.00=125.00 0.00 PAID");
        assertThat(database.one("SELECT paid_on FROM service.order_invoices")).isEqualTo("2026-03-09");
    }

    @Test
    void aCreditReopensNothingAndACancelledInvoiceInvoicesNothing() {
        tell(Standing.CANCELLED, invoice(NOTHING, Optional.empty()), Optional.empty());
        assertThat(shown()).startsWith("SENT").endsWith("CANCELLED");
        tell(Standing.BOOKED, invoice(TOTAL, Optional.empty()), Optional.empty());
        tell(Standing.CREDITED, invoice(NOTHING, Optional.empty()), Optional.empty());
        assertThat(shown()).startsWith("INVOICED").endsWith("CREDITED");
    }

    @Test
    void severalInvoicesOfOneOrder() {
        Invoice first = invoice("7", TOTAL, Optional.empty()).orElseThrow();
        Invoice second = invoice("8", TOTAL, Optional.empty()).orElseThrow();
        partsAre(false, new InvoiceNote(first, Standing.BOOKED));
        assertThat(shown()).startsWith("SENT");

        partsAre(true, new InvoiceNote(first, Standing.BOOKED), new InvoiceNote(second, Standing.BOOKED));

        assertThat(shown()).startsWith("INVOICED");
        assertThat(database.one("SELECT string_agg(invoice_number, ' ') FROM service.order_invoices"))
                .isEqualTo("7 8");
    }

    private void partsAre(boolean whole, InvoiceNote... invoices) {
        store.tell(new StoreNote(
                1,
                1,
                key("421", "1001"),
                true,
                Standing.MADE,
                Optional.of("31"),
                List.of(invoices),
                Optional.empty(),
                whole,
                whole));
    }

    @Test
    void whatExistsAndIsNotFinishedIsNotSentAndIsNamed() {
        Problem problem = Problem.of("fortnox.reduction-refused", Problem.Stage.PARTNER, "Not known.", "Mend it.");
        tell(false, Standing.MADE, Optional.empty(), Optional.of(problem));

        assertThat(database.one("SELECT state FROM service.orders")).isEqualTo("READY");
        assertThat(database.one("SELECT problem FROM service.order_documents"))
                .isEqualTo("Document 7 exists in the accounting system and is not finished: Not known. Mend it.");

        tell(true, Standing.MADE, Optional.empty(), Optional.empty());
        assertThat(database.one("SELECT state FROM service.orders")).isEqualTo("SENT");
    }

    @Test
    void aProblemShowsWithItsRemedyAndGoesAway() {
        Problem problem = Problem.of("fortnox.locked", Problem.Stage.PARTNER, "The period is locked.", "Open it.");
        tell(Standing.MADE, Optional.empty(), Optional.of(problem));
        assertThat(database.one("SELECT problem FROM service.order_documents"))
                .isEqualTo("The period is locked. Open it.");
        tell(Standing.MADE, Optional.empty(), Optional.empty());
        assertThat(database.one("SELECT count(problem) FROM service.order_documents"))
                .isEqualTo("0");
    }
}
