package org.accountinghub.connectors.fortnox.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /3/orders} with its actions; e-mailing and printing are readings with an effect. */
final class OrderResource implements Resource {
    private static final String WRAPPER = "Order";
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

    private final DocumentDraft draft;
    private final OrderActions actions;
    private final OrderInvoicing invoicing;
    private final Effects effects;
    private final Listing listing;

    OrderResource(DocumentDraft draft, OrderActions actions, OrderInvoicing invoicing, Effects effects) {
        this.draft = draft;
        this.actions = actions;
        this.invoicing = invoicing;
        this.effects = effects;
        this.listing = new Listing("Orders", "OrderDate", OrderResource::item)
                .words(Map.of(
                        "cancelled", order -> is(order, "Cancelled"),
                        "invoicecreated", OrderInvoicing::isInvoiced,
                        "invoicenotcreated", OrderResource::isOpen,
                        "expired", this::isExpired))
                .text("documentnumber", "DocumentNumber")
                .text("customernumber", "CustomerNumber")
                .text("customername", "CustomerName")
                .text("externalinvoicereference1", "ExternalInvoiceReference1")
                .text("externalinvoicereference2", "ExternalInvoiceReference2")
                .text("yourreference", "YourReference")
                .text("ourreference", "OurReference")
                .text("ordertype", "OrderType")
                .text("costcenter", "CostCenter")
                .text("project", "Project")
                .filter(
                        "orderdate",
                        (order, day) -> order.path("OrderDate").asString("").equals(day))
                .flag("sent", "Sent")
                .flag("notcompleted", "NotCompleted");
    }

    @Override
    public String scope() {
        return "order";
    }

    @Override
    public String numberName() {
        return "DocumentNumber";
    }

    @Override
    public Handled handle(FortnoxCompany company, PartnerRequest request, ApiPath path) {
        if (path.number().isEmpty()) {
            return request.method().equals("POST")
                    ? created(company, request)
                    : Handled.reading(listing.answer(request, company.orders));
        }
        ObjectNode order = company.orders.find(path.number()).orElseThrow(DocumentKind.ORDER::refusal);
        String reference = reference(order);
        return switch (request.method() + " " + path.action()) {
            case "GET " -> new Handled(Handled.wrapped(200, WRAPPER, order), Optional.empty(), reference);
            case "GET preview" -> Handled.reading(Handled.pdf());
            case "PUT " -> update(company, request, order);
            case "PUT cancel" -> done(reference, order, actions.cancel(company, order, request.id()));
            case "PUT externalprint" -> done(reference, order, actions.send(company, order, Action.SENT, request.id()));
            case "GET email" -> {
                Mail.checkAddress(order);
                yield done(reference, order, actions.send(company, order, Action.EMAILED, request.id()));
            }
            case "GET print" ->
                Handled.writing(Handled.pdf(), reference, actions.send(company, order, Action.PRINTED, request.id()));
            case "PUT createinvoice" -> {
                Entry invoice = invoicing.invoice(company, order, request.id());
                yield Handled.writing(Handled.wrapped(200, "Invoice", invoice.document()), reference, invoice.commit());
            }
            default -> throw FortnoxApi.noSuchResource();
        };
    }

    private static Handled done(String reference, ObjectNode order, Runnable commit) {
        return Handled.writing(Handled.wrapped(200, WRAPPER, order), reference, commit);
    }

    private Handled created(FortnoxCompany company, PartnerRequest request) {
        Entry entry = create(company, RequestBody.read(request, WRAPPER), request.id());
        return Handled.writing(
                Handled.wrapped(201, WRAPPER, entry.document()), reference(entry.document()), entry.commit());
    }

    Entry create(FortnoxCompany company, ObjectNode sent, String requestId) {
        ObjectNode order = draft.create(company, sent);
        String number = order.path("DocumentNumber").asString("");
        return new Entry(number, order, () -> {
            company.orders.put(number, order, effects.clock().instant());
            effects.add(company, "order", Action.CREATED, number, order, requestId);
        });
    }

    private Handled update(FortnoxCompany company, PartnerRequest request, ObjectNode before) {
        Entry entry = change(company, before, RequestBody.read(request, WRAPPER), request.id());
        String reference = entry.document().path("ExternalInvoiceReference1").asString("");
        return Handled.writing(Handled.wrapped(200, WRAPPER, entry.document()), reference, entry.commit());
    }

    /** What was sent put over a document that is not finished. */
    Entry change(FortnoxCompany company, ObjectNode before, ObjectNode sent, String requestId) {
        if (!isOpen(before)) {
            throw Refusal.of("Dokumentet är färdigt och kan inte ändras.", 2003125);
        }
        ObjectNode order = draft.update(company, before, sent);
        String number = order.path("DocumentNumber").asString("");
        return new Entry(number, order, () -> {
            company.taxReductions.renumber(DocumentKind.ORDER, order, effects);
            company.orders.put(number, order, effects.clock().instant());
            effects.add(company, "order", Action.UPDATED, number, order, requestId);
        });
    }

    private static ObjectNode item(ObjectNode order) {
        ObjectNode item = JsonMapper.shared().createObjectNode();
        LISTED.forEach(field -> item.set(field, order.path(field)));
        return item;
    }

    private static String reference(ObjectNode order) {
        return order.path("ExternalInvoiceReference1").asString("");
    }

    private static boolean is(ObjectNode order, String field) {
        return order.path(field).booleanValue(false);
    }

    private static boolean isOpen(ObjectNode order) {
        return !OrderInvoicing.isInvoiced(order) && !is(order, "Cancelled");
    }

    private boolean isExpired(ObjectNode order) {
        String due = order.path("DeliveryDate").asString("");
        return isOpen(order) && !due.isEmpty() && LocalDate.parse(due).isBefore(draft.today());
    }
}
