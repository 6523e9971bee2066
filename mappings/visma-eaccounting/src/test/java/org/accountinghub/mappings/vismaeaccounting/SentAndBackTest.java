package org.accountinghub.mappings.vismaeaccounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.samples.RandomOrders;
import org.accountinghub.mappings.samples.Sample;
import org.accountinghub.mappings.samples.SampleOrders;
import org.accountinghub.mappings.vismaeaccounting.wire.DraftThere;
import org.accountinghub.mappings.vismaeaccounting.wire.InvoiceThere;
import org.accountinghub.mappings.vismaeaccounting.wire.NewDraft;
import org.accountinghub.mappings.vismaeaccounting.wire.NewDraftRow;
import org.accountinghub.mappings.vismaeaccounting.wire.NewOrder;
import org.accountinghub.mappings.vismaeaccounting.wire.OrderThere;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent comes back with the same amounts, whether prices hold VAT and totals are rounded or not. */
class SentAndBackTest {

    private static final DraftTranslation DRAFTS = new DraftTranslation(EAccountingRules.standard());
    private static final OrderTranslation ORDERS = new OrderTranslation(EAccountingRules.standard());
    private static final DocumentMatch MATCH = new DocumentMatch("invoice draft");
    private static final Map<String, BigDecimal> RATES = Company.ratesByArticle();
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private static final List<AnsweringEAccounting> WAYS = List.of(
            new AnsweringEAccounting(false, true),
            new AnsweringEAccounting(true, true),
            new AnsweringEAccounting(false, false));

    @ParameterizedTest
    @MethodSource("orders")
    void amountsComeBackToTheOre(BillableOrder order) {
        for (boolean withVat : new boolean[] {false, true}) {
            Recipient recipient = Company.recipient(order, withVat);
            if (!(DRAFTS.translate(order, recipient, Company.CATALOGUE) instanceof Translation.Done<NewDraft> sent)) {
                continue;
            }
            for (AnsweringEAccounting way : WAYS) {
                DraftThere draft = way.draft(order, sent.value(), recipient);
                InvoiceThere invoice = way.invoice(order, sent.value(), recipient);

                assertThat(MATCH.compare(order, draft, RATES).differences()).isEmpty();
                assertThat(MATCH.confirm(order, recipient.id(), draft, RATES)).isEmpty();
                assertThat(DocumentMatch.carries(order.reference(), draft)).isTrue();
                Invoice back = read(invoice);
                assertThat(Comparison.of(order, back).differences()).isEmpty();
                assertThat(back.reference()).contains(order.reference());
                assertThat(back.booked()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void anOrderComesToTheSame(BillableOrder order) {
        Recipient recipient = Company.recipient(order);
        if (!(ORDERS.translate(order, recipient, Company.CATALOGUE) instanceof Translation.Done<NewOrder> sent)) {
            return;
        }
        for (AnsweringEAccounting way : WAYS) {
            OrderThere there = way.order(order, sent.value(), recipient);
            PlacedOrder placed = ((Translation.Done<PlacedOrder>)
                            OrderReading.read(there, RATES, Optional.of("1"), List.of()))
                    .value();

            assertThat(placed.net()).isEqualTo(order.totals().net());
            assertThat(placed.status()).isEqualTo(PlacedOrder.Status.OPEN);
            assertThat(placed.reference()).contains(order.reference());
            assertThat(MATCH.confirm(order, recipient.id(), there, RATES)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void aRowMoreIsADifference(BillableOrder order) {
        Recipient recipient = Company.recipient(order);
        if (!(DRAFTS.translate(order, recipient, Company.CATALOGUE) instanceof Translation.Done<NewDraft> sent)) {
            return;
        }
        NewDraft more = withOneMore(sent.value(), order);
        DraftThere back = WAYS.get(0).draft(order, more, recipient);

        assertThat(MATCH.compare(order, back, RATES).differences())
                .anyMatch(difference -> difference.contains("Tillagd") && difference.contains("never sent"));
        assertThat(MATCH.resembles(order, recipient.id(), back, RATES)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void rowsKeepToWhatEAccountingTakes(BillableOrder order) {
        Recipient recipient = Company.recipient(order);
        if (!(DRAFTS.translate(order, recipient, Company.CATALOGUE) instanceof Translation.Done<NewDraft> sent)) {
            return;
        }
        List<NewDraftRow> rows = sent.value().rows();

        assertThat(rows).hasSizeLessThanOrEqualTo(1000).allSatisfy(row -> {
            assertThat(row.text().orElse("x")).hasSizeBetween(1, 2000);
            assertThat(row.textRow()).isEqualTo(row.articleId().isEmpty());
            assertThat(row.quantity().map(BigDecimal::scale).orElse(0)).isLessThanOrEqualTo(2);
            assertThat(row.unitPrice().map(BigDecimal::scale).orElse(0))
                    .isLessThanOrEqualTo(recipient.abroad() ? 4 : 2);
            assertThat(row.discountPercentage().orElse(BigDecimal.ZERO)).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
            assertThat(row.discountPercentage().map(BigDecimal::scale).orElse(0))
                    .isLessThanOrEqualTo(4);
        });
        assertThat(rows.stream().filter(row -> !row.textRow())).hasSameSizeAs(order.pricedRows());
        assertThat(rows)
                .extracting(NewDraftRow::lineNumber)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    private static NewDraft withOneMore(NewDraft draft, BillableOrder order) {
        List<NewDraftRow> rows = new ArrayList<>(draft.rows());
        rows.add(new NewDraftRow(
                rows.size() + 1,
                false,
                Optional.of(Company.id("article DIV0")),
                Optional.of("Tillagd"),
                Optional.of(BigDecimal.ONE),
                Optional.of(BigDecimal.ONE.movePointLeft(order.currency().getDefaultFractionDigits())),
                Optional.of(BigDecimal.ZERO),
                false,
                Optional.empty(),
                Optional.of(false),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        return new NewDraft(
                draft.customerId(),
                draft.invoiceDate(),
                draft.euThirdParty(),
                draft.yourReference(),
                draft.ourReference(),
                draft.buyersOrderReference(),
                draft.deliveryAddress1(),
                draft.deliveryAddress2(),
                draft.deliveryPostalCode(),
                draft.deliveryCity(),
                draft.deliveryCountryCode(),
                draft.rotReducedInvoicingType(),
                draft.rotReducedInvoicingPropertyName(),
                draft.rotReducedInvoicingOrgNumber(),
                draft.rotReducedInvoicingAutomaticDistribution(),
                draft.rotPropertyType(),
                draft.persons(),
                draft.usesGreenTechnology(),
                rows);
    }

    private static Invoice read(InvoiceThere invoice) {
        return ((Translation.Done<Invoice>) InvoiceReading.read(invoice, RATES, Optional.empty(), SWEDEN)).value();
    }

    static Stream<BillableOrder> orders() {
        return Stream.concat(
                SampleOrders.all().stream().map(Sample::document), RandomOrders.of(20261122, 120).stream());
    }
}
