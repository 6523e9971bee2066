package org.accountinghub.mappings.twentyfoursevenoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.PricedForm;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.TextLines;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.samples.RandomOrders;
import org.accountinghub.mappings.samples.SampleOrders;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomTextsTest {

    @ParameterizedTest
    @ValueSource(ints = {50, 300})
    void noTextIsLostAndNoneIsTooLong(int limit) {
        for (BillableOrder order : RandomOrders.of(20261123, 150)) {
            if (order.taxReduction().isPresent()) {
                continue;
            }
            List<String> names = sent(order, limit).getInvoiceRows().getInvoiceRow().stream()
                    .map(InvoiceRow::getName)
                    .toList();

            assertThat(names).allMatch(name -> name.length() <= limit);
            assertThat(letters(names)).as(order.toString()).isEqualTo(letters(expected(order)));
        }
    }

    /** Texts and descriptions, the number of an article that is not known there, and the calculation of a row written anew. */
    private static List<String> expected(BillableOrder order) {
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
                PricedForm form = PricedForm.of(
                        one, amounts.get(priced++), TestRules.rules().limits());
                if (form.rewritten()) {
                    texts.add(form.calculation());
                }
            }
        }
        return texts.stream()
                .flatMap(text -> TextLines.lines(text).stream())
                .map(line -> OfficeFields.clean(line).text())
                .toList();
    }

    /** Where a text is split, blanks vanish; nothing else may. */
    private static String letters(List<String> texts) {
        return texts.stream().collect(Collectors.joining()).replaceAll("[\\s\u00a0]+", "");
    }

    private static InvoiceOrder sent(BillableOrder order, int limit) {
        return ((Translation.Done<InvoiceOrder>) new DocumentTranslation(TestRules.rules(limit))
                        .translate(order, order.documentDate(), TestRules.COMPANY, TestRules.products()))
                .value();
    }
}
