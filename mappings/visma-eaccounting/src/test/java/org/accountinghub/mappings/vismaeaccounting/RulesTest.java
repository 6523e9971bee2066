package org.accountinghub.mappings.vismaeaccounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.InvoicingTerms;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.samples.OrderSketch;
import org.accountinghub.mappings.samples.SampleCustomers;
import org.accountinghub.mappings.samples.SampleReductions;
import org.accountinghub.mappings.vismaeaccounting.EAccountingRules.OurReference;
import org.accountinghub.mappings.vismaeaccounting.EAccountingRules.ReferenceRow;
import org.accountinghub.mappings.vismaeaccounting.EAccountingRules.UnknownArticle;
import org.accountinghub.mappings.vismaeaccounting.wire.NewDraft;
import org.accountinghub.mappings.vismaeaccounting.wire.NewDraftRow;
import org.junit.jupiter.api.Test;

/** What settings of a connection, and of the company over there, change. */
class RulesTest {

    private static final EAccountingRules STANDARD = EAccountingRules.standard();

    private final BillableOrder order = OrderSketch.order("421")
            .references("Ove Order", "Ylva")
            .article("ARB", "Arbete", "1", "h", "100")
            .sketched();

    @Test
    void theLastRowSaysTheReferenceOrTheNumberOnly() {
        assertThat(last(draft(STANDARD, order))).isEqualTo("Order 421, ref. " + order.reference());
        assertThat(last(draft(STANDARD.with(ReferenceRow.ORDER_NUMBER), order))).isEqualTo("Order 421");
    }

    @Test
    void theAssignedTechnicianIsOurReferenceWhereTheSettingSaysSo() {
        BillableOrder assigned = OrderSketch.order("421")
                .payer(withTechnician("Tove Tekniker"))
                .references("Ove Order", "Ylva")
                .article("ARB", "Arbete", "1", "h", "100")
                .sketched();
        EAccountingRules technician = STANDARD.with(OurReference.ASSIGNED_TECHNICIAN);

        assertThat(draft(STANDARD, assigned).ourReference()).contains("Ove Order");
        assertThat(draft(technician, assigned).ourReference()).contains("Tove Tekniker");
        assertThat(draft(technician, order).ourReference()).contains("Ove Order");
    }

    @Test
    void anArticleWithAnotherRateIsReplacedByTheCompanysForTheRateOrRefused() {
        BillableOrder twelve = OrderSketch.order("422")
                .row("ARB", "Arbete", "1", "h", "100", Discount.NONE, Vat.domestic(12))
                .sketched();

        NewDraftRow row = draft(STANDARD, twelve).rows().get(0);
        assertThat(row.articleId()).contains(Company.id("article DIV12"));
        assertThat(row.text()).contains("ARB Arbete");
        assertThat(causes(STANDARD.with(UnknownArticle.REFUSE), twelve, Company.CATALOGUE))
                .contains("visma-eaccounting.article-vat-differs");
    }

    @Test
    void anUnknownArticleIsTextOrAProblem() {
        BillableOrder unknown = OrderSketch.order("423")
                .article("NY-1", "Nyhet", "1", "st", "10")
                .sketched();

        assertThat(draft(STANDARD, unknown).rows().get(0).text()).contains("NY-1 Nyhet");
        assertThat(causes(STANDARD.with(UnknownArticle.REFUSE), unknown, Company.CATALOGUE))
                .containsExactly("visma-eaccounting.article-unknown");
        assertThat(causes(STANDARD, unknown, new Catalogue(Map.of(), Map.of(), Map.of())))
                .containsExactly("visma-eaccounting.fallback-article-missing");
    }

