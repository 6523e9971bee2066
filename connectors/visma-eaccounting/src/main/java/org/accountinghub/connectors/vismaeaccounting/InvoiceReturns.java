package org.accountinghub.connectors.vismaeaccounting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.http.Fingerprint;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Absent;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.connectors.vismaeaccounting.VismaLists.Part;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.vismaeaccounting.DocumentMatch;
import org.accountinghub.mappings.vismaeaccounting.InvoiceReading;
import org.accountinghub.mappings.vismaeaccounting.ReferenceText;
import org.accountinghub.mappings.vismaeaccounting.wire.DraftThere;
import org.accountinghub.mappings.vismaeaccounting.wire.InvoiceThere;
import org.accountinghub.mappings.vismaeaccounting.wire.Moments;

/**
 * Reads what became of invoices. A draft counts as an invoice that is not booked; the invoice that a person makes of it goes
 * on under the draft's id.
 */
final class InvoiceReturns implements Returns<Invoice> {

    private static final String DRAFTS = "drafts/";
    private static final String INVOICES = "invoices/";

    private final VismaClient client;
    private final VismaLists lists;
    private final Newest newest;
    private final Invoices invoices;
    private final Articles articles;
    private final VismaSettings settings;
    private final InstantSource clock;

    InvoiceReturns(
            VismaClient client,
            VismaLists lists,
            Newest newest,
            Invoices invoices,
            Articles articles,
            VismaSettings settings,
            InstantSource clock) {
        this.client = client;
        this.lists = lists;
        this.newest = newest;
        this.invoices = invoices;
        this.articles = articles;
        this.settings = settings;
        this.clock = clock;
    }

    /** First the drafts that were made since, then the invoices that changed. */
    @Override
    public Answer<Page> changedSince(Instant since, Optional<String> page, Conversation conversation) {
        String token = page.orElse(DRAFTS + 1);
        int number = Integer.parseInt(token.substring(token.indexOf('/') + 1));
        if (token.startsWith(DRAFTS)) {
            Reply<Part<DraftThere>> reply =
                    lists.page(VismaLists.DRAFTS, newest.draftsSince(since), number, conversation);
            return reply.map(part -> new Page(
                            part.items().stream()
                                    .filter(draft -> !isOlder(draft, since))
                                    .map(InvoiceReturns::brief)
                                    .toList(),
                            Optional.of(part.next().map(next -> DRAFTS + next).orElse(INVOICES + 1))))
                    .answer();
        }
        Reply<Part<InvoiceThere>> reply =
                lists.page(VismaLists.INVOICES, Newest.invoicesSince(since), number, conversation);
        return reply.map(part -> {
                    invoices.seen(part.items());
                    return new Page(
                            part.items().stream().map(InvoiceReturns::brief).toList(),
                            part.next().map(next -> INVOICES + next));
                })
                .answer();
    }

    @Override
    public Answer<Optional<String>> idOf(String called, Conversation conversation) {
        if (!VismaLists.isNumber(called)) {
            return new Answer.Value<>(Optional.of(called));
        }
        Reply<InvoiceThere> reply = invoices.numbered(called, conversation);
        return reply instanceof Absent<InvoiceThere>
                ? new Answer.Value<>(Optional.empty())
                : reply.map(InvoiceThere::identity).answer();
    }

    /** By id, or by the number that people know. */
    @Override
    public Answer<Optional<Invoice>> read(String id, Conversation conversation) {
        if (VismaLists.isNumber(id)) {
            return read(invoices.numbered(id, conversation), conversation);
        }
        Reply<DraftThere> draft = client.read(DraftForm.path(id), Map.of(), DraftThere.class, conversation);
        if (draft instanceof Said<DraftThere> said) {
            return Reply.translated(articles.rates(InvoiceReading.articles(said.body()), conversation)
                    .map(rates -> InvoiceReading.read(said.body(), rates)));
        }
        return draft instanceof Failed<DraftThere> failed
                ? new Answer.None<>(failed.outcome())
                : read(invoices.identified(id, conversation), conversation);
    }

    @Override
    public Answer<List<Brief>> carrying(Reference reference, Conversation conversation) {
        Instant since = clock.instant().minus(settings.lookBack());
        return newest.drafts(since, conversation)
                .then(drafts -> newest.invoices(since, conversation).map(made -> {
                    List<Brief> briefs = new ArrayList<>();
                    drafts.stream()
                            .filter(draft -> DocumentMatch.carries(reference, draft))
                            .map(InvoiceReturns::brief)
                            .forEach(briefs::add);
                    made.stream()
                            .filter(invoice -> !invoice.isCreditInvoice().orElse(false)
                                    && DocumentMatch.carries(reference, invoice))
                            .map(InvoiceReturns::brief)
                            .forEach(briefs::add);
                    return List.copyOf(briefs);
                }))
                .answer();
    }

    private Answer<Optional<Invoice>> read(Reply<InvoiceThere> reply, Conversation conversation) {
        if (reply instanceof Absent<InvoiceThere>) {
            return new Answer.Value<>(Optional.empty());
        }
        ZoneId zone = settings.zone();
        return Reply.translated(reply.then(invoice -> articles.rates(InvoiceReading.articles(invoice), conversation)
                .then(rates -> creditOf(invoice, conversation)
                        .map(credit -> InvoiceReading.read(invoice, rates, credit, zone)))));
    }

    /** Less than the total is left: it may have been paid or credited, and the invoice does not say which. */
    private Reply<Optional<String>> creditOf(InvoiceThere invoice, Conversation conversation) {
        BigDecimal total = invoice.total().orElse(BigDecimal.ZERO);
        boolean whole =
                invoice.remaining().filter(left -> left.compareTo(total) == 0).isPresent();
        return whole || invoice.isCreditInvoice().orElse(false) || invoice.id().isEmpty()
                ? new Said<>(Optional.empty())
                : invoices.crediting(invoice.id().get(), conversation)
                        .map(credit -> credit.flatMap(InvoiceThere::invoiceNumber));
    }

    private static boolean isOlder(DraftThere draft, Instant since) {
        Instant from = Moments.of(Newest.moment(since)).orElse(since);
        return draft.created().filter(made -> made.isBefore(from)).isPresent();
    }

    private static Brief brief(DraftThere draft) {
        return new Brief(
                draft.id().orElse(""),
                ReferenceText.in(draft.rows()),
                Fingerprint.of(Optional.of("draft"), draft.customerNumber(), draft.total(), draft.totalVat()));
    }

    private static Brief brief(InvoiceThere invoice) {
        return new Brief(
                invoice.identity().orElse(""),
                ReferenceText.in(invoice.rows()),
                Fingerprint.of(
                        invoice.invoiceNumber(),
                        invoice.customerNumber(),
                        invoice.total(),
                        invoice.remaining(),
                        invoice.dueDate(),
                        invoice.isNotDelivered(),
                        invoice.isCreditInvoice()));
    }
}
