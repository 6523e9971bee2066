package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.accountinghub.routes.app.endtoend.ServiceDesk.Line;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Orders that are sent as orders are invoiced over there, and come back. */
@Execution(ExecutionMode.CONCURRENT)
class OrdersAtPartnerTest {

    private final Stage stage = Stage.shared();
    private final Company company = stage.company().withCustomer(1);

    @BeforeEach
    void asOrders() {
        stage.desk().sendAsOrders(company.code());
    }

    @Test
    void isInvoicedPaidAndNeverReopenedByACredit() {
        String order = sent("5601");
        String invoice = company.bookKeeper().invoiceOrder(order);
        company.bookKeeper().book(invoice);
        fetchedUntil("5601", "INVOICED");
        assertThat(company.invoices()).as("the hub makes none beside it").isEmpty();

        company.bookKeeper().payAll(invoice);
        company.fetch();
        await().untilAsserted(() -> assertThat(told("5601"))
                .singleElement()
                .satisfies(line -> assertThat(line).containsEntry("state", "PAID"))
                .satisfies(line -> assertThat((BigDecimal) line.get("balance")).isZero()));

        String other = sent("5602");
        String credited = company.bookKeeper().invoiceOrder(other);
        company.bookKeeper().book(credited);
        fetchedUntil("5602", "INVOICED");
        company.bookKeeper().credit(credited);
        company.fetch();
        await().untilAsserted(() -> assertThat(told("5602")).anyMatch(line -> "CREDITED".equals(line.get("state"))));
        assertThat(stage.desk().state(company.code(), "5602")).isEqualTo("INVOICED");
    }

    @Test
    void isInvoicedWhenItsPartsAre() {
        String order = sent("5603");
        String first = company.bookKeeper().invoicePart(order, Map.of(1, BigDecimal.ONE));
        company.bookKeeper().book(first);
        company.fetch();
        await().untilAsserted(() -> assertThat(told("5603")).hasSize(1));
        assertThat(stage.desk().state(company.code(), "5603")).isEqualTo("SENT");

        String rest = company.bookKeeper().orders().stream()
                .map(document -> document.path("DocumentNumber").asString(""))
                .filter(number -> !number.equals(order))
                .findFirst()
                .orElseThrow();
        company.bookKeeper().book(company.bookKeeper().invoiceOrder(rest));
        fetchedUntil("5603", "INVOICED");
        assertThat(told("5603")).hasSize(2);
    }

    @Test
    void twoBecomeOneInvoice() {
        List<String> orders = List.of(sent("5604"), sent("5605"));
        company.bookKeeper().book(company.bookKeeper().invoiceTogether(orders));
        fetchedUntil("5604", "INVOICED");
        fetchedUntil("5605", "INVOICED");
    }

    @Test
    void whatIsCancelledOrDeletedThereIsTold() {
        company.bookKeeper().cancelOrder(sent("5606"));
        company.bookKeeper().deleteOrder(sent("5607"));
        unheardOfForDays();
        company.fetch();
        await().untilAsserted(() ->
                assertThat(company.problems()).containsExactlyInAnyOrder("return.cancelled", "return.gone"));
        await().untilAsserted(() -> {
            assertThat(stage.desk().problems(company.code(), "5606")).hasSize(1);
            assertThat(stage.desk().problems(company.code(), "5607")).hasSize(1);
        });
    }

    @Test
    void aProjectsInvoiceMarksTheOrdersThatItCollects() {
        Company other = stage.company().withCustomer(1);
        List<Line> first = InvoicedRows.lines(other, "5608", 2);
        List<Line> second = InvoicedRows.lines(other, "5609", 2);
        ServiceDesk desk = stage.desk();
        desk.inTransaction(() -> {
            desk.order(other.code(), "5608", List.of(other.payer(1)), first);
            desk.order(other.code(), "5609", List.of(other.payer(1)), second);
            desk.collect(other.code(), "P" + other.code(), List.of("5608", "5609"));
        });
        await().until(() -> other.invoices().size(), made -> made == 1);
        await().until(() -> desk.state(other.code(), "5608"), "SENT"::equals);
        String invoice = other.invoices().get(0).number();
        other.bookKeeper().book(invoice);
        other.fetch();
        for (String order : List.of("5608", "5609")) {
            await().until(() -> desk.state(other.code(), order), "INVOICED"::equals);
        }
        InvoicedRows.of(other).are(1, first);
        InvoicedRows.of(other).are(1, second);
    }

    /** Number of the order over there. */
    private String sent(String order) {
        company.order(order);
        await().until(() -> stage.desk().state(company.code(), order), "SENT"::equals);
        assertThat(stage.fortnox().book().created(company.tenant(), "order"))
                .filteredOn(made -> made.reference().equals(company.reference(order, company.payer(1))))
                .hasSize(1);
        return company.document(order).path("partnerNumber").asString("");
    }

    /** What no list shows any more is read by itself after a day. */
    private void unheardOfForDays() {
        stage.desk()
                .superuser()
                .sql(
                        "UPDATE hub.document_return SET recorded_at = recorded_at - interval '2 days' WHERE connection = ?")
                .param(company.connection())
                .update();
    }

    private void fetchedUntil(String order, String state) {
        await().untilAsserted(() -> {
            company.fetch();
            assertThat(stage.desk().state(company.code(), order)).isEqualTo(state);
        });
    }

    private List<Map<String, Object>> told(String order) {
        return stage.desk().invoices(company.code(), order);
    }
}
