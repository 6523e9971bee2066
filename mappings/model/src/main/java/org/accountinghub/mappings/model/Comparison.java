package org.accountinghub.mappings.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was sent against what the partner invoices: row amounts without VAT and VAT per rate, to the minor unit.
 * Round-off, fee, freight, VAT rounded row by row and a tax reduction that was asked for are explained; anything else is a
 * difference.
 *
 * @param explained what the partner added or rounded, in words
 * @param differences what nobody can explain, in words; empty = the amounts agree
 */
public record Comparison(List<String> explained, List<String> differences) {

    public Comparison {
        explained = List.copyOf(explained);
        differences = List.copyOf(differences);
    }

    public boolean agrees() {
        return differences.isEmpty();
    }

    public static Comparison of(BillableOrder sent, Invoice back) {
        return of(sent, back.amounts());
    }

    /** The same for any document of the partner: an order that is yet to be invoiced, too. */
    public static Comparison of(BillableOrder sent, DocumentAmounts back) {
        if (!sent.currency().equals(back.currency())) {
            return new Comparison(
                    List.of(),
                    List.of("sent in " + sent.currency().getCurrencyCode() + ", invoiced in "
                            + back.currency().getCurrencyCode()));
        }
        List<String> explained = new ArrayList<>();
        List<String> differences = new ArrayList<>(RowComparison.differences(sent, back));
        compareVat(sent, back, explained, differences);
        compareAdditions(back, explained, differences);
        compareReduction(sent, back, explained, differences);
        return new Comparison(explained, differences);
    }

    private static void compareVat(
            BillableOrder sent, DocumentAmounts back, List<String> explained, List<String> differences) {
        SortedMap<BigDecimal, Money> ours = sent.totals().vatByRate();
        SortedMap<BigDecimal, Money> rowByRow = RowComparison.vatRowByRow(sent);
        SortedSet<BigDecimal> rates = new TreeSet<>(ours.keySet());
        rates.addAll(back.vatByRate().keySet());
        Money zero = Money.zero(sent.currency());
        for (BigDecimal rate : rates) {
            Money meant = ours.getOrDefault(rate, zero);
            Money charged = back.vatByRate().getOrDefault(rate, zero);
            if (charged.equals(meant)) {
                continue;
            }
            if (charged.equals(rowByRow.getOrDefault(rate, zero))) {
                explained.add("VAT " + percent(rate) + " rounded row by row: " + charged + " instead of " + meant);
            } else {
                differences.add("VAT " + percent(rate) + ": sent " + meant + ", invoiced " + charged);
            }
        }
    }

    /** The total must be rows + VAT + fee + freight + round-off, and what is left the VAT of fee and freight. */
    private static void compareAdditions(DocumentAmounts back, List<String> explained, List<String> differences) {
        Money added = back.fee().plus(back.freight());
        Money rest =
                back.total().minus(back.net()).minus(back.vat()).minus(added).minus(back.roundOff());
        if (!back.fee().isZero()) {
            explained.add("invoicing fee " + back.fee());
        }
        if (!back.freight().isZero()) {
            explained.add("freight " + back.freight());
        }
        if (!rest.isZero()) {
            (plausibleVat(rest, added) ? explained : differences)
                    .add(added.isZero() ? rest + " of the total is unexplained" : "VAT of fee and freight " + rest);
        }
        if (!back.roundOff().isZero()) {
            boolean lessThanOne = back.roundOff().amount().abs().compareTo(BigDecimal.ONE) < 0;
            (lessThanOne ? explained : differences).add("total rounded by " + back.roundOff());
        }
    }

    /** How much it is only the partner can say; that somebody asked, and was heard, can be seen. */
    private static void compareReduction(
            BillableOrder sent, DocumentAmounts back, List<String> explained, List<String> differences) {
        boolean asked = sent.taxReduction().isPresent();
        boolean made = !back.taxReduction().isZero();
        if (asked && made) {
            explained.add("tax reduction " + back.taxReduction());
        } else if (asked) {
            differences.add("a tax reduction was asked for, none was made");
        } else if (made) {
            differences.add("a tax reduction of " + back.taxReduction() + " that nobody asked for");
        }
    }

    private static boolean plausibleVat(Money vat, Money base) {
        return vat.amount().signum() == base.amount().signum()
                && vat.amount()
                                .abs()
                                .compareTo(base.times(new BigDecimal("0.25"))
                                        .amount()
                                        .abs()
                                        .add(new BigDecimal("0.01")))
                        <= 0;
    }

    static String percent(BigDecimal rate) {
        return rate.stripTrailingZeros().toPlainString() + " %";
    }
}
