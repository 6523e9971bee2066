package org.accountinghub.connectors.twentyfoursevenoffice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.http.Hiding;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.http.SecretNumbers;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Delivered;
import org.accountinghub.connectors.spi.Outcome.Rejected;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.BillableOrder.Target;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.twentyfoursevenoffice.DocumentMatch;
import org.accountinghub.mappings.twentyfoursevenoffice.DocumentTranslation;
import org.accountinghub.mappings.twentyfoursevenoffice.InvoiceReading;
import org.accountinghub.mappings.twentyfoursevenoffice.KnownProducts;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.ArrayOfInvoiceOrder;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.SaveInvoices;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.SaveInvoicesResponse;

/**
 * Brings a billable order as an order or as an invoice, which are one kind of document there, made by one call. No
 * reference can be searched: after a lost answer the customer's documents that changed since the first intent are listed and
 * compared.
 */
final class OfficeDocuments implements Delivery<BillableOrder> {

    private final OfficeSettings settings;
    private final OfficeClient client;
    private final InstantSource clock;
    private final OfficeProducts products;
    private final Papers papers;
    private final DocumentTranslation translation;
    private final DocumentMatch match;

    OfficeDocuments(OfficeSettings settings, OfficeClient client, InstantSource clock, OfficeProducts products) {
        this.settings = settings;
        this.client = client;
        this.clock = clock;
        this.products = products;
        this.papers = new Papers(client);
        this.translation = new DocumentTranslation(settings.rules());
        this.match = new DocumentMatch(settings.rules());
    }

    @Override
    public List<Step> steps(BillableOrder order) {
        return List.of(Step.create(IdempotencyClass.C, settings.lateness()));
    }

    @Override
    public Outcome perform(Work<BillableOrder> work, Conversation everything) {
        Instant begun = clock.instant();
        BillableOrder order = work.document();
        Conversation conversation = Hiding.of(SecretNumbers.of(order), everything);
        Reply<KnownProducts> known = products.named(translation.productsToLookUp(order), conversation);
        if (known instanceof Failed<KnownProducts> failed) {
            return failed.outcome();
        }
        Translation<InvoiceOrder> translated =
                translate(order, companyId(work.bound()), ((Said<KnownProducts>) known).body());
        return translated instanceof Translation.Done<InvoiceOrder> done
                ? save(order, done, begun, conversation)
                : new Rejected(((Translation.Refused<InvoiceOrder>) translated).combined());
    }

