package org.accountinghub.mappings.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Documents for tests, as small as they can be. */
final class Documents {

    private Documents() {}

    static Row.Priced row(String quantity, String price, Discount discount, Vat vat) {
        return new Row.Priced(
                "1",
                Optional.empty(),
                "Arbete",
                new BigDecimal(quantity),
                Optional.empty(),
                new BigDecimal(price),
                discount,
                vat,
                Optional.empty(),
                Optional.empty());
    }

    static Row.Priced row(String price, int vatPercent) {
        return row("1", price, Discount.NONE, Vat.domestic(vatPercent));
    }

    static BillableOrder order(boolean pricesIncludeVat, Row... rows) {
        SourceKey key = new SourceKey("demo", "", "work", "421");
        return new BillableOrder(
                new DocumentKey(key, "7", 1),
                BillableOrder.Target.INVOICE,
                new Customer(
                        key.customer("7"),
                        "Kund",
                        Customer.Type.BUSINESS,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        "",
                        "",
                        List.of(),
                        InvoicingTerms.domestic("SEK"),
                        true,
                        Map.of()),
                LocalDate.of(2026, 11, 22),
                Currency.getInstance("SEK"),
                pricesIncludeVat,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(rows),
                Map.of());
    }

    /** The invoice that a partner without fees and rounding makes of an order. */
    static Invoice invoiceOf(BillableOrder order) {
        List<Invoice.InvoicedRow> rows = new ArrayList<>();
        List<Row.Priced> priced = order.pricedRows();
        for (int i = 0; i < priced.size(); i++) {
            BigDecimal rate = priced.get(i).vat().chargedRate();
            Money amount = order.totals().rows().get(i);
            Money net = order.pricesIncludeVat() ? amount.minus(Totals.vatOf(amount, rate, true)) : amount;
            rows.add(new Invoice.InvoicedRow("", "Arbete", BigDecimal.ONE, net, rate));
        }
        return invoice(
                order,
                rows,
                order.totals().vatByRate(),
                "0",
                "0",
                order.totals().total());
    }

    static Invoice invoice(
            BillableOrder order,
            List<Invoice.InvoicedRow> rows,
            Map<BigDecimal, Money> vatByRate,
            String roundOff,
            String fee,
            Money total) {
        return new Invoice(
                "97",
                Optional.of(order.reference()),
                "7",
                Optional.of("7"),
                order.documentDate(),
                Optional.empty(),
                order.currency(),
                rows,
                order.totals().netByRate(),
                new TreeMap<>(vatByRate),
                Money.of(roundOff, "SEK"),
                Money.of(fee, "SEK"),
                Money.of("0", "SEK"),
                Money.of("0", "SEK"),
                total,
                total,
                true,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
