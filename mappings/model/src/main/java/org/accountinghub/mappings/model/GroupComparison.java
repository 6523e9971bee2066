package org.accountinghub.mappings.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Documents that were sent as orders against all invoices that were made of them, sums per VAT rate to the minor unit: an
 * order may be invoiced in parts, and one invoice may be made of several orders. One document against one invoice is
 * compared row by row by {@link Comparison}.
 */
public final class GroupComparison {

    private GroupComparison() {}

    /** All in one currency, at least one of each. */
    public static Comparison of(Collection<BillableOrder> sent, Collection<Invoice> back) {
        if (sent.size() == 1 && back.size() == 1) {
            return Comparison.of(sent.iterator().next(), back.iterator().next());
        }
        Money zero = Money.zero(sent.iterator().next().currency());
        List<String> explained = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        compareNet(netOf(sent), netBack(back), zero, differences);
        compareVat(vatOf(sent), back, zero, explained, differences);
        compareReductions(sent, back, differences);
        back.forEach(invoice -> added(invoice, explained));
        return new Comparison(explained, differences);
    }

    /** What was sent without VAT, summed over its rows as they were rounded. */
    public static Money net(BillableOrder sent) {
        Money zero = Money.zero(sent.currency());
        return netOf(List.of(sent)).values().stream().reduce(zero, Money::plus);
    }

    /** What is invoiced without VAT, fee and freight aside. */
    public static Money net(Invoice back) {
        return back.rows().stream().map(Invoice.InvoicedRow::net).reduce(Money.zero(back.currency()), Money::plus);
    }

    private static SortedMap<BigDecimal, Money> netOf(Collection<BillableOrder> sent) {
        SortedMap<BigDecimal, Money> sums = new TreeMap<>();
        for (BillableOrder order : sent) {
            List<Row.Priced> rows = order.pricedRows();
            List<Money> amounts = order.totals().rows();
            for (int row = 0; row < rows.size(); row++) {
                BigDecimal rate = rows.get(row).vat().chargedRate();
                Money amount = amounts.get(row);
                sums.merge(
                        rate,
                        order.pricesIncludeVat() ? amount.minus(Totals.vatOf(amount, rate, true)) : amount,
                        Money::plus);
            }
        }
        return sums;
    }

    private static SortedMap<BigDecimal, Money> netBack(Collection<Invoice> back) {
        SortedMap<BigDecimal, Money> sums = new TreeMap<>();
        back.forEach(invoice -> invoice.rows().forEach(row -> sums.merge(row.vatRate(), row.net(), Money::plus)));
        return sums;
    }

    private static SortedMap<BigDecimal, Money> vatOf(Collection<BillableOrder> sent) {
        SortedMap<BigDecimal, Money> sums = new TreeMap<>();
        sent.forEach(order -> order.totals().vatByRate().forEach((rate, vat) -> sums.merge(rate, vat, Money::plus)));
        return sums;
    }

    private static void compareNet(
            SortedMap<BigDecimal, Money> sent,
            SortedMap<BigDecimal, Money> back,
            Money zero,
            List<String> differences) {
        for (BigDecimal rate : ratesOf(sent, back)) {
            Money meant = sent.getOrDefault(rate, zero);
            Money invoiced = back.getOrDefault(rate, zero);
            if (!meant.equals(invoiced)) {
                differences.add("at " + Comparison.percent(rate) + ": sent " + meant + ", invoiced " + invoiced);
            }
        }
    }

    /** Each invoice and each document rounds its VAT for itself. */
    private static void compareVat(
            SortedMap<BigDecimal, Money> sent,
            Collection<Invoice> back,
            Money zero,
            List<String> explained,
            List<String> differences) {
        SortedMap<BigDecimal, Money> charged = new TreeMap<>();
        back.forEach(invoice -> invoice.vatByRate().forEach((rate, vat) -> charged.merge(rate, vat, Money::plus)));
        for (BigDecimal rate : ratesOf(sent, charged)) {
            Money meant = sent.getOrDefault(rate, zero);
            Money got = charged.getOrDefault(rate, zero);
            if (meant.equals(got)) {
                continue;
            }
            String what = "VAT " + Comparison.percent(rate) + ": sent " + meant + ", invoiced " + got;
            boolean rounded = back.stream().allMatch(invoice -> isVatOfItsRows(invoice, rate, zero));
            if (rounded) {
                explained.add(what + ", rounded on each invoice");
            } else {
                differences.add(what);
            }
        }
    }

    /** Rounded once or row by row, to the minor unit: prices with VAT leave that much between net and VAT. */
    private static boolean isVatOfItsRows(Invoice invoice, BigDecimal rate, Money zero) {
        Money net = zero;
        Money rowByRow = zero;
        for (Invoice.InvoicedRow row : invoice.rows()) {
            if (row.vatRate().compareTo(rate) == 0) {
                net = net.plus(row.net());
                rowByRow = rowByRow.plus(Totals.vatOf(row.net(), rate, false));
            }
        }
        Money charged = invoice.vatByRate().getOrDefault(rate, zero);
        return isNear(charged, Totals.vatOf(net, rate, false)) || isNear(charged, rowByRow);
    }

    private static boolean isNear(Money one, Money other) {
        return one.minus(other)
                        .amount()
                        .abs()
                        .movePointRight(one.currency().getDefaultFractionDigits())
                        .compareTo(BigDecimal.ONE)
                <= 0;
    }

    private static void compareReductions(
            Collection<BillableOrder> sent, Collection<Invoice> back, List<String> differences) {
        boolean asked = sent.stream().anyMatch(order -> order.taxReduction().isPresent());
        boolean given =
                back.stream().anyMatch(invoice -> !invoice.taxReduction().isZero());
        if (asked != given) {
            differences.add(
                    asked ? "a tax reduction was sent, and no invoice has one" : "a tax reduction that was never sent");
        }
    }

    private static void added(Invoice invoice, List<String> explained) {
        String on = " on invoice " + invoice.number();
        if (!invoice.fee().isZero()) {
            explained.add("invoicing fee " + invoice.fee() + on);
        }
        if (!invoice.freight().isZero()) {
            explained.add("freight " + invoice.freight() + on);
        }
        if (!invoice.roundOff().isZero()) {
            explained.add("total rounded by " + invoice.roundOff() + on);
        }
    }

    private static SortedSet<BigDecimal> ratesOf(SortedMap<BigDecimal, Money> one, SortedMap<BigDecimal, Money> other) {
        SortedSet<BigDecimal> rates = new TreeSet<>(one.keySet());
        rates.addAll(other.keySet());
        return rates;
    }
}
