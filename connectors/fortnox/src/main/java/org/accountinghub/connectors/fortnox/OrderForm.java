package org.accountinghub.connectors.fortnox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.fortnox.FortnoxRules;
import org.accountinghub.mappings.fortnox.InvoiceReading;
import org.accountinghub.mappings.fortnox.OrderMatch;
import org.accountinghub.mappings.fortnox.OrderTranslation;
import org.accountinghub.mappings.fortnox.wire.FortnoxOrder;
import org.accountinghub.mappings.fortnox.wire.NewOrder;
import org.accountinghub.mappings.fortnox.wire.NewTaxReduction.ReferenceDocumentType;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.model.Translation;

/** A billable order as an order, to be invoiced over there. Needs the right to orders. */
final class OrderForm implements Form<NewOrder, FortnoxOrder> {

    static final String PATH = "/orders";

    private static final String NO_INVOICE = "0";
    private static final int MOST_PAGES = 2;

    private final FortnoxClient client;
    private final FortnoxLists lists;
    private final OrderTranslation translation;

    OrderForm(FortnoxClient client, FortnoxRules rules) {
        this.client = client;
        this.lists = new FortnoxLists(client);
        this.translation = new OrderTranslation(rules);
    }

    @Override
    public String noun() {
        return "order";
    }

    @Override
    public ReferenceDocumentType type() {
        return ReferenceDocumentType.ORDER;
    }

    @Override
    public Translation<NewOrder> translate(BillableOrder order, String customerNumber, Set<String> knownArticles) {
        return translation.translate(order, customerNumber, knownArticles);
    }

    @Override
    public Reply<FortnoxOrder> create(NewOrder content, Instant begun, Conversation conversation) {
        return entitled(client.post(PATH, new NewOrder.Body(content), FortnoxOrder.Body.class, begun, conversation)
                .map(FortnoxOrder.Body::order));
    }

    @Override
    public Reply<FortnoxOrder> read(String number, Conversation conversation) {
        return entitled(
                client.read(PATH + "/" + FortnoxClient.segment(number), Map.of(), FortnoxOrder.Body.class, conversation)
                        .map(FortnoxOrder.Body::order));
    }

    @Override
    public Reply<List<String>> listed(Reference reference, Conversation conversation) {
        Map<String, String> query = Map.of("externalinvoicereference1", reference.value());
        return entitled(lists.pages(FortnoxLists.ORDERS, query, MOST_PAGES, conversation)
                .map(hits -> OrderMatch.carrying(reference, hits).stream()
                        .flatMap(hit -> hit.documentNumber().stream())
                        .toList()));
    }

    @Override
    public boolean counts(Reference reference, FortnoxOrder found) {
        return found.documentNumber().isPresent()
                && InvoiceReading.reference(found.externalInvoiceReference1())
                        .filter(reference::equals)
                        .isPresent();
    }

    @Override
    public boolean alive(FortnoxOrder found) {
        return !found.cancelled().orElse(false);
    }

    @Override
    public Optional<Problem> closed(FortnoxOrder found) {
        String number = found.documentNumber().orElse("");
        if (!alive(found)) {
            return Optional.of(
                    FortnoxProblems.partner(
                            "order-cancelled",
                            "Order " + number + " was cancelled in Fortnox before all was done with it.",
                            "If nothing shall be invoiced, dismiss the transfer; else send the order again from the service system."));
        }
        return invoice(found)
                .map(invoice -> FortnoxProblems.partner(
                        "order-invoiced",
                        "Order " + number + " was invoiced in Fortnox, as invoice " + invoice
                                + ", before all was done with it.",
                        "Do what is missing on invoice " + invoice + " in Fortnox, then dismiss the transfer."));
    }

    @Override
    public Optional<LocalDate> date(FortnoxOrder found) {
        return found.orderDate();
    }

    @Override
    public Comparison compare(BillableOrder order, FortnoxOrder found) {
        return OrderMatch.compare(order, found);
    }

    @Override
    public Optional<Problem> confirm(BillableOrder order, String customerNumber, FortnoxOrder found) {
        return OrderMatch.confirm(order, customerNumber, found);
    }

    /** The number of the invoice made of an order. */
    static Optional<String> invoice(FortnoxOrder order) {
        return order.invoiceReference().filter(invoice -> !invoice.equals(NO_INVOICE));
    }

    /** Without the right to orders invoices still go. */
    static <T> Reply<T> entitled(Reply<T> reply) {
        return reply instanceof Failed<T> failed
                ? new Failed<>(OptionalRights.needed(FortnoxSettings.ORDER, failed.outcome()))
                : reply;
    }
}
