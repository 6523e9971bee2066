package org.accountinghub.mappings.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accountinghub.mappings.fortnox.wire.FortnoxInvoice;
import org.accountinghub.mappings.fortnox.wire.NewInvoice;
import org.accountinghub.mappings.fortnox.wire.NewInvoiceRow;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.samples.RandomOrders;
import org.accountinghub.mappings.samples.Sample;
import org.accountinghub.mappings.samples.SampleOrders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent comes back with the same amounts, however Fortnox rounds. */
class SentAndBackTest {

    private static final InvoiceTranslation INVOICES = new InvoiceTranslation(FortnoxRules.standard());
    private static final int RANDOM_ORDERS = 120;

    @ParameterizedTest
    @MethodSource("orders")
    void amountsComeBackToTheOre(BillableOrder order) {
        NewInvoice sent = sent(order);

        for (AnsweringFortnox fortnox : List.of(
                new AnsweringFortnox(false, "0"), new AnsweringFortnox(true, "0"), new AnsweringFortnox(false, "49"))) {
            FortnoxInvoice back = fortnox.answer(sent);
            Comparison comparison = InvoiceMatch.compare(order, back);

            assertThat(comparison.differences()).isEmpty();
            assertThat(InvoiceMatch.confirm(order, order.payer().number(), back))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void fortnoxComesToTheExpectedTotal(BillableOrder order) {
        Invoice back = ((Translation.Done<Invoice>)
                        InvoiceReading.read(new AnsweringFortnox(false, "0").answer(sent(order))))
                .value();
        ExpectedAmounts expected = ExpectedAmounts.of(order);

        assertThat(back.total()).isEqualTo(expected.total());
        assertThat(back.roundOff()).isEqualTo(expected.roundOff());
        assertThat(withoutZero(back.vatByRate().values()))
                .isEqualTo(withoutZero(expected.totals().vatByRate().values()));
        assertThat(back.reference()).contains(order.reference());
    }

    @ParameterizedTest
    @MethodSource("orders")
    void aChangedRowIsADifference(BillableOrder order) {
        NewInvoice sent = sent(order);
        List<NewInvoiceRow> rows = new ArrayList<>(sent.invoiceRows());
        rows.add(new NewInvoiceRow(
                Optional.empty(),
                Optional.of("Tillagd"),
                Optional.empty(),
                "1",
                Optional.empty(),
                Optional.of(BigDecimal.ONE.movePointLeft(order.currency().getDefaultFractionDigits())),
                Optional.empty(),
                Optional.empty(),
                Optional.of(0),
                Optional.empty(),
                Optional.of(false),
                Optional.empty(),
                Optional.empty()));
        FortnoxInvoice back = new AnsweringFortnox(false, "0").answer(withRows(sent, rows));

        assertThat(InvoiceMatch.compare(order, back).differences())
                .anyMatch(difference -> difference.contains("Tillagd") && difference.contains("never sent"));
        assertThat(InvoiceMatch.confirm(order, order.payer().number(), back)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void rowsKeepToWhatFortnoxTakes(BillableOrder order) {
        NewInvoice sent = sent(order);

        assertThat(sent.invoiceRows()).allSatisfy(row -> {
            assertThat(row.description().orElse("x")).hasSizeBetween(1, 255);
            assertThat(Characters.refused(row.description().orElse(""))).isEmpty();
            assertThat(new BigDecimal(row.deliveredQuantity()).scale()).isLessThanOrEqualTo(2);
            assertThat(row.price().orElse(BigDecimal.ZERO).scale()).isLessThanOrEqualTo(2);
            assertThat(row.textOnly()).isEqualTo(row.vat().isEmpty());
        });
        assertThat(sent.invoiceRows().stream().filter(NewInvoiceRow::textOnly).map(NewInvoiceRow::deliveredQuantity))
                .allMatch("0"::equals);
        assertThat(sent.invoiceRows().stream().filter(row -> !row.textOnly())).hasSameSizeAs(order.pricedRows());
    }

    private static NewInvoice sent(BillableOrder order) {
        return ((Translation.Done<NewInvoice>)
                        INVOICES.translate(order, order.payer().number(), SampleOrders.ARTICLES))
                .value();
    }

    private static NewInvoice withRows(NewInvoice invoice, List<NewInvoiceRow> rows) {
        return new NewInvoice(
                invoice.customerNumber(),
                invoice.invoiceDate(),
                invoice.currency(),
                invoice.vatIncluded(),
                invoice.externalInvoiceReference1(),
                invoice.externalInvoiceReference2(),
                invoice.yourOrderNumber(),
                invoice.ourReference(),
                invoice.yourReference(),
                invoice.costCenter(),
                invoice.project(),
                invoice.language(),
                invoice.remarks(),
                invoice.deliveryAddress1(),
                invoice.deliveryAddress2(),
                invoice.deliveryZipCode(),
                invoice.deliveryCity(),
                invoice.deliveryCountry(),
                invoice.ediInformation(),
                invoice.taxReductionType(),
                rows);
    }

    private static Set<Money> withoutZero(Collection<Money> amounts) {
        return amounts.stream().filter(amount -> !amount.isZero()).collect(Collectors.toSet());
    }

    static Stream<BillableOrder> orders() {
        Stream<BillableOrder> samples = SampleOrders.all().stream()
                .map(Sample::document)
                .filter(order -> INVOICES.translate(order, "1", SampleOrders.ARTICLES) instanceof Translation.Done);
        return Stream.concat(samples, RandomOrders.of(20261122, RANDOM_ORDERS).stream());
    }
}
