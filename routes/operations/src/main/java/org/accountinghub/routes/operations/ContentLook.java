package org.accountinghub.routes.operations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accountinghub.mappings.model.Address;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.PersonalNumbers;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.Totals;

/**
 * What a document says. Amounts and quantities are decimal numbers as text, in the document's currency. No personal
 * number is in it.
 *
 * @param target ORDER (invoiced over there) or INVOICE
 * @param vat what the rows amount to at each rate
 */
public record ContentLook(
        BillableOrder.Target target,
        String payerName,
        LocalDate date,
        String currency,
        boolean pricesIncludeVat,
        Optional<String> yourOrderNumber,
        Optional<String> ourReference,
        Optional<String> yourReference,
        Optional<String> costCentre,
        Optional<String> deliveryAddress,
        Optional<ReductionLook> taxReduction,
        List<RowLook> rows,
        List<VatLook> vat,
        String net,
        String vatInAll,
        String total) {

    static ContentLook of(BillableOrder order) {
        Totals totals = order.totals();
        return new ContentLook(
                order.target(),
                masked(order.payer().name()),
                order.documentDate(),
                order.currency().getCurrencyCode(),
                order.pricesIncludeVat(),
                order.yourOrderNumber().map(ContentLook::masked),
                order.ourReference().map(ContentLook::masked),
                order.yourReference().map(ContentLook::masked),
                order.costCentre(),
                order.deliveryAddress().map(ContentLook::words),
                order.taxReduction().map(ReductionLook::of),
                rows(order, totals),
                totals.netByRate().entrySet().stream()
                        .map(net -> new VatLook(
                                plain(net.getKey()),
                                plain(net.getValue()),
                                plain(totals.vatByRate().getOrDefault(net.getKey(), Money.zero(order.currency())))))
                        .toList(),
                plain(totals.net()),
                plain(totals.vat()),
                plain(totals.total()));
    }

    private static List<RowLook> rows(BillableOrder order, Totals totals) {
        List<RowLook> looks = new ArrayList<>();
        int priced = 0;
        for (Row row : order.rows()) {
            if (row instanceof Row.Priced one) {
                looks.add(RowLook.of(one, totals.rows().get(priced)));
                priced++;
            } else if (row instanceof Row.Text text) {
                looks.add(RowLook.of(text));
            }
        }
        return looks;
    }

    private static String words(Address address) {
        return Stream.of(
                        address.line1(),
                        address.line2(),
                        (address.postalCode() + " " + address.city()).strip(),
                        address.countryCode())
                .filter(part -> !part.isBlank())
                .map(ContentLook::masked)
                .collect(Collectors.joining(", "));
    }

    private static String masked(String text) {
        return PersonalNumbers.masked(text);
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.setScale(Math.max(0, stripped.scale())).toPlainString();
    }

    private static String plain(Money money) {
        return money.amount().toPlainString();
    }

    /**
     * A row: of text only, or with an amount.
     *
     * @param price of one, before discount
     * @param discount {@code 10 %} or an amount; empty = none
     * @param vatRate percent that is charged
     * @param amount after discount, with or without VAT as the document's prices
     * @param houseWork kind of work and hours, where the row counts towards a tax reduction
     */
    public record RowLook(
            Optional<String> article,
            String text,
            Optional<String> quantity,
            Optional<String> unit,
            Optional<String> price,
            Optional<String> discount,
            Optional<String> vatRate,
            Optional<String> amount,
            Optional<String> costCentre,
            Optional<String> houseWork) {

        static RowLook of(Row.Priced row, Money amount) {
            return new RowLook(
                    row.articleNumber(),
                    masked(row.description()),
                    Optional.of(plain(row.quantity())),
                    row.unit(),
                    Optional.of(plain(new Money(row.unitPrice(), amount.currency()))),
                    Optional.of(row.discount())
                            .filter(discount -> !discount.isNone())
                            .map(RowLook::words),
                    Optional.of(plain(row.vat().chargedRate())),
                    Optional.of(plain(amount)),
                    row.costCentre(),
                    row.houseWork().map(work -> work.type() + ", " + plain(work.hours()) + " h"));
        }

        static RowLook of(Row.Text row) {
            return new RowLook(
                    Optional.empty(),
                    masked(row.text()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        private static String words(Discount discount) {
            return plain(discount.value()) + (discount.kind() == Discount.Kind.PERCENT ? " %" : "");
        }
    }

    /** What is sold at a rate (percent), and its VAT. */
    public record VatLook(String rate, String net, String vat) {}

    /** A tax reduction that is asked for; who asks stays untold, how many are told. */
    public record ReductionLook(TaxReduction.Type type, int persons) {

        static ReductionLook of(TaxReduction reduction) {
            return new ReductionLook(reduction.type(), reduction.persons().size());
        }
    }
}
