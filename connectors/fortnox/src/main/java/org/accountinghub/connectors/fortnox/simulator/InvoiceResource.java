package org.accountinghub.connectors.fortnox.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /3/invoices} with its actions; e-mailing and printing are readings with an effect. */
final class InvoiceResource implements Resource {
    private static final String WRAPPER = "Invoice";
    private static final List<String> LISTED = List.of(
            "@url",
            "Balance",
            "Booked",
            "Cancelled",
            "CostCenter",
            "Currency",
            "CurrencyRate",
            "CurrencyUnit",
            "CustomerName",
            "CustomerNumber",
            "DocumentNumber",
            "DueDate",
            "ExternalInvoiceReference1",
            "ExternalInvoiceReference2",
            "InvoiceDate",
            "InvoiceType",
            "NoxFinans",
            "OCR",
            "VoucherNumber",
            "VoucherSeries",
            "VoucherYear",
            "WayOfDelivery",
            "TermsOfPayment",
            "Project",
            "Sent",
            "Total",
            "FinalPayDate");

    private final DocumentDraft draft;
    private final InvoiceActions actions;
    private final Effects effects;
    private final Listing listing;

    InvoiceResource(DocumentDraft draft, InvoiceActions actions, Effects effects) {
        this.draft = draft;
        this.actions = actions;
        this.effects = effects;
        this.listing = new Listing("Invoices", "InvoiceDate", InvoiceResource::item)
                .words(Map.of(
                        "cancelled", invoice -> is(invoice, "Cancelled"),
                        "fullypaid", invoice -> is(invoice, "Booked") && balance(invoice) == 0,
                        "unpaid", invoice -> !is(invoice, "Cancelled") && balance(invoice) != 0,
                        "unpaidoverdue", this::isOverdue,
                        "unbooked", invoice -> !is(invoice, "Booked") && !is(invoice, "Cancelled")))
                .text("documentnumber", "DocumentNumber")
                .text("customernumber", "CustomerNumber")
                .text("customername", "CustomerName")
                .text("externalinvoicereference1", "ExternalInvoiceReference1")
                .text("externalinvoicereference2", "ExternalInvoiceReference2")
                .text("yourordernumber", "YourOrderNumber")
                .text("yourreference", "YourReference")
                .text("ourreference", "OurReference")
                .text("ocr", "OCR")
                .text("costcenter", "CostCenter")
                .text("project", "Project")
                .text("currency", "Currency")
                .text("invoicetype", "InvoiceType")
                .text("credit", "Credit")
                .flag("sent", "Sent")
                .flag("notcompleted", "NotCompleted")
                .filter("fromfinalpaydate", (invoice, day) -> payDay(invoice).compareTo(day) >= 0)
                .filter(
                        "tofinalpaydate",
                        (invoice, day) ->
                                !payDay(invoice).isEmpty() && payDay(invoice).compareTo(day) <= 0)
                .filter("articlenumber", (invoice, wanted) -> anyRow(invoice, "ArticleNumber", wanted))
                .filter("articledescription", (invoice, wanted) -> anyRow(invoice, "Description", wanted));
    }

