package org.accountinghub.mappings.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.accountinghub.mappings.fortnox.wire.FortnoxInvoice;
import org.accountinghub.mappings.fortnox.wire.FortnoxOrder;
import org.accountinghub.mappings.fortnox.wire.NewInvoice;
import org.accountinghub.mappings.fortnox.wire.NewInvoiceRow;
import org.accountinghub.mappings.fortnox.wire.NewOrder;
import org.accountinghub.mappings.json.WireJson;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.HouseWork;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.PricedForm;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.TextLines;
import org.accountinghub.mappings.model.Totals;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.samples.OrderSketch;
import org.accountinghub.mappings.samples.RandomOrders;
import org.accountinghub.mappings.samples.SampleOrders;
import org.junit.jupiter.api.Test;

/** What holds for every order. Amounts of invoices that come back are {@link SentAndBackTest}'s. */
class RandomOrdersTest {

    private static final FortnoxRules RULES = FortnoxRules.standard();
    private static final AnsweringFortnox FORTNOX = new AnsweringFortnox(false, "0");
    private static final List<BillableOrder> ORDERS = RandomOrders.of(20261123, 150);

    @Test
    void rowsSentComeToOurTotalsToTheOre() {
        for (BillableOrder order : ORDERS) {
            Totals totals = order.totals();
            List<Money> rows = sent(order, RULES).invoiceRows().stream()
                    .filter(row -> !row.textOnly())
                    .map(row -> new Money(AnsweringFortnox.amount(row), order.currency()))
                    .toList();

            assertThat(rows).as(order.toString()).isEqualTo(totals.rows());
            assertThat(sum(order, rows)).isEqualTo(order.pricesIncludeVat() ? totals.total() : totals.net());
        }
    }

    @Test
    void anOrderAtFortnoxComesToTheSame() {
        for (BillableOrder order : ORDERS) {
            NewOrder sent = ((Translation.Done<NewOrder>)
                            new OrderTranslation(RULES).translate(order, "1", SampleOrders.ARTICLES))
                    .value();
            FortnoxOrder back = FORTNOX.answer(sent);
            FortnoxOrder read = WireJson.read(WireJson.write(new FortnoxOrder.Body(back)), FortnoxOrder.Body.class)
                    .order();
            PlacedOrder placed = ((Translation.Done<PlacedOrder>) OrderReading.read(read)).value();

            assertThat(placed.net())
                    .as(order.toString())
                    .isEqualTo(order.totals().net());
            assertThat(placed.total()).isEqualTo(ExpectedAmounts.of(order).total());
            assertThat(placed.status()).isEqualTo(PlacedOrder.Status.OPEN);
            assertThat(OrderMatch.confirm(order, "1", read)).isEmpty();
        }
    }

    @Test
    void readingAgainGivesTheSame() {
        for (BillableOrder order : ORDERS) {
            FortnoxInvoice back = FORTNOX.answer(sent(order, RULES));
            FortnoxInvoice again = WireJson.read(
                            WireJson.write(new FortnoxInvoice.Body(back)), FortnoxInvoice.Body.class)
                    .invoice();

            assertThat(InvoiceReading.read(again)).as(order.toString()).isEqualTo(InvoiceReading.read(back));
        }
    }

    @Test
    void hoursKeepTheirSum() {
        for (BillableOrder order : ORDERS) {
            if (order.taxReduction().isEmpty()) {
                continue;
            }
            double worked = order.pricedRows().stream()
                    .map(Row.Priced::houseWork)
                    .flatMap(Optional::stream)
                    .map(HouseWork::hours)
                    .mapToDouble(BigDecimal::doubleValue)
                    .sum();
            int reported = sent(order, RULES).invoiceRows().stream()
                    .map(NewInvoiceRow::houseWorkHoursToReport)
                    .flatMap(Optional::stream)
                    .mapToInt(Integer::intValue)
                    .sum();

            assertThat(Math.abs(reported - worked)).as(order.toString()).isLessThanOrEqualTo(worked < 0.5 ? 1 : 0.5);
        }
    }

