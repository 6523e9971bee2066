package org.accountinghub.mappings.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accountinghub.mappings.fortnox.wire.FortnoxCustomer;
import org.accountinghub.mappings.fortnox.wire.NewInvoice;
import org.accountinghub.mappings.fortnox.wire.NewOrder;
import org.accountinghub.mappings.fortnox.wire.NewTaxReduction;
import org.accountinghub.mappings.fortnox.wire.NewTaxReduction.ReferenceDocumentType;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.register.PartnerEdit;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterEdit;
import org.accountinghub.mappings.samples.Sample;
import org.accountinghub.mappings.samples.SampleCustomers;
import org.accountinghub.mappings.samples.SampleEdits;
import org.accountinghub.mappings.samples.SampleOrders;
import org.accountinghub.mappings.samples.SampleReductions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenTest {

    private static final FortnoxRules RULES =
            FortnoxRules.standard().withAccounts(Map.of(25, 3001, 12, 3002, 6, 3003, 0, 3004));
    private static final InvoiceTranslation INVOICES = new InvoiceTranslation(RULES);
    private static final OrderTranslation ORDERS = new OrderTranslation(RULES);

    @ParameterizedTest
    @MethodSource("orders")
    void invoicesAreSentAsTheirGoldenFilesSay(Sample<BillableOrder> sample) {
        BillableOrder order = sample.document();

        GoldenFile.check(
                "invoices", sample.name(), GoldenFile.of(invoice(order), NewInvoice.Body::new, amounts(order)));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void ordersAreSentAsTheirGoldenFilesSay(Sample<BillableOrder> sample) {
        BillableOrder order = sample.document();
        Translation<NewOrder> translation =
                ORDERS.translate(order, order.payer().number(), SampleOrders.ARTICLES);

        GoldenFile.check("orders", sample.name(), GoldenFile.of(translation, NewOrder.Body::new, Map.of()));
    }

    @ParameterizedTest
    @MethodSource("reduced")
    void taxReductionsAreAskedForAsTheirGoldenFilesSay(Sample<BillableOrder> sample) {
        BillableOrder order = sample.document();
        BigDecimal computed = new AnsweringFortnox(false, "0")
                .answer(((Translation.Done<NewInvoice>) invoice(order)).value())
                .taxReduction()
                .orElseThrow();
        Translation<List<NewTaxReduction>> translation =
                TaxReductionTranslation.translate(order, ReferenceDocumentType.INVOICE, "97", computed);

        GoldenFile.check(
                "tax-reductions",
                sample.name(),
                GoldenFile.of(
                                translation,
                                all -> all.stream()
                                        .map(NewTaxReduction.Body::new)
                                        .toList(),
                                Map.of("fortnoxComputed", computed))
                        .replace(SampleReductions.COORDINATION_NUMBER, "(the second person's number)"));
    }

    @ParameterizedTest
    @MethodSource("customers")
    void customersAreSentAsTheirGoldenFilesSay(Sample<Customer> sample) {
        Translation<FortnoxCustomer> customer = CustomerTranslation.toCreate(sample.document());

        GoldenFile.check("customers", sample.name(), GoldenFile.of(customer, FortnoxCustomer.Body::new, Map.of()));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void changesOfRecordsAreSentAsTheirGoldenFilesSay(Sample<RegisterEdit> sample) {
        boolean customer = sample.document().register() == Register.CUSTOMERS;
        Translation<PartnerEdit> edit = customer
                ? CustomerRegister.FORM.edit(sample.document(), CustomerRegister.CLEARABLE_TEXTS)
                : ArticleRegister.FORM.edit(sample.document(), Set.of());

        GoldenFile.check(
                "register-edits",
                sample.name(),
                GoldenFile.of(
                        edit, sent -> Map.of(customer ? "Customer" : "Article", FortnoxEdit.content(sent)), Map.of()));
    }

    @Test
    void noGoldenFileIsLeftWithoutItsSample() {
        assertThat(GoldenFile.names("invoices")).containsExactlyElementsOf(names(orders()));
        assertThat(GoldenFile.names("orders")).containsExactlyElementsOf(names(orders()));
        assertThat(GoldenFile.names("tax-reductions")).containsExactlyElementsOf(names(reduced()));
        assertThat(GoldenFile.names("customers")).containsExactlyElementsOf(names(customers()));
        assertThat(GoldenFile.names("register-edits")).containsExactlyElementsOf(names(edits()));
    }

    private static Translation<NewInvoice> invoice(BillableOrder order) {
        return INVOICES.translate(order, order.payer().number(), SampleOrders.ARTICLES);
    }

    private static List<String> names(List<? extends Sample<?>> samples) {
        return samples.stream().map(Sample::name).sorted().toList();
    }

    private static Map<String, Object> amounts(BillableOrder order) {
        ExpectedAmounts expected = ExpectedAmounts.of(order);
        Map<String, Object> amounts = new LinkedHashMap<>();
        amounts.put("rows", expected.totals().rows().toString());
        amounts.put("vatByRate", expected.totals().vatByRate().toString());
        amounts.put("net", expected.totals().net().toString());
        amounts.put("roundOff", expected.roundOff().toString());
        amounts.put("total", expected.total().toString());
        return Map.of("fortnoxShouldMakeOfIt", amounts);
    }

    static List<Sample<BillableOrder>> orders() {
        return SampleOrders.all();
    }

    static List<Sample<BillableOrder>> reduced() {
        return SampleOrders.all().stream()
                .filter(sample -> sample.document().taxReduction().isPresent()
                        && invoice(sample.document()) instanceof Translation.Done)
                .toList();
    }

    static List<Sample<Customer>> customers() {
        return SampleCustomers.all();
    }

    static List<Sample<RegisterEdit>> edits() {
        return SampleEdits.all();
    }
}
