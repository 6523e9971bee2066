package org.accountinghub.mappings.twentyfoursevenoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.BillableOrder.Target;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.Totals;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.samples.RandomOrders;
import org.accountinghub.mappings.samples.Sample;
import org.accountinghub.mappings.samples.SampleOrders;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceRow;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.RowType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent comes back with the same amounts, however 24SevenOffice rounds. */
class SentAndBackTest {

    private static final OfficeRules RULES = TestRules.rules();
    private static final DocumentTranslation DOCUMENTS = new DocumentTranslation(RULES);
    private static final DocumentMatch MATCH = new DocumentMatch(RULES);
    private static final int RANDOM_ORDERS = 150;

    @ParameterizedTest
    @MethodSource("orders")
    void amountsComeBackToTheOre(BillableOrder order) {
        InvoiceOrder sent = sent(order);

        for (AnsweringOffice office : List.of(
                new AnsweringOffice(false, false),
                new AnsweringOffice(true, false),
                new AnsweringOffice(false, true))) {
            InvoiceOrder back = office.answer(sent);

            assertThat(MATCH.compare(order, back).differences()).isEmpty();
            assertThat(MATCH.confirm(order, TestRules.COMPANY, back)).isEmpty();
            assertThat(MATCH.among(order, TestRules.COMPANY, List.of(back)))
                    .isEqualTo(new DocumentMatch.Verdict.Found(back));
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void theyAreReadAsWhatTheyWereSentAs(BillableOrder order) {
        InvoiceOrder back = new AnsweringOffice(false, false).answer(sent(order));
        PlacedOrder placed = ((Translation.Done<PlacedOrder>) OrderReading.read(back, RULES)).value();
        Totals totals = order.totals();

        assertThat(placed.net()).isEqualTo(totals.net());
        assertThat(placed.total()).isEqualTo(totals.total());
        assertThat(placed.reference()).contains(order.reference());
        assertThat(placed.date()).isEqualTo(order.documentDate());
        assertThat(InvoiceReading.isInvoice(back, RULES)).isEqualTo(order.target() == Target.INVOICE);
        if (order.target() == Target.INVOICE) {
            Invoice invoice = ((Translation.Done<Invoice>) InvoiceReading.read(back, RULES)).value();
            assertThat(invoice.total()).isEqualTo(totals.total());
            assertThat(invoice.date()).isEqualTo(order.documentDate());
            assertThat(placed.status()).isEqualTo(PlacedOrder.Status.INVOICED);
            assertThat(placed.invoices()).containsExactly(invoice.order().orElseThrow());
        } else {
            assertThat(placed.status()).isEqualTo(PlacedOrder.Status.OPEN);
            assertThat(placed.invoices()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void rowsSentComeToOurTotalsToTheOre(BillableOrder order) {
        List<Money> rows = sent(order).getInvoiceRows().getInvoiceRow().stream()
                .filter(row -> row.getType() == RowType.NORMAL)
                .map(row -> new Money(AnsweringOffice.amount(row), order.currency()))
                .toList();

        assertThat(rows).isEqualTo(order.totals().rows());
    }

    @ParameterizedTest
    @MethodSource("orders")
    void aChangedRowIsADifference(BillableOrder order) {
        InvoiceOrder changed = sent(order);
        InvoiceRow added = new InvoiceRow();
        added.setProductId(9025);
        added.setName("Tillagd");
        added.setType(RowType.NORMAL);
        added.setQuantity(BigDecimal.ONE);
        added.setDiscountRate(BigDecimal.ZERO);
        added.setPrice(BigDecimal.ONE.movePointLeft(order.currency().getDefaultFractionDigits()));
        changed.getInvoiceRows().getInvoiceRow().add(added);
        InvoiceOrder back = new AnsweringOffice(false, false).answer(changed);

        assertThat(MATCH.compare(order, back).differences())
                .anyMatch(difference -> difference.contains("Tillagd") && difference.contains("never sent"));
        assertThat(MATCH.among(order, TestRules.COMPANY, List.of(back)))
                .isInstanceOf(DocumentMatch.Verdict.Unclear.class);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void rowsKeepToWhatTheCompanyTakes(BillableOrder order) {
        List<InvoiceRow> rows = sent(order).getInvoiceRows().getInvoiceRow();

        assertThat(rows).allSatisfy(row -> {
            assertThat(Optional.ofNullable(row.getName()).orElse("x")).hasSizeBetween(1, 300);
            if (row.getType() == RowType.NORMAL) {
                assertThat(row.getProductId()).isPositive();
                assertThat(row.getQuantity().scale()).isLessThanOrEqualTo(2);
                assertThat(row.getPrice().scale()).isLessThanOrEqualTo(2);
                assertThat(row.getDiscountRate()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
            } else {
                assertThat(row.getPrice()).isNull();
                assertThat(row.getQuantity()).isNull();
            }
        });
        assertThat(rows.stream().filter(row -> row.getType() == RowType.NORMAL)).hasSameSizeAs(order.pricedRows());
    }

    private static InvoiceOrder sent(BillableOrder order) {
        return ((Translation.Done<InvoiceOrder>) translated(order)).value();
    }

    private static Translation<InvoiceOrder> translated(BillableOrder order) {
        return DOCUMENTS.translate(order, order.documentDate(), TestRules.COMPANY, TestRules.products());
    }

    static Stream<BillableOrder> orders() {
        return Stream.concat(
                        SampleOrders.all().stream().map(Sample::document),
                        RandomOrders.of(20261122, RANDOM_ORDERS).stream()
                                .filter(order -> order.taxReduction().isEmpty()))
                .filter(order -> translated(order) instanceof Translation.Done);
    }
}
