package org.accountinghub.mappings.model;

import static org.accountinghub.mappings.model.Documents.invoice;
import static org.accountinghub.mappings.model.Documents.invoiceOf;
import static org.accountinghub.mappings.model.Documents.order;
import static org.accountinghub.mappings.model.Documents.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {

    private static final BigDecimal RATE = BigDecimal.valueOf(25);

    private final BillableOrder order = order(false, row("100", 25), row("74.99", 25), row("50", 12));

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasMadeOfAnOrderAgreesWithIt(boolean pricesIncludeVat) {
        BillableOrder sent = order(pricesIncludeVat, row("99.99", 25), row("0.14", 12), row("-7.35", 6), row("0", 25));

        Comparison comparison = Comparison.of(sent, invoiceOf(sent));

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.explained()).isEmpty();
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        Invoice back = invoiceOf(order);
        List<Invoice.InvoicedRow> rows = new ArrayList<>(back.rows());
        Collections.reverse(rows);

        assertThat(Comparison.of(order, with(rows, back)).agrees()).isTrue();
    }

    @Test
    void aRowMoreLessOrOtherIsADifference() {
        Invoice back = invoiceOf(order);
        List<Invoice.InvoicedRow> rows = back.rows();
        Invoice.InvoicedRow other =
                new Invoice.InvoicedRow("ARB", "Arbete", BigDecimal.ONE, Money.of("74.98", "SEK"), RATE);

        assertThat(Comparison.of(order, with(rows.subList(0, 2), back)).differences())
                .containsExactly("row \"Arbete\": sent 50.00 SEK at 12 %, not invoiced");
        assertThat(Comparison.of(order, with(List.of(rows.get(0), other, rows.get(2)), back))
                        .differences())
                .containsExactly("row \"Arbete\": sent 74.99 SEK at 25 %, invoiced 74.98 SEK at 25 %");
        assertThat(Comparison.of(order, with(List.of(rows.get(0), rows.get(1), rows.get(2), other), back))
                        .differences())
                .containsExactly("row \"ARB Arbete\": invoiced 74.98 SEK at 25 %, never sent");
    }

    @Test
    void anotherRateIsADifferenceEvenAtTheSameAmount() {
        Invoice back = invoiceOf(order);
        Invoice.InvoicedRow wrongRate =
                new Invoice.InvoicedRow("", "Arbete", BigDecimal.ONE, Money.of("50", "SEK"), RATE);

        assertThat(Comparison.of(
                                order,
                                with(List.of(back.rows().get(0), back.rows().get(1), wrongRate), back))
                        .differences())
                .containsExactly("row \"Arbete\": sent 50.00 SEK at 12 %, invoiced 50.00 SEK at 25 %");
    }

    @Test
    void vatRoundedRowByRowIsExplainedAnyOtherIsNot() {
        BillableOrder many = order(false, row("0.10", 25), row("0.10", 25), row("0.10", 25));
        Invoice back = invoiceOf(many);

        Comparison rowByRow = Comparison.of(
                many,
                invoice(many, back.rows(), Map.of(RATE, Money.of("0.09", "SEK")), "0", "0", Money.of("0.39", "SEK")));
        Comparison wrong = Comparison.of(
                many,
                invoice(many, back.rows(), Map.of(RATE, Money.of("0.07", "SEK")), "0", "0", Money.of("0.37", "SEK")));

        assertThat(rowByRow.agrees()).isTrue();
        assertThat(rowByRow.explained()).containsExactly("VAT 25 % rounded row by row: 0.09 SEK instead of 0.08 SEK");
        assertThat(wrong.differences()).containsExactly("VAT 25 %: sent 0.08 SEK, invoiced 0.07 SEK");
    }

    @Test
    void roundOffFeeAndItsVatAreExplained() {
        BillableOrder hundred = order(false, row("100.20", 25));
        Invoice back = invoiceOf(hundred);

        Comparison comparison = Comparison.of(
                hundred, invoice(hundred, back.rows(), back.vatByRate(), "0.25", "50", Money.of("188", "SEK")));

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.explained())
                .containsExactly(
                        "invoicing fee 50.00 SEK", "VAT of fee and freight 12.50 SEK", "total rounded by 0.25 SEK");
    }

    @Test
    void whatFeesAndRoundingCannotExplainIsADifference() {
        BillableOrder hundred = order(false, row("100", 25));
        Invoice back = invoiceOf(hundred);

        assertThat(Comparison.of(
                                hundred,
                                invoice(hundred, back.rows(), back.vatByRate(), "0", "0", Money.of("126", "SEK")))
                        .differences())
                .containsExactly("1.00 SEK of the total is unexplained");
        assertThat(Comparison.of(
                                hundred,
                                invoice(hundred, back.rows(), back.vatByRate(), "0", "10", Money.of("140", "SEK")))
                        .differences())
                .containsExactly("VAT of fee and freight 5.00 SEK");
        assertThat(Comparison.of(
                                hundred,
                                invoice(hundred, back.rows(), back.vatByRate(), "-5", "0", Money.of("120", "SEK")))
                        .differences())
                .containsExactly("total rounded by -5.00 SEK");
    }

    @Test
    void aTaxReductionIsThereWhenItWasAskedForAndOnlyThen() {
        BillableOrder asking = asking(order);

        assertThat(Comparison.of(asking, reduced(asking, "63")).differences()).isEmpty();
        assertThat(Comparison.of(asking, reduced(asking, "63")).explained()).containsExactly("tax reduction 63.00 SEK");
        assertThat(Comparison.of(asking, reduced(asking, "0")).differences())
                .containsExactly("a tax reduction was asked for, none was made");
        assertThat(Comparison.of(order, reduced(order, "63")).differences())
                .containsExactly("a tax reduction of 63.00 SEK that nobody asked for");
    }

    @Test
    void theTotalIsBeforeTheTaxReduction() {
        DocumentAmounts after = reduced(asking(order), "63");
        DocumentAmounts takenOffTwice = new DocumentAmounts(
                after.currency(),
                after.rows(),
                after.netByRate(),
                after.vatByRate(),
                after.roundOff(),
                after.fee(),
                after.freight(),
                after.taxReduction(),
                after.total().minus(Money.of("63", "SEK")));

        assertThat(Comparison.of(asking(order), takenOffTwice).differences())
                .containsExactly("-63.00 SEK of the total is unexplained");
    }

    private static BillableOrder asking(BillableOrder order) {
        return new BillableOrder(
                order.key(),
                order.target(),
                order.payer(),
                order.documentDate(),
                order.currency(),
                order.pricesIncludeVat(),
                order.yourOrderNumber(),
                order.ourReference(),
                order.yourReference(),
                order.costCentre(),
                order.deliveryAddress(),
                Optional.of(new TaxReduction(
                        TaxReduction.Type.RUT,
                        Optional.empty(),
                        List.of(new TaxReduction.Person("Åsa", RegistrationNumber.personal("191212121212"), 1)))),
                order.rows(),
                order.extensions());
    }

    private static DocumentAmounts reduced(BillableOrder order, String reduction) {
        DocumentAmounts made = invoiceOf(order).amounts();
        return new DocumentAmounts(
                made.currency(),
                made.rows(),
                made.netByRate(),
                made.vatByRate(),
                made.roundOff(),
                made.fee(),
                made.freight(),
                Money.of(reduction, "SEK"),
                made.total());
    }

    private Invoice with(List<Invoice.InvoicedRow> rows, Invoice back) {
        return invoice(order, rows, back.vatByRate(), "0", "0", back.total());
    }
}
