package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceRow;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.RowType;
import org.jspecify.annotations.Nullable;

/** What a document comes to: rows rounded once, VAT once per rate or per row, the total by the round factor. */
record Arithmetic(BigDecimal net, BigDecimal vat, BigDecimal roundOff) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Arithmetic of(InvoiceOrder document, OfficeCompany company) {
        boolean included = Boolean.TRUE.equals(document.isIncludeVAT());
        Map<BigDecimal, BigDecimal> amounts = new TreeMap<>();
        BigDecimal rows = BigDecimal.ZERO;
        BigDecimal perRow = BigDecimal.ZERO;
        if (document.getInvoiceRows() != null) {
            for (InvoiceRow row : document.getInvoiceRows().getInvoiceRow()) {
                if (priced(row)) {
                    BigDecimal amount = amount(row);
                    rows = rows.add(amount);
                    amounts.merge(rate(row), amount, BigDecimal::add);
                    perRow = perRow.add(vat(amount, rate(row), included));
                }
            }
        }
        BigDecimal vat = company.vatPerRow()
                ? perRow
                : amounts.entrySet().stream()
                        .map(entry -> vat(entry.getValue(), entry.getKey(), included))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal net = included ? rows.subtract(vat) : rows;
        BigDecimal exact = net.add(vat);
        BigDecimal factor = company.roundFactor();
        BigDecimal total = factor.signum() == 0
                ? exact
                : exact.divide(factor, 0, RoundingMode.HALF_UP).multiply(factor);
        return new Arithmetic(two(net), two(vat), two(total.subtract(exact)));
    }

    BigDecimal total() {
        return net.add(vat).add(roundOff);
    }

    static boolean priced(InvoiceRow row) {
        return row.getType() == null || row.getType() == RowType.NORMAL;
    }

    static BigDecimal rate(InvoiceRow row) {
        return Optional.ofNullable(row.getVatRate()).orElse(BigDecimal.ZERO).stripTrailingZeros();
    }

    private static BigDecimal amount(InvoiceRow row) {
        BigDecimal gross = two(row.getQuantity()).multiply(two(row.getPrice()));
        return two(gross.multiply(HUNDRED.subtract(two(row.getDiscountRate()))).divide(HUNDRED));
    }

    private static BigDecimal vat(BigDecimal amount, BigDecimal rate, boolean included) {
        return amount.multiply(rate).divide(included ? HUNDRED.add(rate) : HUNDRED, 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal two(@Nullable BigDecimal number) {
        return Optional.ofNullable(number).orElse(BigDecimal.ZERO).setScale(2, RoundingMode.HALF_UP);
    }
}
