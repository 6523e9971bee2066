package org.accountinghub.connectors.fortnox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.accountinghub.connectors.fortnox.Reply.Failed;
import org.accountinghub.connectors.fortnox.Reply.Said;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.connectors.spi.Returns.Brief;
import org.accountinghub.connectors.spi.Returns.Page;
import org.accountinghub.mappings.fortnox.InvoiceReading;
import org.accountinghub.mappings.fortnox.wire.FortnoxInvoice;
import org.accountinghub.mappings.fortnox.wire.InvoiceItem;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.model.Translation;

/** Reads what became of invoices. */
final class InvoiceReturns implements Returns<Invoice> {

    private final FortnoxLists lists;
    private final InvoiceForm invoices;

    InvoiceReturns(FortnoxClient client, InvoiceForm invoices) {
        this.lists = new FortnoxLists(client);
        this.invoices = invoices;
    }

    @Override
    public Answer<Page> changedSince(Instant since, Optional<String> page, Conversation conversation) {
        Reply<InvoiceItem.Page> reply = lists.page(
                FortnoxLists.INVOICES,
                ChangedSince.query(since),
                page.map(Integer::valueOf).orElse(1),
                conversation);
        if (reply instanceof Said<InvoiceItem.Page> said) {
            List<Brief> briefs =
                    said.body().items().stream().flatMap(InvoiceReturns::brief).toList();
            return new Answer.Value<>(new Page(briefs, said.body().next().map(String::valueOf)));
        }
        return FortnoxProblems.none(((Failed<InvoiceItem.Page>) reply).outcome());
    }

    @Override
    public Answer<Optional<Invoice>> read(String id, Conversation conversation) {
        Reply<FortnoxInvoice> reply = invoices.read(id, conversation);
        if (reply instanceof Failed<FortnoxInvoice> failed) {
            return FortnoxProblems.none(failed.outcome());
        }
        if (reply instanceof Said<FortnoxInvoice> said) {
            Translation<Invoice> read = InvoiceReading.read(said.body());
            if (read instanceof Translation.Refused<Invoice> refused) {
                return FortnoxProblems.none(new Outcome.Rejected(refused.combined()));
            }
            return new Answer.Value<>(Optional.of(((Translation.Done<Invoice>) read).value()));
        }
        return new Answer.Value<>(Optional.empty());
    }

    @Override
    public Answer<List<Brief>> carrying(Reference reference, Conversation conversation) {
        Reply<List<FortnoxInvoice>> reply = Carrying.all(invoices, reference, conversation);
        if (reply instanceof Said<List<FortnoxInvoice>> said) {
            return new Answer.Value<>(
                    said.body().stream().flatMap(InvoiceReturns::brief).toList());
        }
        return FortnoxProblems.none(((Failed<List<FortnoxInvoice>>) reply).outcome());
    }

    private static Stream<Brief> brief(InvoiceItem item) {
        return item.documentNumber().stream()
                .map(number -> new Brief(
                        number,
                        InvoiceReading.reference(item.externalInvoiceReference1()),
                        ChangedSince.fingerprint(
                                item.customerNumber(),
                                item.booked(),
                                item.cancelled(),
                                item.sent(),
                                item.total(),
                                item.balance(),
                                item.dueDate(),
                                item.finalPayDate())));
    }

    private static Stream<Brief> brief(FortnoxInvoice invoice) {
        return invoice.documentNumber().stream()
                .map(number -> new Brief(
                        number,
                        InvoiceReading.reference(invoice.externalInvoiceReference1()),
                        ChangedSince.fingerprint(
                                invoice.customerNumber(),
                                invoice.booked(),
                                invoice.cancelled(),
                                invoice.sent(),
                                invoice.total(),
                                invoice.balance(),
                                invoice.dueDate(),
                                invoice.finalPayDate())));
    }
}