    @Test
    void noTextIsLostAndNoneIsTooLong() {
        for (int limit : List.of(50, 255)) {
            FortnoxRules rules = RULES.withDescriptionLength(limit);
            for (BillableOrder order : ORDERS) {
                List<NewInvoiceRow> rows = sent(order, rules).invoiceRows();

                assertThat(rows).allMatch(row -> row.description().orElse("").length() <= limit);
                assertThat(letters(rows.stream()
                                .map(row -> row.description().orElse(""))
                                .toList()))
                        .as(order.toString())
                        .isEqualTo(letters(expectedTexts(order)));
            }
        }
    }

    @Test
    void identifiersAreSentExactlyOrNotAtAll() {
        Random random = new Random(9);
        for (int i = 0; i < 300; i++) {
            String identifier = identifier(random);
            BillableOrder order = OrderSketch.order("N" + identifier)
                    .yourOrderNumber(identifier)
                    .costCentre(identifier)
                    .article(identifier, "Besök", "1", "st", "10")
                    .at(identifier)
                    .sketched();

            if (new InvoiceTranslation(RULES).translate(order, identifier, Set.of(identifier))
                    instanceof Translation.Done<NewInvoice> done) {
                NewInvoice invoice = done.value();
                assertThat(List.of(
                                invoice.customerNumber(),
                                invoice.externalInvoiceReference2().substring(1),
                                invoice.yourOrderNumber().orElseThrow(),
                                invoice.costCenter().orElseThrow(),
                                invoice.invoiceRows().get(0).costCenter().orElseThrow(),
                                invoice.invoiceRows().get(0).articleNumber().orElseThrow()))
                        .containsOnly(identifier);
            } else {
                assertThat(Characters.refused(identifier).isEmpty() && identifier.length() <= 75)
                        .as(identifier)
                        .isFalse();
            }
        }
    }

    /** Texts and descriptions, the number of an article that Fortnox lacks, and the calculation of a row written anew. */
    private static List<String> expectedTexts(BillableOrder order) {
        List<String> texts = new ArrayList<>();
        List<Money> amounts = order.totals().rows();
        int priced = 0;
        for (Row row : order.rows()) {
            if (row instanceof Row.Text text) {
                texts.add(text.text());
            } else if (row instanceof Row.Priced one) {
                one.articleNumber()
                        .filter(number -> !SampleOrders.ARTICLES.contains(number))
                        .ifPresent(texts::add);
                texts.add(one.description());
                PricedForm form = PricedForm.of(one, amounts.get(priced++), RULES.limits());
                if (form.rewritten()) {
                    texts.add(form.calculation());
                }
            }
        }
        return texts.stream()
                .flatMap(text -> TextLines.lines(text).stream())
                .map(line -> Characters.clean(line).text())
                .toList();
    }

    /** Where a text is split, blanks vanish; nothing else may. */
    private static String letters(List<String> texts) {
        return texts.stream().collect(Collectors.joining()).replaceAll("[\\s\u00a0]+", "");
    }

    private static String identifier(Random random) {
        String signs = "ABCÅÄÖ0123456789-_/.+ ·…\t'";
        StringBuilder text = new StringBuilder("X");
        for (int length = random.nextInt(random.nextInt(20) == 0 ? 90 : 20); length > 0; length--) {
            int sign = random.nextInt(random.nextInt(4) == 0 ? signs.length() : 21);
            text.append(signs.charAt(sign));
        }
        return Normalizer.normalize(text.append('9'), Normalizer.Form.NFC);
    }

    private static Money sum(BillableOrder order, List<Money> rows) {
        return rows.stream().reduce(Money.zero(order.currency()), Money::plus);
    }

    private static NewInvoice sent(BillableOrder order, FortnoxRules rules) {
        return ((Translation.Done<NewInvoice>)
                        new InvoiceTranslation(rules).translate(order, "1", SampleOrders.ARTICLES))
                .value();
    }
}
