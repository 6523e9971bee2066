package org.accountinghub.mappings.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.accountinghub.mappings.fortnox.wire.LockedPeriod;
import org.accountinghub.mappings.fortnox.wire.NewInvoice;
import org.accountinghub.mappings.fortnox.wire.NewOrder;
import org.accountinghub.mappings.json.WireJson;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.samples.OrderSketch;
import org.accountinghub.mappings.samples.RandomOrders;
import org.accountinghub.mappings.samples.SampleOrders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderTranslationTest {

    private static final FortnoxRules RULES = FortnoxRules.standard();

    @Test
    void saysWhatTheInvoiceWouldSay() {
        for (BillableOrder order : RandomOrders.of(3, 60)) {
            NewOrder asOrder = done(new OrderTranslation(RULES).translate(order, "1", SampleOrders.ARTICLES))
                    .value();
            NewInvoice asInvoice = done(new InvoiceTranslation(RULES).translate(order, "1", SampleOrders.ARTICLES))
                    .value();

            assertThat(asOrder.orderRows().stream().map(AnsweringFortnox::like))
                    .containsExactlyElementsOf(asInvoice.invoiceRows());
            assertThat(asOrder.orderRows())
                    .allMatch(row -> row.orderedQuantity().equals(row.deliveredQuantity()));
            assertThat(asOrder.externalInvoiceReference1()).isEqualTo(asInvoice.externalInvoiceReference1());
            assertThat(asOrder.taxReductionType()).isEqualTo(asInvoice.taxReductionType());
        }
    }

    @Test
    void aDateThatWasMovedIsTold() {
        BillableOrder order = OrderSketch.order("1").free("Besök", "1", "10").sketched();
        LocalDate moved = LocalDate.of(2026, 12, 1);

        Translation.Done<NewOrder> sent = done(new OrderTranslation(RULES).translate(order, moved, "1", Set.of()));
        Translation.Done<NewInvoice> invoice =
                done(new InvoiceTranslation(RULES).translate(order, moved, "1", Set.of()));

        assertThat(sent.value().orderDate()).isEqualTo(moved);
        assertThat(invoice.value().invoiceDate()).isEqualTo(moved);
        assertThat(List.of(sent.notes(), invoice.notes()))
                .containsOnly(List.of("Dated 2026-12-01 instead of 2026-11-20"));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"2026-11-30\"', true, 2026-12-01",
        "'\"2026-11-20\"', true, 2026-11-21",
        "'\"2026-11-19\"', false, 2026-11-20",
        "'\"\"', false, 2026-11-20",
        "null, false, 2026-11-20"
    })
    void aLockedPeriodEndsOnItsLastDay(String end, boolean locked, LocalDate open) {
        LocalDate date = LocalDate.of(2026, 11, 20);
        LockedPeriod period = WireJson.read("{\"LockedPeriod\":{\"EndDate\":" + end + "}}", LockedPeriod.Body.class)
                .lockedPeriod();

        assertThat(period.holds(date)).isEqualTo(locked);
        assertThat(period.firstOpen(date)).isEqualTo(open);
    }

    private static <T> Translation.Done<T> done(Translation<T> translation) {
        return (Translation.Done<T>) translation;
    }
}
