package org.accountinghub.mappings.vismaeaccounting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.Totals;

/**
 * What each priced row must come to in the prices that eAccounting wants, with or without VAT by the company's setting.
 * Where that is otherwise than the order has them, it is only done when every sum stays the same to the öre.
 */
final class RowAmounts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final BillableOrder order;
    private final boolean wantedWithVat;

    RowAmounts(BillableOrder order, boolean wantedWithVat) {
        this.order = order;
        this.wantedWithVat = wantedWithVat;
    }

    private boolean converted() {
        return order.pricesIncludeVat() != wantedWithVat;
    }

    /** In the order of the priced rows. */
    List<Money> amounts(Review review) {
        List<Money> ours = order.totals().rows();
        if (!converted()) {
            return ours;
        }
        List<Money> theirs = new ArrayList<>();
        SortedMap<BigDecimal, Money> sums = new TreeMap<>();
        List<Row.Priced> rows = order.pricedRows();
        for (int i = 0; i < rows.size(); i++) {
            BigDecimal rate = rows.get(i).vat().chargedRate();
            Money vat = Totals.vatOf(ours.get(i), rate, order.pricesIncludeVat());
            Money amount = wantedWithVat ? ours.get(i).plus(vat) : ours.get(i).minus(vat);
            theirs.add(amount);
            sums.merge(rate, amount, Money::plus);
        }
        if (sums.entrySet().stream().allMatch(sum -> same(sum.getKey(), sum.getValue()))) {
            review.note("Prices " + (order.pricesIncludeVat() ? "with" : "without") + " VAT are sent "
                    + (wantedWithVat ? "with" : "without") + " it, as the company's settings have it");
        } else {
            review.refuse(
                    "vat-in-prices",
                    "UnitPrice",
                    "The order's prices are " + (order.pricesIncludeVat() ? "with" : "without")
                            + " VAT, this company's are "
                            + (wantedWithVat ? "with" : "without")
                            + " it for this customer; written so, the order would come to another total.",
                    "Send the order with prices " + (wantedWithVat ? "with" : "without")
                            + " VAT (the customer's VAT type in the service system), or change \"show prices excl. VAT for"
                            + " private individuals\" in eAccounting's company settings.");
        }
        return theirs;
    }

    /** Both the sum and its VAT as eAccounting will compute them. */
    private boolean same(BigDecimal rate, Money sum) {
        Totals ours = order.totals();
        Money net = ours.netByRate().getOrDefault(rate, Money.zero(order.currency()));
        Money vat = ours.vatByRate().getOrDefault(rate, Money.zero(order.currency()));
        Money expected = wantedWithVat ? net.plus(vat) : net;
        return sum.equals(expected) && Totals.vatOf(sum, rate, wantedWithVat).equals(vat);
    }

    /** The row with its price, and an amount off it, as they are wanted; a percentage stays what it is. */
    Row.Priced priced(Row.Priced row, int decimals) {
        if (!converted()) {
            return row;
        }
        Discount discount = row.discount().kind() == Discount.Kind.AMOUNT
                ? new Discount(Discount.Kind.AMOUNT, wanted(row.discount().value(), row, decimals))
                : row.discount();
        return new Row.Priced(
                row.rowId(),
                row.articleNumber(),
                row.description(),
                row.quantity(),
                row.unit(),
                wanted(row.unitPrice(), row, decimals),
                discount,
                row.vat(),
                row.costCentre(),
                row.houseWork());
    }

    private BigDecimal wanted(BigDecimal price, Row.Priced row, int decimals) {
        BigDecimal whole = HUNDRED.add(row.vat().chargedRate());
        return wantedWithVat
                ? price.multiply(whole).movePointLeft(2).setScale(decimals, RoundingMode.HALF_UP)
                : price.multiply(HUNDRED).divide(whole, decimals, RoundingMode.HALF_UP);
    }
}
