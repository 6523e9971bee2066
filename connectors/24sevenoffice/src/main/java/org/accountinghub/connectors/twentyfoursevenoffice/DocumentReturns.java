package org.accountinghub.connectors.twentyfoursevenoffice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.accountinghub.connectors.http.Fingerprint;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.twentyfoursevenoffice.DocumentMatch;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder;

/**
 * Reads what became of documents, by their order ids. Those that changed are listed as ids, then read in pages without their
 * rows: two calls a page.
 */
final class DocumentReturns<D> implements Returns<D> {

    private static final int PAGE = 500;

    /** An invoice has a number of its own besides the order's; before it is invoiced it goes by the order's. */
    enum Called {
        BY_ORDER_ID,
        BY_INVOICE_ID
    }

    private final Papers papers;
    private final InstantSource clock;
    private final Duration lookBack;
    private final Called called;
    private final Predicate<InvoiceOrder> counts;
    private final Predicate<InvoiceOrder> showsReference;
    private final Function<InvoiceOrder, Translation<D>> reading;

    /**
     * @param lookBack how far back a reference is looked for
     * @param called how people call one that is done
     * @param counts whether a document is one of this kind
     * @param showsReference whether the reference of one tells that it is one of ours of this kind
     */
    DocumentReturns(
            OfficeClient client,
            InstantSource clock,
            Duration lookBack,
            Called called,
            Predicate<InvoiceOrder> counts,
            Predicate<InvoiceOrder> showsReference,
            Function<InvoiceOrder, Translation<D>> reading) {
        this.papers = new Papers(client);
        this.clock = clock;
        this.lookBack = lookBack;
        this.called = called;
        this.counts = counts;
        this.showsReference = showsReference;
        this.reading = reading;
    }

    /** A page's token is the last order id of the page before it, so that nothing is missed when more changes meanwhile. */
    @Override
    public Answer<Page> changedSince(Instant since, Optional<String> page, Conversation conversation) {
        Reply<List<Integer>> ids = papers.idsOfChanged(since, conversation);
        if (ids instanceof Failed<List<Integer>> failed) {
            return new Answer.None<>(failed.outcome());
        }
        int after = page.map(Integer::valueOf).orElse(0);
        List<Integer> rest = ((Said<List<Integer>>) ids)
                .body().stream().filter(id -> id > after).toList();
        if (rest.isEmpty()) {
            return new Answer.Value<>(new Page(List.of(), Optional.empty()));
        }
        List<Integer> these = rest.subList(0, Math.min(PAGE, rest.size()));
        Reply<List<InvoiceOrder>> reply = papers.brief(these, conversation);
        if (reply instanceof Failed<List<InvoiceOrder>> failed) {
            return new Answer.None<>(failed.outcome());
        }
        Optional<String> next = rest.size() > these.size()
                ? Optional.of(String.valueOf(these.get(these.size() - 1)))
                : Optional.empty();
        return new Answer.Value<>(new Page(briefs(((Said<List<InvoiceOrder>>) reply).body()), next));
    }

    @Override
    public Answer<Optional<String>> idOf(String name, Conversation conversation) {
        if (called == Called.BY_ORDER_ID) {
            return new Answer.Value<>(Optional.of(name));
        }
        return papers.invoiced(name, conversation)
                .map(found -> Optional.of(
                        found.map(paper -> String.valueOf(paper.getOrderId())).orElse(name)))
                .answer();
    }

    @Override
    public Answer<Optional<D>> read(String id, Conversation conversation) {
        Reply<Optional<InvoiceOrder>> reply = papers.whole(id, conversation);
        if (reply instanceof Failed<Optional<InvoiceOrder>> failed) {
            return new Answer.None<>(failed.outcome());
        }
        Optional<InvoiceOrder> found =
                ((Said<Optional<InvoiceOrder>>) reply).body().filter(counts);
        if (found.isEmpty()) {
            return new Answer.Value<>(Optional.empty());
        }
        return Reply.translated(new Said<>(reading.apply(found.get())));
    }

    /** Looks through what changed within the look-back: no reference can be searched. */
    @Override
    public Answer<List<Brief>> carrying(Reference reference, Conversation conversation) {
        return papers.changed(clock.instant().minus(lookBack), conversation)
                .map(changed -> briefs(DocumentMatch.carrying(reference, changed)))
                .answer();
    }

    private List<Brief> briefs(List<InvoiceOrder> documents) {
        return documents.stream().filter(counts).map(this::brief).toList();
    }

    private Brief brief(InvoiceOrder paper) {
        return new Brief(
                String.valueOf(paper.getOrderId()),
                Optional.ofNullable(paper.getReferenceNumber())
                        .map(String::strip)
                        .filter(text -> showsReference.test(paper) && Reference.wellFormed(text))
                        .map(Reference::new),
                Fingerprint.of(
                        paper.getCustomerId(),
                        paper.getOrderStatus(),
                        paper.getInvoiceId(),
                        paper.getOrderTotalIncVat(),
                        paper.getOrderTotalVat(),
                        paper.getDateInvoiced(),
                        paper.getDateChanged(),
                        paper.getPaid(),
                        paper.getReferenceInvoiceId()));
    }
}