    @Override
    public String scope() {
        return "invoice";
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
                    : Handled.reading(listing.answer(request, company.invoices));
        }
        ObjectNode invoice = company.invoices.find(path.number()).orElseThrow(DocumentKind.INVOICE::refusal);
        String reference = invoice.path("ExternalInvoiceReference1").asString("");
        return switch (request.method() + " " + path.action()) {
            case "GET " -> new Handled(Handled.wrapped(200, WRAPPER, invoice), Optional.empty(), reference);
            case "GET preview" -> Handled.reading(Handled.pdf());
            case "PUT " -> update(company, request, invoice);
            case "PUT bookkeep" -> done(reference, invoice, actions.bookkeep(company, invoice, request.id()));
            case "PUT cancel" -> done(reference, invoice, actions.cancel(company, invoice, request.id()));
            case "PUT credit" -> done(reference, invoice, actions.credit(company, invoice, request.id()));
            case "PUT externalprint" ->
                done(reference, invoice, actions.send(company, invoice, Action.SENT, request.id()));
            case "GET email" -> done(reference, invoice, actions.email(company, invoice, request.id()));
            case "GET einvoice" -> done(reference, invoice, actions.electronic(company, invoice, request.id()));
            case "GET eprint" -> done(reference, invoice, actions.post(company, invoice, request.id()));
            case "GET print" ->
                Handled.writing(Handled.pdf(), reference, actions.send(company, invoice, Action.PRINTED, request.id()));
            default -> throw FortnoxApi.noSuchResource();
        };
    }

    private static Handled done(String reference, ObjectNode invoice, Runnable commit) {
        return Handled.writing(Handled.wrapped(200, WRAPPER, invoice), reference, commit);
    }

    private Handled created(FortnoxCompany company, PartnerRequest request) {
        Entry entry = create(company, RequestBody.read(request, WRAPPER), request.id());
        String reference = entry.document().path("ExternalInvoiceReference1").asString("");
        return Handled.writing(Handled.wrapped(201, WRAPPER, entry.document()), reference, entry.commit());
    }

    Entry create(FortnoxCompany company, ObjectNode sent, String requestId) {
        ObjectNode invoice = draft.create(company, sent);
        String number = invoice.path("DocumentNumber").asString("");
        return new Entry(number, invoice, () -> {
            company.invoices.put(number, invoice, effects.clock().instant());
            effects.add(company, "invoice", Action.CREATED, number, invoice, requestId);
        });
    }

    private Handled update(FortnoxCompany company, PartnerRequest request, ObjectNode before) {
        Entry entry = change(company, before, RequestBody.read(request, WRAPPER), request.id());
        String reference = entry.document().path("ExternalInvoiceReference1").asString("");
        return Handled.writing(Handled.wrapped(200, WRAPPER, entry.document()), reference, entry.commit());
    }

    /** What was sent put over a document that is not finished. */
    Entry change(FortnoxCompany company, ObjectNode before, ObjectNode sent, String requestId) {
        if (is(before, "Booked") || is(before, "Cancelled")) {
            throw Refusal.of("Dokumentet är färdigt och kan inte ändras.", 2003125);
        }
        ObjectNode invoice = draft.update(company, before, sent);
        String number = invoice.path("DocumentNumber").asString("");
        return new Entry(number, invoice, () -> {
            company.taxReductions.renumber(DocumentKind.INVOICE, invoice, effects);
            company.invoices.put(number, invoice, effects.clock().instant());
            effects.add(company, "invoice", Action.UPDATED, number, invoice, requestId);
        });
    }

    private static ObjectNode item(ObjectNode invoice) {
        ObjectNode item = JsonMapper.shared().createObjectNode();
        LISTED.forEach(field -> item.set(field, invoice.path(field)));
        return item.put("CurrencyRate", Amounts.text(Amounts.of(invoice, "CurrencyRate")));
    }

    private static boolean is(ObjectNode invoice, String field) {
        return invoice.path(field).booleanValue(false);
    }

    private static int balance(ObjectNode invoice) {
        return Amounts.of(invoice, "Balance").signum();
    }

    private boolean isOverdue(ObjectNode invoice) {
        String due = invoice.path("DueDate").asString("");
        return !due.isEmpty()
                && balance(invoice) != 0
                && !is(invoice, "Cancelled")
                && LocalDate.parse(due).isBefore(draft.today());
    }

    private static String payDay(ObjectNode invoice) {
        return invoice.path("FinalPayDate").asString("");
    }

    private static boolean anyRow(ObjectNode invoice, String field, String wanted) {
        for (JsonNode row : invoice.path("InvoiceRows")) {
            if (row.path(field).asString("").contains(wanted)) {
                return true;
            }
        }
        return false;
    }
}
