package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens every day: an order is sent, its invoice booked and paid, and the store knows. */
class OrderToInvoiceTest {

    private final Stage stage = Stage.shared();
    private final Company company = stage.company().withCustomer(1).withCustomer(2);

    @Test
    void becomesAnInvoiceAndComesBack() {
        String order = company.order("1001");
        company.awaitDelivered();
        await().until(() -> stage.desk().state(company.code(), order), "SENT"::equals);

        String invoice = company.invoices().get(0).number();
        company.bookKeeper().book(invoice);
        company.fetch();
        await().until(() -> stage.desk().state(company.code(), order), "INVOICED"::equals);
        Map<String, Object> booked =
                stage.desk().invoices(company.code(), order).get(0);
        Map<String, BigDecimal> amounts = company.invoices().get(0).amounts();
        assertThat(booked)
                .containsEntry("invoice_number", invoice)
                .containsEntry("state", "BOOKED")
                .containsEntry("payer_number", company.payer(1))
                .hasEntrySatisfying("invoice_date", date -> assertThat(date).isNotNull())
                .hasEntrySatisfying("total", total -> same(total, amounts.get("Total")))
                .hasEntrySatisfying("balance", balance -> same(balance, amounts.get("Total")));

        company.bookKeeper().payAll(invoice);
        company.fetch();
        await().untilAsserted(() -> assertThat(
                        stage.desk().invoices(company.code(), order).get(0))
                .containsEntry("state", "PAID")
                .hasEntrySatisfying("balance", balance -> same(balance, BigDecimal.ZERO))
                .hasEntrySatisfying("paid_on", day -> assertThat(day).isNotNull()));
    }

    @Test
    void anOrderOfTwoPayersIsInvoicedWhenBothAre() {
        String order = company.order("1002", company.payer(1), company.payer(2));
        company.awaitDelivered();
        List<String> invoices =
                company.invoices().stream().map(effect -> effect.number()).toList();
        assertThat(invoices).hasSize(2);

        company.bookKeeper().book(invoices.get(0));
        company.fetch();
        await().untilAsserted(() ->
                assertThat(stage.desk().invoices(company.code(), order)).hasSize(1));
        assertThat(stage.desk().state(company.code(), order)).isEqualTo("SENT");

        company.bookKeeper().book(invoices.get(1));
        company.fetch();
        await().until(() -> stage.desk().state(company.code(), order), "INVOICED"::equals);
        assertThat(stage.desk().invoices(company.code(), order))
                .extracting(invoice -> invoice.get("payer_number"))
                .containsExactlyInAnyOrder(company.payer(1), company.payer(2));
    }

    private static void same(Object amount, BigDecimal expected) {
        assertThat((BigDecimal) amount).isEqualByComparingTo(expected);
    }
}
