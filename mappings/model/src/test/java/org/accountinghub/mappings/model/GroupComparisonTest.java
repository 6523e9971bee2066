package org.accountinghub.mappings.model;

import static org.accountinghub.mappings.model.Documents.invoice;
import static org.accountinghub.mappings.model.Documents.invoiceOf;
import static org.accountinghub.mappings.model.Documents.order;
import static org.accountinghub.mappings.model.Documents.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupComparisonTest {

    private static final BigDecimal RATE = BigDecimal.valueOf(25);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void twoOrdersAreTheSumOfTheirInvoices(boolean pricesIncludeVat) {
        BillableOrder one = order(pricesIncludeVat, row("99.99", 25), row("50", 12));
        BillableOrder other = order(pricesIncludeVat, row("0.14", 12), row("-7.35", 6));

        Comparison comparison = GroupComparison.of(List.of(one, other), List.of(invoiceOf(one), invoiceOf(other)));

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.explained()).isEmpty();
    }

    @Test
    void partsMakeUpTheWholeAndAnOreLessDoesNot() {
        BillableOrder sent = order(false, row("100", 25));
        Invoice sixty = invoiceOf(order(false, row("60", 25)));

        assertThat(GroupComparison.of(List.of(sent), List.of(sixty, invoiceOf(order(false, row("40", 25)))))
                        .agrees())
                .isTrue();
        assertThat(GroupComparison.of(List.of(sent), List.of(sixty, invoiceOf(order(false, row("39.99", 25)))))
                        .differences())
                .containsExactly("at 25 %: sent 100.00 SEK, invoiced 99.99 SEK");
    }

    @Test
    void vatRoundedOnEachInvoiceIsExplainedAnyOtherIsNot() {
        BillableOrder sent = order(false, row("0.30", 25));
        BillableOrder third = order(false, row("0.10", 25));
        Invoice part = invoiceOf(third);
        Invoice wrong =
                invoice(third, part.rows(), Map.of(RATE, Money.of("0.08", "SEK")), "0", "0", Money.of("0.18", "SEK"));

        Comparison rounded = GroupComparison.of(List.of(sent), List.of(part, part, part));

        assertThat(rounded.agrees()).isTrue();
        assertThat(rounded.explained())
                .containsExactly("VAT 25 %: sent 0.08 SEK, invoiced 0.09 SEK, rounded on each invoice");
        assertThat(GroupComparison.of(List.of(sent), List.of(part, part, wrong)).agrees())
                .isFalse();
    }
}
