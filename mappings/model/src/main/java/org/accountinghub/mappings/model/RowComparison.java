package org.accountinghub.mappings.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rows that carry an amount, ours against the partner's; their order does not matter, as long as each is there. */
final class RowComparison {

    /** One row's amount without VAT. */
    private record Amount(String label, Money net, BigDecimal rate) {
        boolean sameAs(Amount other) {
            return net.equals(other.net) && rate.compareTo(other.rate) == 0;
        }

        @Override
        public String toString() {
            return net + " at " + Comparison.percent(rate);
        }
    }

    private RowComparison() {}

    static List<String> differences(BillableOrder sent, DocumentAmounts back) {
        List<Amount> ours = ours(sent);
        List<Amount> theirs = theirs(back);
        for (Amount amount : List.copyOf(ours)) {
            theirs.stream().filter(amount::sameAs).findFirst().ifPresent(match -> {
                ours.remove(amount);
                theirs.remove(match);
            });
        }
        List<String> differences = new ArrayList<>();
        int pairs = Math.min(ours.size(), theirs.size());
        for (int i = 0; i < pairs; i++) {
            differences.add(ours.get(i).label + ": sent " + ours.get(i) + ", invoiced " + theirs.get(i));
        }
        ours.subList(pairs, ours.size())
                .forEach(row -> differences.add(row.label + ": sent " + row + ", not invoiced"));
        theirs.subList(pairs, theirs.size())
                .forEach(row -> differences.add(row.label + ": invoiced " + row + ", never sent"));
        return differences;
    }

    static SortedMap<BigDecimal, Money> vatRowByRow(BillableOrder sent) {
        SortedMap<BigDecimal, Money> sums = new TreeMap<>();
        List<Row.Priced> rows = sent.pricedRows();
        List<Money> amounts = sent.totals().rows();
        for (int i = 0; i < rows.size(); i++) {
            BigDecimal rate = rows.get(i).vat().chargedRate();
            sums.merge(rate, Totals.vatOf(amounts.get(i), rate, sent.pricesIncludeVat()), Money::plus);
        }
        return sums;
    }

    private static List<Amount> ours(BillableOrder sent) {
        List<Row.Priced> rows = sent.pricedRows();
        List<Money> amounts = sent.totals().rows();
        List<Amount> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            BigDecimal rate = rows.get(i).vat().chargedRate();
            Money amount = amounts.get(i);
            Money net = sent.pricesIncludeVat() ? amount.minus(Totals.vatOf(amount, rate, true)) : amount;
            if (!net.isZero()) {
                all.add(new Amount(
                        label(
                                rows.get(i).description(),
                                rows.get(i).articleNumber().orElse("")),
                        net,
                        rate));
            }
        }
        return all;
    }

    private static List<Amount> theirs(DocumentAmounts back) {
        List<Amount> all = new ArrayList<>();
        for (Invoice.InvoicedRow row : back.rows()) {
            if (!row.net().isZero()) {
                all.add(new Amount(label(row.description(), row.articleNumber()), row.net(), row.vatRate()));
            }
        }
        return all;
    }

    private static String label(String description, String articleNumber) {
        String text = (articleNumber + " " + description).strip();
        return "row \"" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "\"";
    }
}
