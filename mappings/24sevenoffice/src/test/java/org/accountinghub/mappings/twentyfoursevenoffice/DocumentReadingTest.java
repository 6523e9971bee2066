package org.accountinghub.mappings.twentyfoursevenoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.PlacedOrder.Status;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.samples.OrderSketch;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.OrderSlipStateType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentReadingTest {

    private static final OfficeRules RULES = TestRules.rules();
    private static final BillableOrder ORDER = OrderSketch.order("1")
            .article("ARB", "Arbete", "2", "h", "845")
            .text("Bytt filter")
            .asOrder()
            .sketched();

    @ParameterizedTest
    @CsvSource({
        "FOR_INVOICING, OPEN",
        "CONFIRMED, OPEN",
        "DRAFT, OPEN",
        "ORDER_STATE_SENT, OPEN",
        "INVOICED, INVOICED",
        "INVOICED_CASH_ACCOUNT, INVOICED",
        "INACTIVE, CANCELLED",
        ", OPEN" // left out by the service: its default, Web
    })
    void statesAreToldAsTheHubKnowsThem(OrderSlipStateType state, Status status) {
        InvoiceOrder back = back();
        back.setOrderStatus(state);
        back.setInvoiceId(77);
        PlacedOrder order = placed(back);

        assertThat(order.status()).isEqualTo(status);
        assertThat(order.invoices()).hasSize(status == Status.INVOICED ? 1 : 0);
        assertThat(InvoiceReading.isInvoice(back, RULES)).isEqualTo(status == Status.INVOICED);
    }

    @Test
    void whatRestsWasInvoicedInPart() {
        InvoiceOrder back = back();
        back.setOrderStatus(OrderSlipStateType.INVOICED);
        back.setInvoiceId(77);
        back.getInvoiceRows().getInvoiceRow().get(0).setQuantityRest(BigDecimal.ONE);

        assertThat(placed(back).status()).isEqualTo(Status.PARTLY_INVOICED);
    }

    @Test
    void momentsAreUtcAndDaysTheCompanysOwn() {
        InvoiceOrder back = invoiced();
        back.setDateInvoiced(LocalDateTime.parse("2026-11-21T23:30:00"));
        back.setPaymentTime(30);

        assertThat(invoice(back).date()).isEqualTo("2026-11-22");
        assertThat(invoice(back).due()).contains(LocalDate.of(2026, 12, 22));
    }

    @ParameterizedTest
    @CsvSource({"0, 2026-11-20", "14, 2026-12-04", "-4, 2026-11-30", "-1, 2026-12-30", "-2, 2027-01-29", "-9940, "})
    void termsOfPaymentAreDaysOrCountedFromTheEndOfTheMonth(int terms, LocalDate due) {
        InvoiceOrder back = invoiced();
        back.setPaymentTime(terms);

        assertThat(invoice(back).due()).isEqualTo(Optional.ofNullable(due));
    }

    @Test
    void paidIsPaidInWhole() {
        InvoiceOrder back = invoiced();

        assertThat(invoice(back).paid()).isFalse();
        assertThat(invoice(back).balance()).isEqualTo(Money.of("2112.50", "SEK"));
        back.setPaid(LocalDateTime.parse("2026-12-01T00:00:00"));
        assertThat(invoice(back).paid()).isTrue();
        assertThat(invoice(back).finalPayment()).contains(LocalDate.of(2026, 12, 1));
    }

    @Test
    void aCreditNoteNamesWhatItCredits() {
        InvoiceOrder back = invoiced();
        back.getInvoiceRows().getInvoiceRow().get(0).setQuantity(new BigDecimal("-2"));
        back.setOrderTotalIncVat(back.getOrderTotalIncVat().negate());
        back.setOrderTotalVat(back.getOrderTotalVat().negate());
        back.setReferenceInvoiceId(55);

        assertThat(invoice(back).credits()).contains("55");
    }

    @Test
    void whatIsMissingIsNamedAndNetWordsForNoneAreNone() {
        InvoiceOrder back = invoiced();
        back.setOrderTotalIncVat(new BigDecimal("-79228162514264337593543950335"));
        back.setInvoiceId(Integer.MIN_VALUE);
        back.getInvoiceRows().getInvoiceRow().get(0).setVatRate(null);

        Translation<Invoice> read = InvoiceReading.read(back, RULES);
        assertThat(((Translation.Refused<Invoice>) read).problems())
                .extracting(Problem::field)
                .containsExactly(
                        Optional.of("OrderTotalIncVat"),
                        Optional.of("the VAT rate of a row"),
                        Optional.of("InvoiceId"));
    }

    @Test
    void withoutACurrencyItIsTheCompanysOwn() {
        InvoiceOrder back = invoiced();
        back.setCurrency(null);

        assertThat(invoice(back).currency().getCurrencyCode()).isEqualTo("SEK");
    }

    private static InvoiceOrder back() {
        InvoiceOrder sent = ((Translation.Done<InvoiceOrder>) new DocumentTranslation(RULES)
                        .translate(ORDER, ORDER.documentDate(), TestRules.COMPANY, TestRules.products()))
                .value();
        return new AnsweringOffice(false, false).answer(sent);
    }

    private static InvoiceOrder invoiced() {
        InvoiceOrder back = back();
        back.setOrderStatus(OrderSlipStateType.INVOICED);
        back.setInvoiceId(77);
        back.setDateInvoiced(back.getDateOrdered());
        return back;
    }

    private static PlacedOrder placed(InvoiceOrder back) {
        return ((Translation.Done<PlacedOrder>) OrderReading.read(back, RULES)).value();
    }

    private static Invoice invoice(InvoiceOrder back) {
        return ((Translation.Done<Invoice>) InvoiceReading.read(back, RULES)).value();
    }
}