    @Override
    public Finding find(Work<BillableOrder> work, Conversation everything) {
        BillableOrder order = work.document();
        Conversation conversation = Hiding.of(SecretNumbers.of(order), everything);
        int company = companyId(work.bound());
        Reply<List<InvoiceOrder>> reply = papers.ofCustomer(company, work.firstIntent(), conversation);
        if (reply instanceof Failed<List<InvoiceOrder>> failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        DocumentMatch.Verdict verdict = match.among(order, company, ((Said<List<InvoiceOrder>>) reply).body());
        if (verdict instanceof DocumentMatch.Verdict.Unclear unclear) {
            return new Finding.Disagrees(unclear.problem());
        }
        if (!(verdict instanceof DocumentMatch.Verdict.Found found)) {
            return new Finding.Absent();
        }
        return unfinished(order, found.document())
                .<Finding>map(Finding.Disagrees::new)
                .orElseGet(() -> new Finding.Found(document(
                        order, found.document(), List.of("found in 24SevenOffice among the customer's documents"))));
    }

    @Override
    public Rehearsal rehearse(BillableOrder order, Map<String, String> bound, Conversation everything) {
        Conversation conversation = Hiding.of(SecretNumbers.of(order), everything);
        Reply<KnownProducts> known = products.named(translation.productsToLookUp(order), conversation);
        if (known instanceof Failed<KnownProducts> failed) {
            return Rehearsal.of(failed.outcome());
        }
        int company = bound.containsKey(SourceKey.CUSTOMER) ? companyId(bound) : 0;
        return Rehearsal.of(translate(order, company, ((Said<KnownProducts>) known).body()));
    }

    private Translation<InvoiceOrder> translate(BillableOrder order, int company, KnownProducts known) {
        Translation<InvoiceOrder> translated = translation.translate(order, order.documentDate(), company, known);
        if (order.target() == Target.INVOICE && translated instanceof Translation.Done<InvoiceOrder> done) {
            settings.distribution().ifPresent(done.value()::setDistributionMethod);
        }
        return translated;
    }

    private Outcome save(
            BillableOrder order, Translation.Done<InvoiceOrder> translated, Instant begun, Conversation conversation) {
        ArrayOfInvoiceOrder one = new ArrayOfInvoiceOrder();
        one.getInvoiceOrder().add(translated.value());
        SaveInvoices content = new SaveInvoices();
        content.setInvoices(one);
        Reply<SaveInvoicesResponse> reply = client.write(Operation.SAVE_INVOICES, content, begun, conversation);
        if (reply instanceof Said<SaveInvoicesResponse> said) {
            return saved(order, said.body(), translated.notes(), conversation);
        }
        Outcome failure = ((Failed<SaveInvoicesResponse>) reply).outcome();
        if (failure instanceof Rejected) {
            products.forget();
        }
        return failure;
    }

    private Outcome saved(
            BillableOrder order, SaveInvoicesResponse answer, List<String> notes, Conversation conversation) {
        List<InvoiceOrder> saved = answer.getSaveInvoicesResult() == null
                ? List.of()
                : answer.getSaveInvoicesResult().getInvoiceOrder();
        Integer id = saved.size() == 1 && saved.get(0) != null ? saved.get(0).getOrderId() : null;
        if (id == null || id < 1) {
            return OfficeProblems.unreadable("it names no order id", true);
        }
        if (order.target() == Target.ORDER || isNumbered(saved.get(0))) {
            return new Delivered(document(order, saved.get(0), notes));
        }
        // that a save answers with the invoice's number is not documented: the document itself tells
        Reply<Optional<InvoiceOrder>> read = papers.whole(id.toString(), conversation);
        InvoiceOrder there =
                read instanceof Said<Optional<InvoiceOrder>> said ? said.body().orElse(saved.get(0)) : saved.get(0);
        return read instanceof Said<?>
                ? unfinished(order, there)
                        .<Outcome>map(Outcome.Uncertain::new)
                        .orElseGet(() -> new Delivered(document(order, there, notes)))
                : new Delivered(document(order, there, notes));
    }

    /** An invoice that stayed an order is nobody's invoice. */
    private Optional<Problem> unfinished(BillableOrder order, InvoiceOrder there) {
        return order.target() == Target.ORDER || InvoiceReading.isInvoice(there, settings.rules())
                ? Optional.empty()
                : Optional.of(OfficeProblems.partner(
                        "not-invoiced",
                        "Order " + order.orderNumber() + " is order " + there.getOrderId()
                                + " in 24SevenOffice, where it should have become an invoice and has not.",
                        "Invoice that order in 24SevenOffice and mark the transfer as delivered with its order id; or make"
                                + " it inactive there and send the order again."));
    }

    /** Known by its order id, as order and as invoice; people call an invoice by its invoice number. */
    private PartnerDocument document(BillableOrder order, InvoiceOrder there, List<String> notes) {
        String id = String.valueOf(there.getOrderId());
        boolean numbered = order.target() == Target.INVOICE && isNumbered(there);
        return new PartnerDocument(id, numbered ? String.valueOf(there.getInvoiceId()) : id, notes);
    }

    private static boolean isNumbered(InvoiceOrder there) {
        return there.getInvoiceId() != null && there.getInvoiceId() > 0;
    }

    private static int companyId(Map<String, String> bound) {
        return Optional.ofNullable(bound.get(SourceKey.CUSTOMER))
                .filter(id -> id.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElseThrow(() -> new IllegalArgumentException("a document needs its customer's company id"));
    }
}
