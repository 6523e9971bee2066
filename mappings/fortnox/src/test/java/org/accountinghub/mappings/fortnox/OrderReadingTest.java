package org.accountinghub.mappings.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.fortnox.wire.FortnoxOrder;
import org.accountinghub.mappings.fortnox.wire.OrderItem;
import org.accountinghub.mappings.json.WireJson;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.PlacedOrder.Status;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.samples.OrderSketch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderReadingTest {

    private final BillableOrder sent = OrderSketch.order("107_1")
            .text("Läckage")
            .free("Arbete", "2", "100")
            .sketched();

    @ParameterizedTest
    @CsvSource({
        "false, '\"0\"', 2, OPEN, ''",
        "false, null, 2, OPEN, ''",
        "false, '\"\"', 2, OPEN, ''",
        "false, '\"311\"', 2, INVOICED, 311",
        "false, 311, 2, INVOICED, 311",
        "false, '\"311\"', 1, PARTLY_INVOICED, 311",
        "true, '\"0\"', 2, CANCELLED, ''"
    })
    void tellsHowFarItHasCome(String cancelled, String invoice, String delivered, Status status, String number) {
        PlacedOrder order = read(order(cancelled, invoice, delivered, "1001", "100"));

        assertThat(order.status()).isEqualTo(status);
        assertThat(order.invoices())
                .isEqualTo(Optional.of(number).filter(text -> !text.isEmpty()).stream()
                        .toList());
    }

    @Test
    void readsRowsAndTotals() {
        PlacedOrder order = read(order("false", "null", "2", "1001", "100"));

        assertThat(order.number()).isEqualTo("17");
        assertThat(order.reference()).contains(sent.reference());
        assertThat(order.rows()).hasSize(1);
        assertThat(order.net()).isEqualTo(Money.of("200", "SEK"));
        assertThat(order.total()).isEqualTo(Money.of("250", "SEK"));
    }

    @Test
    void namesAllThatIsMissing() {
        Translation<PlacedOrder> nothing = OrderReading.read(
                WireJson.read("{\"Order\":{\"OrderRows\":[{\"ArticleNumber\":\"ARB\"}]}}", FortnoxOrder.Body.class)
                        .order());

        assertThat(((Translation.Refused<PlacedOrder>) nothing).problems())
                .extracting(problem -> problem.field().orElse(""))
                .containsExactlyInAnyOrder(
                        "DocumentNumber", "CustomerNumber", "Total", "Currency", "the amount of a row", "OrderDate");
    }

    @Test
    void isOursByReferenceCustomerAndAmounts() {
        String reference = sent.reference().value();
        List<OrderItem> hits = List.of(item("1", reference), item("2", "X" + reference));
        Problem other = OrderMatch.confirm(sent, "1001", order("false", "null", "2", "1002", "101"))
                .orElseThrow();

        assertThat(OrderMatch.carrying(sent.reference(), hits))
                .extracting(OrderItem::documentNumber)
                .containsExactly(Optional.of("1"));
        assertThat(OrderMatch.confirm(sent, "1001", order("false", "null", "2", "1001", "100")))
                .isEmpty();
        assertThat(other.cause()).isEqualTo("fortnox.order-differs");
        assertThat(other.reason())
                .contains("customer 1001 sent, customer 1002 there")
                .contains("sent 200.00 SEK at 25 %, invoiced 202.00 SEK at 25 %");
    }

    private static OrderItem item(String number, String reference) {
        return WireJson.read(
                        "{\"Orders\":[{\"DocumentNumber\":\"%s\",\"ExternalInvoiceReference1\":\"%s\"}]}"
                                .formatted(number, reference),
                        OrderItem.Page.class)
                .items()
                .get(0);
    }

    private static PlacedOrder read(FortnoxOrder order) {
        return ((Translation.Done<PlacedOrder>) OrderReading.read(order)).value();
    }

    private FortnoxOrder order(String cancelled, String invoice, String delivered, String customer, String price) {
        int net = 2 * Integer.parseInt(price);
        return WireJson.read(
                        """
                {"Order":{"DocumentNumber":"17","CustomerNumber":"%s","OrderDate":"2026-11-20","Currency":"SEK",
                 "ExternalInvoiceReference1":"%s","Cancelled":%s,"InvoiceReference":%s,"TotalVAT":%s,"RoundOff":0,"Total":%s,
                 "TaxReduction":0,"OrderRows":[
                  {"ArticleNumber":"","Description":"Läckage","OrderedQuantity":"0","DeliveredQuantity":"0","Price":0,"Total":0,"VAT":0},
                  {"ArticleNumber":"","Description":"Arbete","OrderedQuantity":"2","DeliveredQuantity":"%s","Price":%s,"Total":%s,"VAT":25}]}}
                """.formatted(
                                        customer,
                                        sent.reference(),
                                        cancelled,
                                        invoice,
                                        net / 4.0,
                                        net + net / 4.0,
                                        delivered,
                                        price,
                                        net),
                        FortnoxOrder.Body.class)
                .order();
    }
}
