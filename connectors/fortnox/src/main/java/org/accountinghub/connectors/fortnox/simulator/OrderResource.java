package org.accountinghub.connectors.fortnox.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import tools.jackson.databind.node.ObjectNode;

/** {@code /3/orders} with its actions; e-mailing and printing are readings with an effect. */
final class OrderResource extends DocumentResource {
    private static final List<String> LISTED = List.of(
            "@url",
            "Cancelled",
            "Currency",
            "CustomerName",
            "CustomerNumber",
            "DeliveryDate",
            "DocumentNumber",
            "ExternalInvoiceReference1",
            "ExternalInvoiceReference2",
            "OrderDate",
            "OrderType",
            "Project",
            "Sent",
            "Total");

    private final OrderActions actions;
    private final OrderInvoicing invoicing;

    OrderResource(DocumentDraft draft, OrderActions actions, OrderInvoicing invoicing, Effects effects) {
        super(DocumentKind.ORDER, draft, effects, LISTED, common -> filters(common, draft));
        this.actions = actions;
        this.invoicing = invoicing;
    }

    private static Listing filters(Listing common, DocumentDraft draft) {
        return common.words(Map.of(
                        "cancelled",
                        order -> is(order, "Cancelled"),
                        "invoicecreated",
                        OrderInvoicing::isInvoiced,
                        "invoicenotcreated",
                        OrderResource::isUnfinished,
                        "expired",
                        order -> isExpired(order, draft.today())))
                .text("ordertype", "OrderType")
                .filter(
                        "orderdate",
                        (order, day) -> order.path("OrderDate").asString("").equals(day));
    }

    @Override
    boolean isOpen(ObjectNode order) {
        return isUnfinished(order);
    }

    @Override
    Handled act(FortnoxCompany company, PartnerRequest request, ApiPath path, ObjectNode order) {
        return switch (request.method() + " " + path.action()) {
            case "PUT cancel" -> done(order, actions.cancel(company, order, request.id()));
            case "PUT externalprint" -> done(order, actions.send(company, order, Action.SENT, request.id()));
            case "GET email" -> {
                Mail.checkAddress(order);
                yield done(order, actions.send(company, order, Action.EMAILED, request.id()));
            }
            case "GET print" ->
                Handled.writing(
                        Handled.pdf(), reference(order), actions.send(company, order, Action.PRINTED, request.id()));
            case "PUT createinvoice" -> {
                Entry invoice = invoicing.invoice(company, order, request.id());
                yield Handled.writing(
                        Handled.wrapped(200, "Invoice", invoice.document()), reference(order), invoice.commit());
            }
            default -> throw FortnoxApi.noSuchResource();
        };
    }

    private static boolean isUnfinished(ObjectNode order) {
        return !OrderInvoicing.isInvoiced(order) && !is(order, "Cancelled");
    }

    private static boolean isExpired(ObjectNode order, LocalDate today) {
        String due = order.path("DeliveryDate").asString("");
        return isUnfinished(order) && !due.isEmpty() && LocalDate.parse(due).isBefore(today);
    }
}
