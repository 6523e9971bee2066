package org.accountinghub.mappings.twentyfoursevenoffice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.Currency;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceRow;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.OrderSlipStateType;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.RowType;

/**
 * Computes a document as 24SevenOffice may, on its own: prices, quantities and percentages rounded to two decimals first,
 * then rows, VAT per rate or per row, and a total in whole kroner or not.
 */
final class AnsweringOffice {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final boolean vatRowByRow;
    private final boolean wholeKroner;

    AnsweringOffice(boolean vatRowByRow, boolean wholeKroner) {
        this.vatRowByRow = vatRowByRow;
        this.wholeKroner = wholeKroner;
    }

    /** What is read back of a document that was sent; the document itself is not changed. */
    InvoiceOrder answer(InvoiceOrder sent) {
        InvoiceOrder back = Xml.sentAndRead(sent);
        boolean included = Boolean.TRUE.equals(back.isIncludeVAT());
        Map<BigDecimal, BigDecimal> amounts = new TreeMap<>();
        BigDecimal rows = BigDecimal.ZERO;
        BigDecimal vat = BigDecimal.ZERO;
        for (InvoiceRow row : back.getInvoiceRows().getInvoiceRow()) {
            if (row.getType() != RowType.NORMAL) {
                continue;
            }
            BigDecimal rate = rate(row);
            row.setVatRate(rate);
            row.setProductNo(number(row.getProductId()));
            BigDecimal amount = amount(row);
            amounts.merge(rate, amount, BigDecimal::add);
            rows = rows.add(amount);
            vat = vatRowByRow ? vat.add(vat(amount, rate, included)) : vat;
        }
        if (!vatRowByRow) {
            for (Map.Entry<BigDecimal, BigDecimal> entry : amounts.entrySet()) {
                vat = vat.add(vat(entry.getValue(), entry.getKey(), included));
            }
        }
        BigDecimal exact = included ? rows : rows.add(vat);
        back.setOrderId(88);
        back.setOrderTotalVat(vat);
        back.setOrderTotalIncVat(wholeKroner ? exact.setScale(0, RoundingMode.HALF_UP) : exact);
        if (back.getCurrency() == null) {
            back.setCurrency(new Currency());
            back.getCurrency().setSymbol("SEK");
        }
        if (back.getOrderStatus() == OrderSlipStateType.INVOICED) {
            back.setInvoiceId(10_088);
        }
        return back;
    }

    static BigDecimal amount(InvoiceRow row) {
        BigDecimal gross = two(row.getQuantity()).multiply(two(row.getPrice()));
        return two(gross.multiply(HUNDRED.subtract(two(row.getDiscountRate()))).divide(HUNDRED));
    }

    private static BigDecimal rate(InvoiceRow row) {
        return Optional.ofNullable(row.getTaxSettings())
                .map(settings -> settings.getTaxRate())
                .orElseGet(() -> TestRules.products().byNumber().values().stream()
                        .filter(product -> product.id() == row.getProductId())
                        .findFirst()
                        .flatMap(KnownProducts.Product::taxRate)
                        .orElseThrow());
    }

    private static String number(int productId) {
        return TestRules.products().byNumber().entrySet().stream()
                .filter(entry -> entry.getValue().id() == productId)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static BigDecimal vat(BigDecimal amount, BigDecimal rate, boolean included) {
        return amount.multiply(rate).divide(included ? HUNDRED.add(rate) : HUNDRED, 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal two(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_UP);
    }
}
