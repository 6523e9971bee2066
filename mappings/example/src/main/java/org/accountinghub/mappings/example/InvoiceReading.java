package org.accountinghub.mappings.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Invoice.InvoicedRow;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.model.VatByRate;

/** An invoice from there, as the hub reads it. */
public final class InvoiceReading {

    private InvoiceReading() {}

    public static Invoice read(ExampleInvoice there) {
        ExampleInvoice.Content content = there.content();
        Currency currency = Currency.getInstance(content.currency());
        Money nothing = Money.zero(currency);
        List<InvoicedRow> rows = content.lines().stream()
                .filter(line -> line.quantity().signum() != 0 || line.amount().signum() != 0)
                .map(line -> new InvoicedRow(
                        line.article(),
                        line.text(),
                        line.quantity(),
                        new Money(line.amount(), currency),
                        line.vatRate()))
                .toList();
        VatByRate vat = VatByRate.of(
                rows.stream()
                        .map(row -> new VatByRate.Share(row.vatRate(), row.net()))
                        .toList(),
                false,
                currency,
                Optional.of(new Money(content.vat(), currency)));
        BigDecimal total = content.net().add(content.vat());
        return new Invoice(
                there.number(),
                reference(there),
                content.customer(),
                Optional.of(content.customer()),
                content.date(),
                Optional.empty(),
                currency,
                rows,
                vat.netByRate(),
                vat.vatByRate(),
                nothing,
                nothing,
                nothing,
                nothing,
                new Money(total, currency),
                new Money(there.balance(), currency),
                there.booked(),
                there.cancelled(),
                false,
                Optional.of(there.paidOn()).filter(day -> !day.isEmpty()).map(LocalDate::parse),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Ours, when it is one of ours. */
    public static Optional<Reference> reference(ExampleInvoice there) {
        return Reference.in(Optional.of(there.content().reference()));
    }
}
