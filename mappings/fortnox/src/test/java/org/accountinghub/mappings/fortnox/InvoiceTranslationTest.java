package org.accountinghub.mappings.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.mappings.fortnox.wire.NewInvoice;
import org.accountinghub.mappings.fortnox.wire.NewInvoiceRow;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.samples.OrderSketch;
import org.junit.jupiter.api.Test;

class InvoiceTranslationTest {

    private final FortnoxRules rules = FortnoxRules.standard();

    @Test
    void goesToTheNumberThatTheCustomerHasThere() {
        NewInvoice invoice =
                sent(rules, OrderSketch.order("1").free("Besök", "1", "10").sketched());

        assertThat(invoice.customerNumber()).isEqualTo("F-77");
    }

    @Test
    void leavesAccountsToFortnoxUnlessTold() {
        BillableOrder order =
                OrderSketch.order("1").text("Text").free("Besök", "1", "10").sketched();
        FortnoxRules told = rules.withAccounts(Map.of(25, 3041)).withTextRowAccount(0);

        assertThat(sent(rules, order).invoiceRows())
                .extracting(NewInvoiceRow::accountNumber)
                .containsOnly(Optional.empty());
        assertThat(sent(told, order).invoiceRows())
                .extracting(NewInvoiceRow::accountNumber)
                .containsExactly(Optional.of(0), Optional.of(3041));
    }

    @Test
    void knowsTheRatesAndDecimalsOfTheCompany() {
        BillableOrder finnish = OrderSketch.order("1")
                .row("", "Työ", "1.125", "h", "80.123", Discount.NONE, Vat.domestic(24))
                .sketched();

        NewInvoiceRow row = sent(rules.withVatRates(Set.of(24)).withDecimals(3, 3), finnish)
                .invoiceRows()
                .get(0);

        assertThat(row.vat()).contains(24);
        assertThat(row.deliveredQuantity()).isEqualTo("1.125");
        assertThat(row.price()).contains(new BigDecimal("80.123"));
        assertThat(problems(rules, finnish)).extracting(Problem::cause).containsExactly("fortnox.vat-rate-unknown");
    }

    @Test
    void refusesAnAmountThatNoPriceCanHold() {
        BillableOrder order = OrderSketch.order("1").free("Skruv", "1", "0.25").sketched();

        assertThat(problems(rules.withDecimals(1, 2), order))
                .extracting(Problem::cause)
                .containsExactly("fortnox.amount-too-fine");
    }

    @Test
    void splitsAtTheLengthOfTheCompany() {
        BillableOrder order =
                OrderSketch.order("1").free("ett två tre fyra", "1", "10").sketched();

        assertThat(sent(rules.withDescriptionLength(8), order).invoiceRows())
                .extracting(row -> row.description().orElse(""))
                .containsExactly("ett två", "tre fyra");
    }

    @Test
    void looksUpOnlyWhatCanExist() {
        BillableOrder order = OrderSketch.order("1")
                .article("ARB", "", "1", "h", "1")
                .article("ARB", "", "2", "h", "1")
                .article("har blanka", "x", "1", "st", "1")
                .article("L".repeat(51), "x", "1", "st", "1")
                .free("Besök", "1", "1")
                .sketched();

        assertThat(InvoiceTranslation.articlesToLookUp(order)).containsExactly("ARB");
    }

    @Test
    void stopsWhereArticlesAreRequiredAndOneIsNotThere() {
        BillableOrder order = OrderSketch.order("1")
                .article(" ARB ", "", "1", "h", "1")
                .article("NR 12 (gammal)", "x", "1", "st", "1")
                .article("XYZ", "x", "1", "st", "1")
                .free("Besök", "1", "1")
                .sketched();
        Translation<NewInvoice> stopped =
                new InvoiceTranslation(rules.withArticlesRequired()).translate(order, "F-77", Set.of("ARB"));

        assertThat(InvoiceTranslation.articlesToLookUp(order)).containsExactlyInAnyOrder("ARB", "XYZ");
        assertThat(((Translation.Refused<NewInvoice>) stopped).problems())
                .extracting(Problem::cause)
                .containsExactly("fortnox.article-number-invalid", "fortnox.article-unknown");
    }

    private static NewInvoice sent(FortnoxRules rules, BillableOrder order) {
        return ((Translation.Done<NewInvoice>) new InvoiceTranslation(rules).translate(order, "F-77", Set.of()))
                .value();
    }

    private static List<Problem> problems(FortnoxRules rules, BillableOrder order) {
        return ((Translation.Refused<NewInvoice>) new InvoiceTranslation(rules).translate(order, "F-77", Set.of()))
                .problems();
    }
}
