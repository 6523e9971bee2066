package org.accountinghub.connectors.fortnox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.fortnox.FortnoxRules;
import org.accountinghub.mappings.fortnox.InvoiceMatch;
import org.accountinghub.mappings.fortnox.InvoiceReading;
import org.accountinghub.mappings.fortnox.InvoiceTranslation;
import org.accountinghub.mappings.fortnox.wire.FortnoxInvoice;
import org.accountinghub.mappings.fortnox.wire.NewInvoice;
import org.accountinghub.mappings.fortnox.wire.NewTaxReduction.ReferenceDocumentType;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.model.Translation;

/** A billable order as an invoice. */
final class InvoiceForm implements Form<NewInvoice, FortnoxInvoice> {

    static final String PATH = "/invoices";

    private static final int MOST_PAGES = 2;

    private final FortnoxClient client;
    private final FortnoxLists lists;
    private final InvoiceTranslation translation;

    InvoiceForm(FortnoxClient client, FortnoxRules rules) {
        this.client = client;
        this.lists = new FortnoxLists(client);
        this.translation = new InvoiceTranslation(rules);
    }

    /** Where one invoice is. */
    static String path(String number) {
        return PATH + "/" + FortnoxClient.segment(number);
    }

    @Override
    public String noun() {
        return "invoice";
    }

    @Override
    public ReferenceDocumentType type() {
        return ReferenceDocumentType.INVOICE;
    }

    @Override
    public Translation<NewInvoice> translate(BillableOrder order, String customerNumber, Set<String> knownArticles) {
        return translation.translate(order, customerNumber, knownArticles);
    }

    @Override
    public Reply<FortnoxInvoice> create(NewInvoice content, Instant begun, Conversation conversation) {
        return client.post(PATH, new NewInvoice.Body(content), FortnoxInvoice.Body.class, begun, conversation)
                .map(FortnoxInvoice.Body::invoice);
    }

    @Override
    public Reply<FortnoxInvoice> read(String number, Conversation conversation) {
        return client.read(path(number), Map.of(), FortnoxInvoice.Body.class, conversation)
                .map(FortnoxInvoice.Body::invoice);
    }

    @Override
    public Reply<List<String>> listed(Reference reference, Conversation conversation) {
        Map<String, String> query = Map.of("externalinvoicereference1", reference.value());
        return lists.pages(FortnoxLists.INVOICES, query, MOST_PAGES, conversation)
                .map(hits -> InvoiceMatch.carrying(reference, hits).stream()
                        .flatMap(hit -> hit.documentNumber().stream())
                        .toList());
    }

    @Override
    public boolean counts(Reference reference, FortnoxInvoice found) {
        return !found.credit().orElse(false)
                && found.documentNumber().isPresent()
                && InvoiceReading.reference(found.externalInvoiceReference1())
                        .filter(reference::equals)
                        .isPresent();
    }

    @Override
    public boolean alive(FortnoxInvoice found) {
        return !found.cancelled().orElse(false) && !InvoiceReading.credited(found);
    }

    @Override
    public Optional<Problem> closed(FortnoxInvoice found) {
        if (alive(found)) {
            return Optional.empty();
        }
        boolean cancelled = found.cancelled().orElse(false);
        return Optional.of(
                FortnoxProblems.partner(
                        cancelled ? "invoice-cancelled" : "invoice-credited",
                        "Invoice " + found.documentNumber().orElse("") + " was "
                                + (cancelled ? "cancelled" : "credited") + " in Fortnox before all was done with it.",
                        "If nothing shall be invoiced, dismiss the transfer; else send the order again from the service system."));
    }

    @Override
    public Optional<LocalDate> date(FortnoxInvoice found) {
        return found.invoiceDate();
    }

    @Override
    public Comparison compare(BillableOrder order, FortnoxInvoice found) {
        return InvoiceMatch.compare(order, found);
    }

    @Override
    public Optional<Problem> confirm(BillableOrder order, String customerNumber, FortnoxInvoice found) {
        return InvoiceMatch.confirm(order, customerNumber, found);
    }
}
