package org.accountinghub.connectors.testkit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.accountinghub.connectors.spi.InvoiceSource;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.Invoice;
import org.junit.jupiter.api.Test;

/** Invoices back: what is read agrees with what was sent. */
@Proves(InvoiceSource.class)
public abstract class InvoiceSourceKit extends ReturnsKit<Invoice> {

    @Test
    final void anInvoiceIsReadWholeAndAgreesWithWhatWasSent() {
        String number = add(ORDER.reference().value());

        Invoice draft = read(number).orElseThrow();
        trial().bench().book(number);
        Invoice booked = read(number).orElseThrow();

        assertThat(draft.booked()).isNotEqualTo(has(Behaviour.DRAFT_INVOICES));
        assertThat(booked.booked()).isTrue();
        assertThat(booked.number()).isEqualTo(trial().bench().number(number));
        assertThat(booked.reference()).isEqualTo(shown(ORDER.reference()));
        assertThat(booked.customerNumber()).isEqualTo(customer().number());
        assertThat(booked.customerId()).contains(customer().id());
        assertThat(Comparison.of(ORDER, booked).differences()).isEmpty();
    }

    @Test
    final void whatPeopleCallAnInvoiceLeadsToItsId() {
        String id = add(ORDER.reference().value());
        trial().bench().book(id);

        leadsToItsId(id);
    }

    @Override
    final Returns<Invoice> source() {
        return trial().invoicesBack();
    }

    @Override
    final String add(String reference) {
        return trial().bench().addInvoice(ORDER, ORDER.payer().number(), reference);
    }

    @Override
    final void change(String number) {
        trial().bench().book(number);
    }
}
