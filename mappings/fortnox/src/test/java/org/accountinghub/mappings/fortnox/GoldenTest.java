package org.accountinghub.mappings.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.accountinghub.mappings.fortnox.wire.FortnoxCustomer;
import org.accountinghub.mappings.fortnox.wire.NewInvoice;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.samples.Sample;
import org.accountinghub.mappings.samples.SampleCustomers;
import org.accountinghub.mappings.samples.SampleOrders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenTest {

    private static final InvoiceTranslation INVOICES =
            new InvoiceTranslation(FortnoxRules.standard().withAccounts(Map.of(25, 3001, 12, 3002, 6, 3003, 0, 3004)));

    @ParameterizedTest
    @MethodSource("orders")
    void ordersAreSentAsTheirGoldenFilesSay(Sample<BillableOrder> sample) {
        BillableOrder order = sample.document();
        Translation<NewInvoice> invoice =
                INVOICES.translate(order, order.payer().number(), SampleOrders.ARTICLES);

        GoldenFile.check("orders", sample.name(), GoldenFile.of(wrapped(invoice), amounts(order)));
    }

    @ParameterizedTest
    @MethodSource("customers")
    void customersAreSentAsTheirGoldenFilesSay(Sample<Customer> sample) {
        Translation<FortnoxCustomer> customer = CustomerTranslation.toCreate(sample.document());

        Translation<?> body = customer instanceof Translation.Done<FortnoxCustomer> done
                ? new Translation.Done<>(new FortnoxCustomer.Body(done.value()), done.notes())
                : customer;
        GoldenFile.check("customers", sample.name(), GoldenFile.of(body, Map.of()));
    }

    @Test
    void noGoldenFileIsLeftWithoutItsSample() {
        assertThat(GoldenFile.names("orders"))
                .containsExactlyElementsOf(
                        orders().stream().map(Sample::name).sorted().toList());
        assertThat(GoldenFile.names("customers"))
                .containsExactlyElementsOf(
                        customers().stream().map(Sample::name).sorted().toList());
    }

    private static Translation<?> wrapped(Translation<NewInvoice> invoice) {
        return invoice instanceof Translation.Done<NewInvoice> done
                ? new Translation.Done<>(new NewInvoice.Body(done.value()), done.notes())
                : invoice;
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

    static List<Sample<Customer>> customers() {
        return SampleCustomers.all();
    }
}
