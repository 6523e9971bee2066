package org.accountinghub.connectors.testkit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.accountinghub.connectors.spi.CustomerSink;
import org.accountinghub.connectors.spi.CustomerSource;
import org.accountinghub.connectors.spi.InvoiceSink;
import org.accountinghub.connectors.spi.InvoiceSource;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Delivered;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.register.Register;
import org.junit.jupiter.api.Test;

/** The partner's customers, listed and read. */
@Proves(CustomerSource.class)
public abstract class CustomerSourceKit extends RegisterSourceKit {

    @Override
    final Register register() {
        return Register.CUSTOMERS;
    }

    /** Its binding holds: it is confirmed, its orders go to it, and what comes back is seen to be its. */
    @Test
    final void aBoundCustomerThatGetsAnotherNumberStaysTheSame() {
        BillableOrder order = Documents.order();
        Customer payer = order.payer();
        trial().bench().addArticle(Documents.ARTICLE);
        trial().bench().addCustomer(payer.number(), payer.name(), Documents.ORGANISATION_NUMBER);
        String id = trial().bench().customer(payer.number()).id();
        boolean renumbered = has(Behaviour.RENUMBERED_RECORDS);
        if (renumbered) {
            registers().renumberRecord(Register.CUSTOMERS, id, "4799");
        }

        if (trial().connector() instanceof CustomerSink) {
            PartnerDocument confirmed =
                    made(trial().begin(payer, Map.of(SourceKey.CUSTOMER, id)).perform());
            assertThat(confirmed.id()).isEqualTo(id);
            assertThat(read(id).number()).isEqualTo(renumbered ? "4799" : payer.number());
        }
        if (trial().connector() instanceof InvoiceSink && trial().connector() instanceof InvoiceSource) {
            PartnerDocument made = made(trial().begin(order, id).perform());
            Invoice invoice = value(trial().invoicesBack().read(made.id(), trial().transcript()))
                    .orElseThrow();
            assertThat(invoice.customerId()).contains(id);
        }
    }

    private static PartnerDocument made(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Delivered.class);
        return ((Delivered) outcome).document();
    }
}
