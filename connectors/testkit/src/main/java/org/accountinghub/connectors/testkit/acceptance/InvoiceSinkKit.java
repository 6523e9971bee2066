package org.accountinghub.connectors.testkit.acceptance;

import org.accountinghub.connectors.spi.InvoiceSink;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Invoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Orders brought as invoices. */
@Execution(ExecutionMode.CONCURRENT)
@Proves(InvoiceSink.class)
public abstract class InvoiceSinkKit extends DocumentSinkKit {

    @Test
    final void silenceIsUncertain() {
        assertSilenceIsUncertain();
    }

    @Override
    final BillableOrder order() {
        return Documents.order();
    }

    @Override
    final BillableOrder unknownArticle() {
        return Documents.orderWithUnknownArticle();
    }

    @Override
    final String add(BillableOrder order, String customerNumber, String referenceText) {
        return trial().bench().addInvoice(order, customerNumber, referenceText);
    }

    @Override
    final String searches() {
        return trial().bench().searchesInvoice();
    }

    @Override
    final Class<?> document() {
        return Invoice.class;
    }

    @Override
    final String creates() {
        return trial().bench().createsInvoice();
    }
}
