package org.accountinghub.mappings.vismaeaccounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
import org.accountinghub.mappings.vismaeaccounting.wire.NewCustomer;
import org.accountinghub.mappings.vismaeaccounting.wire.NewDraft;
import org.accountinghub.mappings.vismaeaccounting.wire.NewOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenTest {

    private static final DraftTranslation DRAFTS = new DraftTranslation(EAccountingRules.standard());
    private static final OrderTranslation ORDERS = new OrderTranslation(EAccountingRules.standard());

    @ParameterizedTest
    @MethodSource("orders")
    void draftsAreSentAsTheirGoldenFilesSay(Sample<BillableOrder> sample) {
        BillableOrder order = sample.document();
        Translation<NewDraft> draft = DRAFTS.translate(order, Company.recipient(order), Company.CATALOGUE);

        GoldenFile.check("drafts", sample.name(), masked(GoldenFile.of(draft, sent -> sent, Map.of())));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void ordersAreSentAsTheirGoldenFilesSay(Sample<BillableOrder> sample) {
        BillableOrder order = sample.document();
        Translation<NewOrder> there = ORDERS.translate(order, Company.recipient(order), Company.CATALOGUE);

        GoldenFile.check("orders", sample.name(), masked(GoldenFile.of(there, sent -> sent, Map.of())));
    }

    @ParameterizedTest
    @MethodSource("customers")
    void customersAreSentAsTheirGoldenFilesSay(Sample<Customer> sample) {
        Translation<NewCustomer> customer = CustomerTranslation.toCreate(sample.document(), Company.id("30 dagar"));

        GoldenFile.check("customers", sample.name(), GoldenFile.of(customer, sent -> sent, Map.of()));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void changesOfRecordsAreSentAsTheirGoldenFilesSay(Sample<RegisterEdit> sample) {
        Translation<PartnerEdit> edit = sample.document().register() == Register.CUSTOMERS
                ? CustomerRegister.form(Company.TERMS).edit(sample.document(), CustomerRegister.CLEARABLE)
                : ArticleRegister.form(Company.BASIS).edit(sample.document(), Set.of());

        GoldenFile.check("register-edits", sample.name(), GoldenFile.of(edit, GoldenTest::sent, Map.of()));
    }

    @Test
    void noGoldenFileIsLeftWithoutItsSample() {
        assertThat(GoldenFile.names("drafts")).containsExactlyElementsOf(names(orders()));
        assertThat(GoldenFile.names("orders")).containsExactlyElementsOf(names(orders()));
        assertThat(GoldenFile.names("customers")).containsExactlyElementsOf(names(customers()));
        assertThat(GoldenFile.names("register-edits")).containsExactlyElementsOf(names(edits()));
    }

    private static Map<String, Object> sent(PartnerEdit edit) {
        Map<String, Object> sent = new LinkedHashMap<>(edit.values());
        new TreeSet<>(edit.cleared()).forEach(name -> sent.put(name, "(left out)"));
        return sent;
    }

    private static String masked(String golden) {
        return golden.replace(SampleReductions.COORDINATION_NUMBER, "(the second person's number)");
    }

    private static List<String> names(List<? extends Sample<?>> samples) {
        return samples.stream().map(Sample::name).sorted().toList();
    }

    static List<Sample<BillableOrder>> orders() {
        return SampleOrders.all();
    }

    static List<Sample<RegisterEdit>> edits() {
        return SampleEdits.all();
    }

    static List<Sample<Customer>> customers() {
        return SampleCustomers.all();
    }
}
