package org.accountinghub.connectors.fortnox;

import java.time.Instant;
import java.util.stream.Stream;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.fortnox.InvoiceReading;
import org.accountinghub.mappings.fortnox.wire.FortnoxInvoice;
import org.accountinghub.mappings.fortnox.wire.InvoiceItem;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Translation;

/** Reads what became of invoices. */
final class InvoiceReturns extends DocumentReturns<FortnoxInvoice, Invoice> {

    private final FortnoxLists lists;

    InvoiceReturns(FortnoxClient client, InvoiceForm form) {
        super(form);
        this.lists = new FortnoxLists(client);
    }

    @Override
    Reply<Page> changedSince(Instant since, int page, Conversation conversation) {
        return lists.page(FortnoxLists.INVOICES, ChangedSince.query(since), page, conversation)
                .map(list -> page(list, InvoiceReturns::listed));
    }

    @Override
    Translation<Invoice> translate(FortnoxInvoice found) {
        return InvoiceReading.read(found);
    }

    @Override
    Stream<Brief> brief(FortnoxInvoice invoice) {
        return brief(
                invoice.documentNumber(),
                invoice.externalInvoiceReference1(),
                invoice.customerNumber(),
                invoice.booked(),
                invoice.cancelled(),
                invoice.sent(),
                invoice.total(),
                invoice.balance(),
                invoice.dueDate(),
                invoice.finalPayDate());
    }

    private static Stream<Brief> listed(InvoiceItem item) {
        return brief(
                item.documentNumber(),
                item.externalInvoiceReference1(),
                item.customerNumber(),
                item.booked(),
                item.cancelled(),
                item.sent(),
                item.total(),
                item.balance(),
                item.dueDate(),
                item.finalPayDate());
    }
}
