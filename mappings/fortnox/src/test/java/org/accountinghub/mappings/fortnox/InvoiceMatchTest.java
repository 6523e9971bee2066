package org.accountinghub.mappings.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.accountinghub.mappings.fortnox.wire.FortnoxInvoice;
import org.accountinghub.mappings.fortnox.wire.InvoiceItem;
import org.accountinghub.mappings.json.WireJson;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.samples.OrderSketch;
import org.junit.jupiter.api.Test;

class InvoiceMatchTest {

    private final BillableOrder order =
            OrderSketch.order("421").free("Arbete", "1", "100").sketched();

    @Test
    void onlyHitsThatCarryExactlyTheReferenceCount() {
        String reference = order.reference().value();
        InvoiceItem.Page hits = WireJson.read(
                """
                {"Invoices":[
                 {"DocumentNumber":"1","ExternalInvoiceReference1":"%s"},
                 {"DocumentNumber":"2","ExternalInvoiceReference1":"X%s"},
                 {"DocumentNumber":"3","ExternalInvoiceReference1":"%s"},
                 {"DocumentNumber":"4","ExternalInvoiceReference1":null},
                 {"DocumentNumber":"5","ExternalInvoiceReference2":"%s"}]}
                """.formatted(reference, reference, reference.toLowerCase(Locale.ROOT), reference),
                InvoiceItem.Page.class);

        assertThat(InvoiceMatch.carrying(order.reference(), hits.items()))
                .extracting(InvoiceItem::documentNumber)
                .containsExactly(Optional.of("1"));
    }

    @Test
    void explainsFeeFreightTheirVatAndRoundOff() {
        Comparison comparison = InvoiceMatch.compare(order, invoice("100", "12.5", "43.75", "0.25", "219"));

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.explained())
                .containsExactly(
                        "invoicing fee 50.00 SEK",
                        "freight 25.00 SEK",
                        "VAT of fee and freight 18.75 SEK",
                        "total rounded by 0.25 SEK");
    }

    @Test
    void anythingElseIsADifference() {
        assertThat(InvoiceMatch.compare(order, invoice("90", "12.5", "43.75", "0.25", "219"))
                        .differences())
                .anyMatch(difference ->
                        difference.contains("sent 100.00 SEK") && difference.contains("invoiced 90.00 SEK"));
        assertThat(InvoiceMatch.compare(order, invoice("100", "12.5", "44.75", "0.25", "220"))
                        .differences())
                .containsExactly("VAT 25 %: sent 25.00 SEK, invoiced 26.00 SEK");
        assertThat(InvoiceMatch.compare(order, invoice("100", "12.5", "43.75", "0.25", "218"))
                        .differences())
                .containsExactly("-1.00 SEK of the total is neither rows, VAT, fee, freight nor round-off");
    }

    @Test
    void anIncompleteAnswerIsADifference() {
        FortnoxInvoice empty =
                WireJson.read("{\"Invoice\":{}}", FortnoxInvoice.Body.class).invoice();

        assertThat(InvoiceMatch.compare(order, empty).differences()).contains("Fortnox's invoice came without Total.");
    }

    @Test
    void isWhatWasSentWhenCustomerAndAmountsAgree() {
        FortnoxInvoice found = invoice("100", "12.5", "43.75", "0.25", "219");
        Problem other = InvoiceMatch.confirm(order, "1002", found).orElseThrow();

        assertThat(InvoiceMatch.confirm(order, "1001", found)).isEmpty();
        assertThat(other.cause()).isEqualTo("fortnox.invoice-differs");
        assertThat(other.reason()).contains("421", "customer 1002 sent, customer 1001 there");
    }

    private static FortnoxInvoice invoice(String row, String feeVat, String totalVat, String roundOff, String total) {
        return WireJson.read("""
                {"Invoice":{"DocumentNumber":"97","CustomerNumber":"1001","InvoiceDate":"2026-11-20","Currency":"SEK",
                 "AdministrationFee":50,"AdministrationFeeVAT":%s,"Freight":25,"FreightVAT":6.25,"TotalVAT":%s,
                 "RoundOff":%s,"Total":%s,"Balance":0,
                 "InvoiceRows":[{"Description":"Arbete","DeliveredQuantity":"1","Price":%s,"Total":%s,"TotalExcludingVAT":%s,"VAT":25}]}}
                """.formatted(feeVat, totalVat, roundOff, total, row, row, row), FortnoxInvoice.Body.class)
                .invoice();
    }
}
