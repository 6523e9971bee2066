package org.accountinghub.mappings.twentyfoursevenoffice;

import static org.accountinghub.mappings.samples.OrderSketch.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceRow;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.OrderSlipStateType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTranslationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final KnownProducts ONE = new KnownProducts(Map.of("ARB", TestRules.product(1, "25.0")));

    @Test
    void orderAndInvoiceDifferInStateAndDateAlone() {
        BillableOrder invoice =
                order("1").article("ARB", "Arbete", "1", "h", "845").sketched();
        BillableOrder order =
                order("1").article("ARB", "Arbete", "1", "h", "845").asOrder().sketched();

        InvoiceOrder asInvoice = sent(invoice);
        InvoiceOrder asOrder = sent(order);

        assertThat(asInvoice.getOrderStatus()).isEqualTo(OrderSlipStateType.INVOICED);
        assertThat(asInvoice.getDateInvoiced()).isEqualTo(asInvoice.getDateOrdered());
        assertThat(asOrder.getOrderStatus()).isEqualTo(OrderSlipStateType.FOR_INVOICING);
        assertThat(asOrder.getDateInvoiced()).isNull();
        asInvoice.setOrderStatus(asOrder.getOrderStatus());
        asInvoice.setDateInvoiced(null);
        assertThat(Xml.of(asInvoice)).isEqualTo(Xml.of(asOrder));
    }

    @Test
    void aMovedDateIsNoted() {
        Translation<InvoiceOrder> moved = new DocumentTranslation(TestRules.rules())
                .translate(order("1").article("ARB", "Arbete", "1", "h", "845").sketched(), DAY.plusDays(3), 1, ONE);

        assertThat(((Translation.Done<InvoiceOrder>) moved).value().getDateInvoiced())
                .isEqualTo("2026-11-23T00:00:00");
        assertThat(((Translation.Done<InvoiceOrder>) moved).notes()).anyMatch(note -> note.startsWith("Dated"));
    }

    @ParameterizedTest
    @CsvSource({
        "25, DOMESTIC, ", // the product says it
        "12, DOMESTIC, vat-rate-unknown",
        "0, DOMESTIC, vat-rate-unknown",
        "25, DOMESTIC_REVERSE_CHARGE, vat-rate-unknown",
        "25, EXPORT, vat-rate-unknown",
        "25, EU_WITH_VAT, "
    })
    void withoutTaxCodesOnlyTheProductsOwnRateCanBeSent(String rate, Vat.Treatment treatment, String cause) {
        BillableOrder order = order("1")
                .row("ARB", "Arbete", "1", "h", "845", Discount.NONE, new Vat(TestRules.rate(rate), treatment))
                .sketched();
        Translation<InvoiceOrder> translation =
                new DocumentTranslation(OfficeRules.standard()).translate(order, DAY, 1, ONE);

        if (cause == null) {
            assertThat(rows(translation).get(0).getTaxSettings()).isNull();
        } else {
            assertThat(causes(translation)).containsExactly("24sevenoffice." + cause);
        }
    }

    @Test
    void aTaxCodeOverridesWhatTheProductSays() {
        BillableOrder order = order("1")
                .row("ARB", "Mat", "1", "st", "10", Discount.NONE, Vat.domestic(12))
                .row(
                        "ARB",
                        "Omvänd",
                        "1",
                        "st",
                        "10",
                        Discount.NONE,
                        new Vat(TestRules.rate("25"), Vat.Treatment.DOMESTIC_REVERSE_CHARGE))
                .sketched();
        List<InvoiceRow> rows = rows(new DocumentTranslation(TestRules.rules()).translate(order, DAY, 1, ONE));

        assertThat(rows.get(0).getTaxSettings().getTaxCode()).isEqualTo(12);
        assertThat(rows.get(0).getTaxSettings().getTaxAccount()).isEqualTo(2620);
        assertThat(rows.get(0).getTaxSettings().getTaxRate()).isEqualByComparingTo("12");
        assertThat(rows.get(1).getTaxSettings().getTaxCode()).isEqualTo(41);
        assertThat(rows.get(1).getTaxSettings().getTaxRate()).isZero();
    }

    @Test
    void aProductThatDoesNotTellItsRateIsNotTrusted() {
        KnownProducts silent =
                new KnownProducts(Map.of("ARB", new KnownProducts.Product(1, java.util.Optional.empty())));
        BillableOrder order =
                order("1").article("ARB", "Arbete", "1", "h", "845").sketched();

        assertThat(causes(new DocumentTranslation(OfficeRules.standard()).translate(order, DAY, 1, silent)))
                .containsExactly("24sevenoffice.vat-rate-unknown");
    }

    @Test
    void anUnknownArticleIsAProblemUnlessAFallbackProductStandsIn() {
        BillableOrder order =
                order("1").article("NY-1", "Nyhet", "2", "st", "10").sketched();

        assertThat(causes(new DocumentTranslation(OfficeRules.standard()).translate(order, DAY, 1, ONE)))
                .containsExactly("24sevenoffice.article-unknown");
        assertThat(causes(new DocumentTranslation(TestRules.rules()).translate(order, DAY, 1, ONE)))
                .as("the fallback product is not there")
                .containsExactly("24sevenoffice.fallback-product-unknown");
        InvoiceRow row = rows(new DocumentTranslation(TestRules.rules()).translate(order, DAY, 1, TestRules.products()))
                .get(0);
        assertThat(row.getProductId()).isEqualTo(9025);
        assertThat(row.getName()).isEqualTo("NY-1 Nyhet");
    }

    @Test
    void whatHasToBeLookedUpIsTheArticlesAndTheirStandIns() {
        BillableOrder order = order("1")
                .article("ARB", "Arbete", "1", "h", "845")
                .row("", "Fritt", "1", "st", "10", Discount.NONE, Vat.domestic(12))
                .sketched();

        assertThat(new DocumentTranslation(TestRules.rules()).productsToLookUp(order))
                .containsExactlyInAnyOrder("ARB", "DIV25", "DIV12");
    }

    @Test
    void costCentresArePlacedOrRefused() {
        BillableOrder order = order("1")
                .costCentre("NORR")
                .article("ARB", "Arbete", "1", "h", "845")
                .at("SÖDER")
                .sketched();
        InvoiceOrder sent = sent(order);

        assertThat(sent.getDepartmentId()).isEqualTo(3);
        assertThat(sent.getProjectId()).isNull();
        assertThat(sent.getInvoiceRows().getInvoiceRow().get(0).getProjectId()).isEqualTo(8);
        assertThat(causes(new DocumentTranslation(OfficeRules.standard()).translate(order, DAY, 1, ONE)))
                .containsExactlyInAnyOrder("24sevenoffice.cost-centre-unknown", "24sevenoffice.cost-centre-unknown");
    }

    private static InvoiceOrder sent(BillableOrder order) {
        return ((Translation.Done<InvoiceOrder>) new DocumentTranslation(TestRules.rules())
                        .translate(order, order.documentDate(), 1, TestRules.products()))
                .value();
    }

    private static List<InvoiceRow> rows(Translation<InvoiceOrder> translation) {
        return ((Translation.Done<InvoiceOrder>) translation)
                .value()
                .getInvoiceRows()
                .getInvoiceRow();
    }

    private static List<String> causes(Translation<InvoiceOrder> translation) {
        return ((Translation.Refused<InvoiceOrder>) translation)
                .problems().stream().map(Problem::cause).toList();
    }
}
