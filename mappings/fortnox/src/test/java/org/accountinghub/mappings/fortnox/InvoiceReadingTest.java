package org.accountinghub.mappings.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accountinghub.mappings.fortnox.wire.FortnoxInvoice;
import org.accountinghub.mappings.json.WireJson;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Translation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceReadingTest {

    private static final String HEAD =
            "\"DocumentNumber\":\"97\",\"CustomerNumber\":\"1\",\"InvoiceDate\":\"2026-05-01\",\"Currency\":\"SEK\"";
    private static final String ROW =
            "{\"ArticleNumber\":\"101\",\"Description\":\"Arbete\",\"DeliveredQuantity\":\"1\",\"Price\":100,"
                    + "\"PriceExcludingVAT\":100,\"Total\":100,\"TotalExcludingVAT\":100,\"VAT\":25}";
    private static final String TEXT =
            "{\"ArticleNumber\":\"\",\"Description\":\"Text\",\"DeliveredQuantity\":\"0\",\"Price\":0,\"Total\":0,\"TotalExcludingVAT\":0,\"VAT\":0}";

    /** The amounts of a public recording of the real API. */
    @Test
    void readsFeeFreightAndRoundOff() {
        Invoice invoice = read("""
                %s,"Net":100,"AdministrationFee":50,"AdministrationFeeVAT":12.5,"Freight":25,"FreightVAT":6.25,
                "TotalVAT":43.75,"RoundOff":0.25,"Total":219,"Balance":219,"Booked":false,"Cancelled":false,"Sent":false,
                "Credit":"false","CreditInvoiceReference":"0","ExternalInvoiceReference1":"MPBA6GTIV6NHJYKH",
                "InvoiceRows":[%s,%s]""".formatted(HEAD, ROW, TEXT));

        assertThat(invoice.rows()).singleElement().satisfies(row -> {
            assertThat(row.articleNumber()).isEqualTo("101");
            assertThat(row.net()).isEqualTo(sek("100"));
        });
        assertThat(invoice.vatByRate()).containsExactly(Map.entry(new BigDecimal("25"), sek("25")));
        assertThat(invoice.fee()).isEqualTo(sek("50"));
        assertThat(invoice.freight()).isEqualTo(sek("25"));
        assertThat(invoice.roundOff()).isEqualTo(sek("0.25"));
        assertThat(invoice.total()).isEqualTo(sek("219"));
        assertThat(invoice.reference()).hasToString("Optional[MPBA6GTIV6NHJYKH]");
        assertThat(invoice.creditNote()).isEmpty();
        assertThat(invoice.credits()).isEmpty();
        assertThat(invoice.paid()).isFalse();
    }

    @Test
    void readsAPaidOne() {
        Invoice invoice = read(HEAD
                + ",\"Total\":125,\"TotalVAT\":25,\"Balance\":0,\"Booked\":true,\"Sent\":true,\"FinalPayDate\":\"2026-05-20\",\"InvoiceRows\":["
                + ROW + "]");

        assertThat(invoice.paid()).isTrue();
        assertThat(invoice.sent()).isTrue();
        assertThat(invoice.finalPayment()).contains(LocalDate.of(2026, 5, 20));
    }

    @Test
    void tellsACreditNoteFromACreditedInvoice() {
        Invoice note =
                read(HEAD + ",\"Total\":-125,\"Balance\":0,\"Credit\":\"true\",\"CreditInvoiceReference\":\"90\"");
        Invoice credited =
                read(HEAD + ",\"Total\":125,\"Balance\":0,\"Credit\":\"false\",\"CreditInvoiceReference\":98");

        assertThat(note.credits()).contains("90");
        assertThat(note.creditNote()).isEmpty();
        assertThat(credited.creditNote()).contains("98");
        assertThat(credited.credits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MPBA6GTIV6NHJYKH, true",
        "' MPBA6GTIV6NHJYKH ', true",
        "MPBA6GTIV6NHJYK1, false",
        "EXT-1, false",
        "'', false"
    })
    void takesOnlyAWellFormedReference(String text, boolean taken) {
        Invoice invoice = read(HEAD + ",\"Total\":0,\"Balance\":0,\"ExternalInvoiceReference1\":\"" + text + "\"");

        assertThat(invoice.reference().isPresent()).isEqualTo(taken);
    }

    @Test
    void computesNetWherePricesIncludeVat() {
        Invoice invoice = read("""
                %s,"VATIncluded":true,"Net":100.13,"TotalVAT":25.02,"RoundOff":-0.15,"Total":125,"Balance":125,
                "InvoiceRows":[
                 {"Description":"A","DeliveredQuantity":"1","Price":125,"Total":125,"TotalExcludingVAT":100,"VAT":25},
                 {"Description":"B","DeliveredQuantity":"1","Price":0.14,"Total":0.14,"TotalExcludingVAT":0.13,"VAT":12},
                 {"Description":"C","DeliveredQuantity":"1","Price":0.01,"Total":0.01,"TotalExcludingVAT":5,"VAT":0}]""".formatted(HEAD));

        assertThat(invoice.rows())
                .extracting(Invoice.InvoicedRow::net)
                .containsExactly(sek("100"), sek("0.12"), sek("5"));
        assertThat(invoice.vatByRate()).hasToString("{0=0.00 SEK, 12=0.02 SEK, 25=25.00 SEK}");
    }

    @Test
    void fallsBackToThePriceWithoutVat() {
        Invoice invoice = read(
                HEAD
                        + ",\"Total\":250,\"Balance\":0,\"InvoiceRows\":[{\"DeliveredQuantity\":\"2\",\"PriceExcludingVAT\":100,\"VAT\":25}]");

        assertThat(invoice.rows()).extracting(Invoice.InvoicedRow::net).containsExactly(sek("200"));
    }

    @Test
    void keepsFortnoxSumOfVatWhateverItIs() {
        String rows = "\"InvoiceRows\":[" + String.join(",", List.of(small(), small(), small())) + "]";

        assertThat(read(HEAD + ",\"Total\":0,\"Balance\":0,\"TotalVAT\":0.08," + rows)
                        .vatByRate())
                .hasToString("{25=0.08 SEK}");
        assertThat(read(HEAD + ",\"Total\":0,\"Balance\":0,\"TotalVAT\":0.09," + rows)
                        .vatByRate())
                .hasToString("{25=0.09 SEK}");
        assertThat(read(HEAD + ",\"Total\":0,\"Balance\":0,\"TotalVAT\":7," + rows)
                        .vatByRate())
                .hasToString("{25=7.00 SEK}");
        assertThat(read(HEAD + ",\"Total\":0,\"Balance\":0,\"TotalVAT\":7").vatByRate())
                .hasToString("{0=7.00 SEK}");
    }

    @Test
    void namesAllThatIsMissing() {
        Translation<Invoice> read = InvoiceReading.read(WireJson.read(
                        "{\"Invoice\":{\"Currency\":\"KRONOR\",\"InvoiceRows\":[{\"Description\":\"x\",\"DeliveredQuantity\":\"1\",\"VAT\":25}]}}",
                        FortnoxInvoice.Body.class)
                .invoice());

        assertThat(((Translation.Refused<Invoice>) read).problems())
                .allMatch(problem -> problem.stage() == Problem.Stage.RETURN)
                .extracting(problem -> problem.field().orElseThrow())
                .containsExactlyInAnyOrder(
                        "DocumentNumber",
                        "CustomerNumber",
                        "InvoiceDate",
                        "Total",
                        "Balance",
                        "Currency",
                        "the amount of a row");
    }

    private static String small() {
        return "{\"Description\":\"x\",\"DeliveredQuantity\":\"1\",\"Price\":0.1,\"Total\":0.1,\"TotalExcludingVAT\":0.1,\"VAT\":25}";
    }

    private static Money sek(String amount) {
        return Money.of(amount, "SEK");
    }

    private static Invoice read(String fields) {
        FortnoxInvoice invoice = WireJson.read("{\"Invoice\":{" + fields + "}}", FortnoxInvoice.Body.class)
                .invoice();
        return ((Translation.Done<Invoice>) InvoiceReading.read(invoice)).value();
    }
}
