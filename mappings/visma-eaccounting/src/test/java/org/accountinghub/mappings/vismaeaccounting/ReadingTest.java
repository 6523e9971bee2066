package org.accountinghub.mappings.vismaeaccounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.json.WireJson;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.vismaeaccounting.wire.DraftThere;
import org.accountinghub.mappings.vismaeaccounting.wire.InvoiceThere;
import org.accountinghub.mappings.vismaeaccounting.wire.OrderThere;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final String ROWS = """
            "Rows":[{"IsTextRow":false,"ArticleId":"a","ArticleNumber":"ARB","Text":"Arbete","Quantity":2,"UnitPrice":100.00,
              "DiscountPercentage":0.1,"AmountNoVat":180.00,"PercentVat":0.25},
             {"IsTextRow":true,"Text":"Order 7, ref. ABCDEFGHIJKLMNOP"}]""";

    @Test
    void aPaidInvoiceIsPaidOnTheDayItLastChanged() {
        Invoice invoice = invoice("""
                "RemainingAmount":0,"ModifiedUtc":"2026-03-31T22:30:00.123Z","TotalAmount":225,"TotalVatAmount":45,"TotalRoundings":0,
                "CreatedFromOrderId":"o-1","DueDate":"2026-04-30T00:00:00",""");

        assertThat(invoice.paid()).isTrue();
        assertThat(invoice.finalPayment()).contains(LocalDate.of(2026, 4, 1));
        assertThat(invoice.due()).contains(LocalDate.of(2026, 4, 30));
        assertThat(invoice.order()).contains("o-1");
        assertThat(invoice.reference()).isPresent();
        assertThat(invoice.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.net()).isEqualTo(Money.of("180", "SEK")));
    }

    @Test
    void theTotalsRoundingIsToldAndTheBalanceIsWhatRemains() {
        Invoice invoice = invoice("""
                "RemainingAmount":100.5,"TotalAmount":225.50,"TotalVatAmount":45,"TotalRoundings":0.5,""");

        assertThat(invoice.roundOff()).isEqualTo(Money.of("0.50", "SEK"));
        assertThat(invoice.balance()).isEqualTo(Money.of("100.50", "SEK"));
        assertThat(invoice.paid()).isFalse();
    }

    @Test
    void aCreditInvoiceNamesWhatItCredits() {
        Invoice credit = invoice("""
                "IsCreditInvoice":true,"ReferringInvoiceId":"i-1","RemainingAmount":-225,"TotalAmount":225,"TotalVatAmount":45,""");

        assertThat(credit.credits()).contains("i-1");
        assertThat(credit.creditNote()).isEmpty();
    }

    @Test
    void aDraftIsNotBookedAndItsRatesAreItsArticles() {
        DraftThere draft = WireJson.read("""
                {"Id":"d-1","CustomerNumber":"7","InvoiceCurrencyCode":"SEK","InvoiceDate":"2026-03-02","IncludesVat":false,
                 "TotalAmount":225,"TotalVatAmount":45,"Rows":[{"ArticleId":"a","Quantity":2,"UnitPrice":90}]}""", DraftThere.class);

        Invoice read =
                ((Translation.Done<Invoice>) InvoiceReading.read(draft, Map.of("a", BigDecimal.valueOf(25)))).value();
        assertThat(read.booked()).isFalse();
        assertThat(read.total()).isEqualTo(Money.of("225", "SEK"));
        assertThat(InvoiceReading.articles(draft)).containsExactly("a");
        assertThat(((Translation.Refused<Invoice>) InvoiceReading.read(draft, Map.of())).problems())
                .extracting(Problem::cause)
                .containsExactly("visma-eaccounting.answer-incomplete");
    }

    @Test
    void anOrderIsPartlyInvoicedWhenLessWasDeliveredThanOrdered() {
        assertThat(order(2, "2").status()).isEqualTo(PlacedOrder.Status.OPEN);
        assertThat(order(4, "2").status()).isEqualTo(PlacedOrder.Status.INVOICED);
        assertThat(order(4, "1").status()).isEqualTo(PlacedOrder.Status.PARTLY_INVOICED);
    }

    private static Invoice invoice(String fields) {
        InvoiceThere there = WireJson.read(
                "{\"Id\":\"i\",\"InvoiceNumber\":97,\"CustomerNumber\":\"7\",\"CurrencyCode\":\"SEK\",\"InvoiceDate\":\"2026-03-02T00:00:00\","
                        + fields + ROWS + "}",
                InvoiceThere.class);
        return ((Translation.Done<Invoice>) InvoiceReading.read(there, Map.of(), Optional.empty(), SWEDEN)).value();
    }

    private static PlacedOrder order(int status, String delivered) {
        OrderThere there = WireJson.read("""
                {"Id":"o","Number":17,"Status":%d,"CurrencyCode":"SEK","OrderDate":"2026-03-02","Amount":225,"VatAmount":45,
                 "Rows":[{"ArticleId":"a","Quantity":2,"DeliveredQuantity":%s,"UnitPrice":90}]}""".formatted(status, delivered), OrderThere.class);
        return ((Translation.Done<PlacedOrder>)
                        OrderReading.read(there, Map.of("a", BigDecimal.valueOf(25)), Optional.of("7"), List.of()))
                .value();
    }
}