    @Test
    void pricesThatCannotBeWrittenAsTheCompanyHasThemAreAProblem() {
        BillableOrder many = OrderSketch.order("424")
                .article("ARB", "a", "1", "h", "0.33")
                .article("ARB", "b", "1", "h", "0.33")
                .article("ARB", "c", "1", "h", "0.33")
                .sketched();
        Translation<NewDraft> translation =
                new DraftTranslation(STANDARD).translate(many, Company.recipient(many, true), Company.CATALOGUE);

        assertThat(translation)
                .isInstanceOfSatisfying(
                        Translation.Refused.class,
                        refused -> assertThat(((Problem) refused.problems().get(0)).cause())
                                .isEqualTo("visma-eaccounting.vat-in-prices"));
    }

    @Test
    void theCustomersCurrencyMustBeTheOrders() {
        Recipient euros = new Recipient("id", "1001", Currency.getInstance("EUR"), false, false);

        assertThat(new DraftTranslation(STANDARD).translate(order, euros, Company.CATALOGUE))
                .isInstanceOfSatisfying(
                        Translation.Refused.class,
                        refused -> assertThat(((Problem) refused.problems().get(0)).cause())
                                .isEqualTo("visma-eaccounting.currency-differs"));
    }

    @Test
    void textsAreSplitAndMoreRowsThanThereCanBeAreAProblem() {
        String text = "ord ".repeat(200);
        BillableOrder wordy = OrderSketch.order("425")
                .text(text)
                .article("ARB", "Arbete", "1", "h", "1")
                .sketched();
        List<NewDraftRow> rows = draft(STANDARD.withTextLength(50), wordy).rows();
        assertThat(String.join(
                        " ", rows.stream().map(row -> row.text().orElse("")).toList()))
                .contains(text.strip());
        BillableOrder endless = OrderSketch.order("426")
                .text("rad\n".repeat(1001))
                .article("ARB", "Arbete", "1", "h", "1")
                .sketched();
        assertThat(causes(STANDARD, endless, Company.CATALOGUE)).containsExactly("visma-eaccounting.too-many-rows");
    }

    @Test
    void shareOfEachPersonIsToTheOreAndTheSumWhatWasComputed() {
        BillableOrder shared = OrderSketch.order("427")
                .payer(SampleCustomers.person())
                .asks(SampleReductions.of(TaxReduction.Type.ROT, SampleReductions.HOUSE, 2, 1))
                .sketched();

        assertThat(ReductionShares.uneven(shared)).isTrue();
        assertThat(ReductionShares.of(shared, new BigDecimal("1000")))
                .extracting(deductor -> deductor.amount().orElseThrow())
                .containsExactly(new BigDecimal("666.67"), new BigDecimal("333.33"));
    }

    private static NewDraft draft(EAccountingRules rules, BillableOrder order) {
        return ((Translation.Done<NewDraft>)
                        new DraftTranslation(rules).translate(order, Company.recipient(order), Company.CATALOGUE))
                .value();
    }

    private static List<String> causes(EAccountingRules rules, BillableOrder order, Catalogue catalogue) {
        return ((Translation.Refused<NewDraft>)
                        new DraftTranslation(rules).translate(order, Company.recipient(order), catalogue))
                .problems().stream().map(Problem::cause).toList();
    }

    private static String last(NewDraft draft) {
        return draft.rows().get(draft.rows().size() - 1).text().orElseThrow();
    }

    private static Customer withTechnician(String name) {
        Customer base = SampleCustomers.company();
        InvoicingTerms terms = base.terms();
        return new Customer(
                base.key(),
                base.name(),
                base.type(),
                base.registration(),
                base.vatNumber(),
                base.invoiceAddress(),
                base.visitingAddress(),
                base.postalAddress(),
                base.email(),
                base.invoiceEmail(),
                base.phone(),
                base.contacts(),
                new InvoicingTerms(
                        terms.currency(),
                        terms.language(),
                        terms.vatTreatment(),
                        terms.costCentre(),
                        terms.customersOrderNumber(),
                        Optional.of(name),
                        terms.paymentTerms()),
                base.active(),
                base.extensions());
    }
}
