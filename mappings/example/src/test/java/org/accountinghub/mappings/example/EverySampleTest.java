package org.accountinghub.mappings.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.accountinghub.mappings.example.ExampleInvoice.Content;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.samples.Sample;
import org.accountinghub.mappings.samples.SampleCustomers;
import org.accountinghub.mappings.samples.SampleOrders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Every difficult document arrives to the öre and comes back the same, or is refused with field and remedy. */
class EverySampleTest {

    @ParameterizedTest
    @MethodSource("org.accountinghub.mappings.samples.SampleOrders#all")
    void anOrderArrivesAndComesBackOrIsRefused(Sample<BillableOrder> sample) {
        BillableOrder order = sample.document();
        Translation<Content> translation = InvoiceTranslation.translate(order, "77");

        if (translation instanceof Translation.Done<Content> done) {
            Content sent = written(done.value());
            assertThat(sent.net()).isEqualByComparingTo(order.totals().net().amount());
            assertThat(sent.lines()).hasSameSizeAs(order.rows());
            var there = new ExampleInvoice(
                    "1", sent, true, false, sent.net().add(sent.vat()), "", Instant.parse("2026-03-02T10:00:00Z"));
            assertThat(Comparison.of(order, InvoiceReading.read(there)).differences())
                    .isEmpty();
            assertThat(InvoiceReading.reference(there)).contains(order.reference());
        } else {
            assertThat(order.pricesIncludeVat() || order.taxReduction().isPresent())
                    .isTrue();
            assertThat(((Translation.Refused<Content>) translation).problems()).allSatisfy(problem -> {
                assertThat(problem.field()).isPresent();
                assertThat(problem.remedy()).isNotBlank();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("org.accountinghub.mappings.samples.SampleCustomers#all")
    void aCustomerArrivesOrIsRefused(Sample<Customer> sample) {
        Customer ours = sample.document();
        Translation<ExampleCustomer> translation = CustomerTranslation.translate(ours);

        assertThat(translation instanceof Translation.Refused<ExampleCustomer>)
                .isEqualTo(ours.name().isBlank());
        if (translation instanceof Translation.Done<ExampleCustomer> done) {
            assertThat(done.value().number()).isEqualTo(ours.number());
            assertThat(ours.name()).startsWith(done.value().name());
            assertThat(done.value()).hasToString("customer " + ours.number());
        }
    }

    @Test
    void someOfBothKindsAreThere() {
        assertThat(SampleCustomers.all()).isNotEmpty();
        assertThat(SampleOrders.all().stream()
                        .map(sample -> InvoiceTranslation.translate(sample.document(), "77")
                                .getClass()
                                .getSimpleName()))
                .contains("Done", "Refused");
    }

    @Test
    void anAnswerThatLacksSomethingIsNone() {
        assertThat(ExampleJson.read(JsonMapper.shared().readTree("{\"number\":\"1\"}"), ExampleInvoice.class))
                .isEmpty();
    }

    private static Content written(Content content) {
        return ExampleJson.read(JsonMapper.shared().readTree(ExampleJson.write(content)), Content.class)
                .orElseThrow();
    }
}
