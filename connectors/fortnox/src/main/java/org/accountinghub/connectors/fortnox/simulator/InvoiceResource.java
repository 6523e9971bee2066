package org.accountinghub.connectors.fortnox.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /3/invoices} with its actions; e-mailing and printing are readings with an effect. */
final class InvoiceResource extends DocumentResource {
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

    private final InvoiceActions actions;

    InvoiceResource(DocumentDraft draft, InvoiceActions actions, Effects effects) {
        super(DocumentKind.INVOICE, draft, effects, LISTED, common -> filters(common, draft));
        this.actions = actions;
    }

    private static Listing filters(Listing common, DocumentDraft draft) {
        return common.words(Map.of(
                        "cancelled", invoice -> is(invoice, "Cancelled"),
                        "fullypaid", invoice -> is(invoice, "Booked") && balance(invoice) == 0,
                        "unpaid", invoice -> !is(invoice, "Cancelled") && balance(invoice) != 0,
                        "unpaidoverdue", invoice -> isOverdue(invoice, draft.today()),
                        "unbooked", invoice -> !is(invoice, "Booked") && !is(invoice, "Cancelled")))
                .text("yourordernumber", "YourOrderNumber")
                .text("ocr", "OCR")
                .text("currency", "Currency")
                .text("invoicetype", "InvoiceType")
                .text("credit", "Credit")
                .filter("fromfinalpaydate", (invoice, day) -> payDay(invoice).compareTo(day) >= 0)
                .filter(
                        "tofinalpaydate",
                        (invoice, day) ->
                                !payDay(invoice).isEmpty() && payDay(invoice).compareTo(day) <= 0)
                .filter("articlenumber", (invoice, wanted) -> anyRow(invoice, "ArticleNumber", wanted))
                .filter("articledescription", (invoice, wanted) -> anyRow(invoice, "Description", wanted));
    }

    @Override
    boolean isOpen(ObjectNode invoice) {
        return !is(invoice, "Booked") && !is(invoice, "Cancelled");
    }

    @Override
    Handled act(FortnoxCompany company, PartnerRequest request, ApiPath path, ObjectNode invoice) {
        return switch (request.method() + " " + path.action()) {
            case "PUT bookkeep" -> done(invoice, actions.bookkeep(company, invoice, request.id()));
            case "PUT cancel" -> done(invoice, actions.cancel(company, invoice, request.id()));
            case "PUT credit" -> done(invoice, actions.credit(company, invoice, request.id()));
            case "PUT externalprint" -> done(invoice, actions.send(company, invoice, Action.SENT, request.id()));
            case "GET email" -> done(invoice, actions.email(company, invoice, request.id()));
            case "GET einvoice" -> done(invoice, actions.electronic(company, invoice, request.id()));
            case "GET eprint" -> done(invoice, actions.post(company, invoice, request.id()));
            case "GET print" ->
                Handled.writing(
                        Handled.pdf(),
                        reference(invoice),
                        actions.send(company, invoice, Action.PRINTED, request.id()));
            default -> throw FortnoxApi.noSuchResource();
        };
    }

    private static int balance(ObjectNode invoice) {
        return Amounts.of(invoice, "Balance").signum();
    }

    private static boolean isOverdue(ObjectNode invoice, LocalDate today) {
        String due = invoice.path("DueDate").asString("");
        return !due.isEmpty()
                && balance(invoice) != 0
                && !is(invoice, "Cancelled")
                && LocalDate.parse(due).isBefore(today);
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
