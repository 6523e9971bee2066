package org.accountinghub.mappings.twentyfoursevenoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Totals;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.samples.Sample;
import org.accountinghub.mappings.samples.SampleCustomers;
import org.accountinghub.mappings.samples.SampleOrders;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenTest {

    private static final DocumentTranslation DOCUMENTS = new DocumentTranslation(TestRules.rules());
    private static final CustomerTranslation CUSTOMERS = new CustomerTranslation(TestRules.rules());

    @ParameterizedTest
    @MethodSource("orders")
    void documentsAreSentAsTheirGoldenFilesSay(Sample<BillableOrder> sample) {
        BillableOrder order = sample.document();
        Translation<InvoiceOrder> document =
                DOCUMENTS.translate(order, order.documentDate(), TestRules.COMPANY, TestRules.products());

        GoldenFile.check("documents", sample.name(), GoldenFile.of(document, Xml::of, amounts(order)));
    }

    @ParameterizedTest
    @MethodSource("customers")
    void customersAreSentAsTheirGoldenFilesSay(Sample<Customer> sample) {
        Translation<Company> company = CUSTOMERS.toCreate(sample.document());

        GoldenFile.check("customers", sample.name(), GoldenFile.of(company, Xml::of, List.of()));
    }

    @Test
    void noGoldenFileIsLeftWithoutItsSample() {
        assertThat(GoldenFile.names("documents")).containsExactlyElementsOf(names(orders()));
        assertThat(GoldenFile.names("customers")).containsExactlyElementsOf(names(customers()));
    }

    private static List<String> names(List<? extends Sample<?>> samples) {
        return samples.stream().map(Sample::name).sorted().toList();
    }

    private static List<String> amounts(BillableOrder order) {
        Totals totals = order.totals();
        return List.of("should come to " + totals.total() + ": rows " + totals.rows() + ", VAT " + totals.vatByRate());
    }

    static List<Sample<BillableOrder>> orders() {
        return SampleOrders.all();
    }

    static List<Sample<Customer>> customers() {
        return SampleCustomers.all();
    }
}
