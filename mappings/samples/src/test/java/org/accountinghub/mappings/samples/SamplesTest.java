package org.accountinghub.mappings.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void everySampleHasAFileNameOfItsOwn() {
        List<String> orders = SampleOrders.all().stream().map(Sample::name).toList();
        List<String> customers =
                SampleCustomers.all().stream().map(Sample::name).toList();

        assertThat(orders).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(60);
        assertThat(customers).doesNotHaveDuplicates();
        assertThat(Stream.concat(orders.stream(), customers.stream()))
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void everyDocumentHasAReferenceOfItsOwn() {
        assertThat(SampleOrders.all().stream().map(Sample::document).map(BillableOrder::reference))
                .doesNotHaveDuplicates();
    }

    @Test
    void noDocumentShowsItsTextsOrNumbersInALog() {
        assertThat(SampleOrders.all().stream().map(Sample::document))
                .extracting(BillableOrder::toString)
                .noneMatch(text -> text.contains("1212") || text.contains("Besök"));
        assertThat(SampleOrders.all().stream().map(Sample::document))
                .extracting(order -> order.rows().toString() + order.payer())
                .noneMatch(text -> text.contains("1212"));
    }

    @Test
    void ordersAtRandomAreTheSameForTheSameSeed() {
        assertThat(RandomOrders.of(7, 50)).isEqualTo(RandomOrders.of(7, 50));
        assertThat(RandomOrders.of(7, 200))
                .anyMatch(BillableOrder::pricesIncludeVat)
                .anyMatch(order -> order.target() == BillableOrder.Target.ORDER)
                .anyMatch(order -> order.taxReduction().isPresent())
                .anyMatch(order -> order.currency().getDefaultFractionDigits() == 0)
                .extracting(BillableOrder::reference)
                .doesNotHaveDuplicates();
    }

    @Test
    void theOnlyPersonalNumberIsTheReservedOne() {
        assertThat(SampleCustomers.all().stream()
                        .map(Sample::document)
                        .map(Customer::registration)
                        .flatMap(Optional::stream)
                        .filter(number -> number.kind() == RegistrationNumber.Kind.PERSONAL)
                        .map(RegistrationNumber::value))
                .isNotEmpty()
                .allMatch("191212121212"::equals);
    }
}
