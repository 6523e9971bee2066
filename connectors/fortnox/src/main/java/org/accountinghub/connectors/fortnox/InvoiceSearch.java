package org.accountinghub.connectors.fortnox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.fortnox.Reply.Failed;
import org.accountinghub.connectors.fortnox.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.fortnox.InvoiceMatch;
import org.accountinghub.mappings.fortnox.InvoiceReading;
import org.accountinghub.mappings.fortnox.wire.FortnoxInvoice;
import org.accountinghub.mappings.fortnox.wire.InvoiceItem;
import org.accountinghub.mappings.model.Reference;

/** Finds the invoices that carry a reference, whole. Fortnox searches by substring; only equal ones count. */
final class InvoiceSearch {

    private static final int MOST_PAGES = 2;
    private static final int MOST_HITS = 5;

    private final FortnoxClient client;
    private final FortnoxLists lists;

    InvoiceSearch(FortnoxClient client) {
        this.client = client;
        this.lists = new FortnoxLists(client);
    }

    /**
     * The invoices with exactly this reference, at most five. A credit note is not one of them, and a cancelled or
     * credited invoice only when there is no other.
     */
    Reply<List<FortnoxInvoice>> carrying(Reference reference, Conversation conversation) {
        Reply<List<InvoiceItem>> listed = lists.pages(
                FortnoxLists.INVOICES,
                Map.of("externalinvoicereference1", reference.value()),
                MOST_PAGES,
                conversation);
        if (listed instanceof Failed<List<InvoiceItem>> failed) {
            return new Failed<>(failed.outcome());
        }
        List<FortnoxInvoice> found = new ArrayList<>();
        for (InvoiceItem hit : InvoiceMatch.carrying(reference, ((Said<List<InvoiceItem>>) listed).body())) {
            Optional<String> number = hit.documentNumber();
            if (found.size() == MOST_HITS || number.isEmpty()) {
                continue;
            }
            Reply<FortnoxInvoice.Body> single = read(number.get(), conversation);
            if (single instanceof Failed<FortnoxInvoice.Body> failed) {
                return new Failed<>(failed.outcome());
            }
            if (single instanceof Said<FortnoxInvoice.Body> said
                    && counts(reference, said.body().invoice())) {
                found.add(said.body().invoice());
            }
        }
        List<FortnoxInvoice> alive = found.stream()
                .filter(invoice -> !invoice.cancelled().orElse(false) && !InvoiceReading.credited(invoice))
                .toList();
        return new Said<>(alive.isEmpty() ? List.copyOf(found) : alive);
    }

    Reply<FortnoxInvoice.Body> read(String number, Conversation conversation) {
        return client.read(
                "/invoices/" + FortnoxClient.segment(number), Map.of(), FortnoxInvoice.Body.class, conversation);
    }

    private static boolean counts(Reference reference, FortnoxInvoice invoice) {
        return !invoice.credit().orElse(false)
                && invoice.documentNumber().isPresent()
                && InvoiceReading.reference(invoice.externalInvoiceReference1())
                        .filter(reference::equals)
                        .isPresent();
    }
}
