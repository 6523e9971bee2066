package org.accountinghub.connectors.spi;

import org.accountinghub.mappings.model.Invoice;

/** Tells what became of invoices at the partner. */
public interface InvoiceSource extends Connector {

    Returns<Invoice> invoicesBack();
}
