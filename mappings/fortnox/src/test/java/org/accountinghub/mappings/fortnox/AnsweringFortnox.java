package org.accountinghub.mappings.fortnox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.accountinghub.mappings.fortnox.wire.DiscountType;
import org.accountinghub.mappings.fortnox.wire.DocumentRow;
import org.accountinghub.mappings.fortnox.wire.FortnoxInvoice;
import org.accountinghub.mappings.fortnox.wire.FortnoxOrder;
import org.accountinghub.mappings.fortnox.wire.NewInvoice;
import org.accountinghub.mappings.fortnox.wire.NewInvoiceRow;
import org.accountinghub.mappings.fortnox.wire.NewOrder;
import org.accountinghub.mappings.fortnox.wire.NewOrderRow;

/**
 * Computes an invoice as Fortnox does, on its own: prices and quantities rounded to two decimals first, then rows, VAT per
 * rate or per row, fees, a total in whole kronor and a tax
 * reduction of the rows marked as house work.
 */
final class AnsweringFortnox {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Any rate will do: the hub knows none. */
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final boolean vatRowByRow;
    private final BigDecimal fee;

    AnsweringFortnox(boolean vatRowByRow, String fee) {
        this.vatRowByRow = vatRowByRow;
        this.fee = new BigDecimal(fee);
    }

    FortnoxInvoice answer(NewInvoice sent) {
        List<DocumentRow> rows = new ArrayList<>();
        Map<Integer, BigDecimal> amounts = new TreeMap<>();
        BigDecimal vat = BigDecimal.ZERO;
        BigDecimal amountOfRows = BigDecimal.ZERO;
        BigDecimal labour = BigDecimal.ZERO;
        for (NewInvoiceRow row : sent.invoiceRows()) {
            BigDecimal amount = amount(row);
            int rate = row.vat().orElse(0);
            amounts.merge(rate, amount, BigDecimal::add);
            amountOfRows = amountOfRows.add(amount);
            if (vatRowByRow) {
                vat = vat.add(vat(amount, rate, sent.vatIncluded()));
            }
            if (row.houseWork().orElse(false)) {
                labour = labour.add(amount);
            }
            BigDecimal net = sent.vatIncluded() ? amount.subtract(vat(amount, rate, true)) : amount;
            rows.add(new DocumentRow(
                    row.articleNumber(),
                    row.description(),
                    Optional.empty(),
                    Optional.of(quantity(row)),
                    Optional.of(price(row)),
                    Optional.empty(),
                    Optional.of(amount),
                    Optional.of(net),
                    Optional.of(BigDecimal.valueOf(rate))));
        }
        if (!vatRowByRow) {
            for (Map.Entry<Integer, BigDecimal> entry : amounts.entrySet()) {
                vat = vat.add(vat(entry.getValue(), entry.getKey(), sent.vatIncluded()));
            }
        }
        BigDecimal net = sent.vatIncluded() ? amountOfRows.subtract(vat) : amountOfRows;
        BigDecimal feeVat = vat(fee, 25, false);
        BigDecimal exact = net.add(fee).add(vat).add(feeVat);
        BigDecimal total = sent.currency().equals("SEK") ? exact.setScale(0, RoundingMode.HALF_UP) : exact;
        BigDecimal reduction = labour.multiply(HALF).setScale(0, RoundingMode.FLOOR);
        return new FortnoxInvoice(
                Optional.of("97"),
                Optional.of(sent.customerNumber()),
                Optional.of(sent.invoiceDate()),
                Optional.of(sent.invoiceDate().plusDays(30)),
                Optional.empty(),
                Optional.of(sent.currency()),
                Optional.of(sent.vatIncluded()),
                Optional.of(sent.externalInvoiceReference1()),
                Optional.of(sent.externalInvoiceReference2()),
                sent.yourOrderNumber(),
                Optional.of(false),
                Optional.of(false),
                Optional.of(false),
                Optional.of(false),
                Optional.of("0"),
                Optional.of(fee),
                Optional.of(feeVat),
                Optional.of(BigDecimal.ZERO),
                Optional.of(BigDecimal.ZERO),
                Optional.of(vat.add(feeVat)),
                Optional.of(total.subtract(exact)),
                Optional.of(total),
                Optional.of(reduction),
                Optional.of(total.subtract(reduction)),
                Optional.of("0"),
                Optional.of(rows));
    }

    /** An order comes to what its invoice would; of its rows only the total is told. */
    FortnoxOrder answer(NewOrder sent) {
        FortnoxInvoice like = answer(new NewInvoice(
                sent.customerNumber(),
                sent.orderDate(),
                sent.currency(),
                sent.vatIncluded(),
                sent.externalInvoiceReference1(),
                sent.externalInvoiceReference2(),
                sent.yourOrderNumber(),
                sent.ourReference(),
                sent.yourReference(),
                sent.costCenter(),
                sent.project(),
                sent.language(),
                sent.remarks(),
                sent.deliveryAddress1(),
                sent.deliveryAddress2(),
                sent.deliveryZipCode(),
                sent.deliveryCity(),
                sent.deliveryCountry(),
                Optional.empty(),
                sent.taxReductionType(),
                sent.orderRows().stream().map(AnsweringFortnox::like).toList()));
        return new FortnoxOrder(
                Optional.of("17"),
                like.customerNumber(),
                like.invoiceDate(),
                like.currency(),
                like.vatIncluded(),
                like.externalInvoiceReference1(),
                like.externalInvoiceReference2(),
                like.yourOrderNumber(),
                Optional.of(false),
                Optional.of(false),
                Optional.of("0"),
                like.administrationFee(),
                like.administrationFeeVat(),
                like.freight(),
                like.freightVat(),
                like.totalVat(),
                like.roundOff(),
                like.total(),
                like.taxReduction(),
                Optional.of(like.rows().stream().map(AnsweringFortnox::ordered).toList()));
    }

    static NewInvoiceRow like(NewOrderRow row) {
        return new NewInvoiceRow(
                row.articleNumber(),
                row.description(),
                row.accountNumber(),
                row.deliveredQuantity(),
                row.unit(),
                row.price(),
                row.discount(),
                row.discountType(),
                row.vat(),
                row.costCenter(),
                row.houseWork(),
                row.houseWorkType(),
                row.houseWorkHoursToReport());
    }

    private static DocumentRow ordered(DocumentRow row) {
        return new DocumentRow(
                row.articleNumber(),
                row.description(),
                row.deliveredQuantity(),
                row.deliveredQuantity(),
                row.price(),
                Optional.empty(),
                row.total(),
                Optional.empty(),
                row.vat());
    }

    static BigDecimal amount(NewInvoiceRow row) {
        BigDecimal gross = quantity(row).multiply(price(row));
        BigDecimal discount = row.discount().orElse(BigDecimal.ZERO);
        boolean percent =
                row.discountType().filter(type -> type == DiscountType.PERCENT).isPresent();
        BigDecimal left =
                percent ? gross.multiply(HUNDRED.subtract(discount)).divide(HUNDRED) : gross.subtract(discount);
        return left.setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal quantity(NewInvoiceRow row) {
        return new BigDecimal(row.deliveredQuantity()).setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal price(NewInvoiceRow row) {
        return row.price().orElse(BigDecimal.ZERO).setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal vat(BigDecimal amount, int rate, boolean included) {
        return amount.multiply(BigDecimal.valueOf(rate))
                .divide(BigDecimal.valueOf(included ? 100 + rate : 100), 2, RoundingMode.HALF_UP);
    }
}
