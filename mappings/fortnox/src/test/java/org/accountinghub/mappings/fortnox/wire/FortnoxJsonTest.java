package org.accountinghub.mappings.fortnox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.json.MalformedAnswerException;
import org.accountinghub.mappings.json.WireJson;
import org.junit.jupiter.api.Test;

class FortnoxJsonTest {

    @Test
    void readsAnInvoiceAsFortnoxAnswersIt() {
        FortnoxInvoice invoice = WireJson.read("""
                {"Invoice":{"@url":"https://api.fortnox.se/3/invoices/97","DocumentNumber":"97","CustomerNumber":1,
                 "InvoiceDate":"2026-05-01","DueDate":"2026-05-31","FinalPayDate":null,"Currency":"SEK","VATIncluded":false,
                 "ExternalInvoiceReference1":"ABCDEFGHIJKLMNOP","ExternalInvoiceReference2":"","Booked":false,
                 "Credit":"false","CreditInvoiceReference":"0","Net":100,"AdministrationFee":50,
                 "AdministrationFeeVAT":12.5,"Freight":"25","FreightVAT":6.25,"TotalVAT":43.75,"RoundOff":0.25,
                 "Total":219,"Balance":219,"PaymentWay":"","Labels":[],"Invented":{"Tomorrow":[1]},
                 "InvoiceRows":[{"AccountNumber":3001,"ArticleNumber":"101","DeliveredQuantity":"1","Price":100,
                   "PriceExcludingVAT":100,"Total":100,"TotalExcludingVAT":100,"VAT":25,"HouseWorkType":null}]}}
                """, FortnoxInvoice.Body.class).invoice();

        assertThat(invoice.documentNumber()).contains("97");
        assertThat(invoice.customerNumber()).contains("1");
        assertThat(invoice.invoiceDate()).contains(LocalDate.of(2026, 5, 1));
        assertThat(invoice.finalPayDate()).isEmpty();
        assertThat(invoice.externalInvoiceReference2()).as("empty is absent").isEmpty();
        assertThat(invoice.credit()).contains(false);
        assertThat(invoice.freight()).contains(new BigDecimal("25"));
        assertThat(invoice.sent()).isEmpty();
        DocumentRow row = invoice.invoiceRows().orElseThrow().get(0);
        assertThat(row.deliveredQuantity()).contains(BigDecimal.ONE);
        assertThat(row.totalExcludingVat()).contains(new BigDecimal("100"));
        assertThat(row.vat()).contains(new BigDecimal("25"));
    }

    @Test
    void readsListsAndKnowsTheNextPage() {
        InvoiceItem.Page page = WireJson.read("""
                {"MetaInformation":{"@TotalResources":101,"@TotalPages":2,"@CurrentPage":1},
                 "Invoices":[{"DocumentNumber":"1","Balance":"12.50","CurrencyRate":"1","FinalPayDate":""}]}
                """, InvoiceItem.Page.class);

        assertThat(page.next()).contains(2);
        assertThat(page.items()).singleElement().satisfies(item -> {
            assertThat(item.balance()).contains(new BigDecimal("12.50"));
            assertThat(item.finalPayDate()).isEmpty();
        });
        assertThat(WireJson.read(
                                "{\"MetaInformation\":{\"@TotalPages\":1,\"@CurrentPage\":1}}", CustomerItem.Page.class)
                        .next())
                .isEmpty();
        assertThat(WireJson.read("{\"Articles\":null}", ArticleItem.Page.class).items())
                .isEmpty();
    }

    @Test
    void writesOnlyWhatIsThereUnderFortnoxNames() {
        NewInvoice invoice = new NewInvoice(
                "1001",
                LocalDate.of(2026, 11, 22),
                "SEK",
                false,
                "ABCDEFGHIJKLMNOP",
                "107_1",
                Optional.of("PO 7"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TaxReductionType.ROT,
                List.of(
                        new NewInvoiceRow(
                                Optional.of("ARB"),
                                Optional.of("Arbete"),
                                Optional.empty(),
                                "1.5",
                                Optional.of("h"),
                                Optional.of(new BigDecimal("1E+3")),
                                Optional.of(new BigDecimal("10")),
                                Optional.of(DiscountType.PERCENT),
                                Optional.of(25),
                                Optional.empty(),
                                Optional.of(true),
                                Optional.of(HouseWorkType.HVAC),
                                Optional.of(2)),
                        NewInvoiceRow.text("Bytte filter", Optional.empty())));

        assertThat(WireJson.write(new NewInvoice.Body(invoice)))
                .isEqualTo(
                        "{\"Invoice\":{\"CustomerNumber\":\"1001\",\"InvoiceDate\":\"2026-11-22\",\"Currency\":\"SEK\","
                                + "\"VATIncluded\":false,\"ExternalInvoiceReference1\":\"ABCDEFGHIJKLMNOP\","
                                + "\"ExternalInvoiceReference2\":\"107_1\",\"YourOrderNumber\":\"PO 7\",\"TaxReductionType\":\"rot\",\"InvoiceRows\":["
                                + "{\"ArticleNumber\":\"ARB\",\"Description\":\"Arbete\",\"DeliveredQuantity\":\"1.5\",\"Unit\":\"h\","
                                + "\"Price\":1000,\"Discount\":10,\"DiscountType\":\"PERCENT\",\"VAT\":25,"
                                + "\"HouseWork\":true,\"HouseWorkType\":\"HVAC\",\"HouseWorkHoursToReport\":2},"
                                + "{\"Description\":\"Bytte filter\",\"DeliveredQuantity\":\"0\"}]}}");
    }

    @Test
    void refusesWhatIsNoAnswerAndQuotesNothingOfIt() {
        assertThatThrownBy(() -> WireJson.read("<html>191212121212</html>", FortnoxInvoice.Body.class))
                .isInstanceOf(MalformedAnswerException.class)
                .hasMessageNotContaining("1912");
        assertThatThrownBy(() -> WireJson.read("{\"Invoice\":{\"Total\":\"plenty\"}}", FortnoxInvoice.Body.class))
                .isInstanceOf(MalformedAnswerException.class);
        assertThatThrownBy(() -> WireJson.read("null", FortnoxInvoice.Body.class))
                .isInstanceOf(MalformedAnswerException.class);
        assertThatThrownBy(() -> WireJson.read("{}", FortnoxInvoice.Body.class))
                .isInstanceOf(MalformedAnswerException.class);
        assertThatThrownBy(() -> WireJson.read("{\"Customer\":{\"Name\":{}}}", FortnoxCustomer.Body.class))
                .isInstanceOf(MalformedAnswerException.class);
    }

    @Test
    void customersShowNoPersonalNumber() {
        FortnoxCustomer customer = WireJson.read(
                        "{\"Customer\":{\"CustomerNumber\":\"7\",\"Type\":\"PRIVATE\",\"OrganisationNumber\":\"191212121212\","
                                + "\"GLN\":null,\"SalesAccount\":3001}}",
                        FortnoxCustomer.Body.class)
                .customer();

        assertThat(customer.type()).contains(FortnoxCustomer.Type.PRIVATE);
        assertThat(customer.organisationNumber()).contains("191212121212");
        assertThat(customer).asString().contains("7").doesNotContain("1212");
        assertThat(WireJson.write(new FortnoxCustomer.Body(customer)))
                .isEqualTo("{\"Customer\":{\"CustomerNumber\":\"7\",\"Type\":\"PRIVATE\","
                        + "\"OrganisationNumber\":\"191212121212\"}}");
    }
}
