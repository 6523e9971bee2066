package org.accountinghub.connectors.fortnox.simulator;

import java.time.LocalDate;
import java.util.List;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /3/invoicepayments}: a payment touches the invoice's balance when it is booked. */
final class PaymentResource implements Resource {
    private static final String WRAPPER = "InvoicePayment";
    private static final List<String> LISTED = List.of(
            "@url",
            "Amount",
            "Booked",
            "Currency",
            "CurrencyRate",
            "CurrencyUnit",
            "InvoiceNumber",
            "Number",
            "PaymentDate",
            "Source");

    private final Fields fields = Fields.read("payment");
    private final InvoiceActions actions;
    private final Effects effects;
    private final Listing listing = new Listing("InvoicePayments", "", PaymentResource::item)
            .filter(
                    "invoicenumber",
                    (payment, wanted) ->
                            payment.path("InvoiceNumber").asString("").equals(wanted));

    PaymentResource(InvoiceActions actions, Effects effects) {
        this.actions = actions;
        this.effects = effects;
    }

    @Override
    public String scope() {
        return "payment";
    }

    @Override
    public String numberName() {
        return "Number";
    }

    @Override
    public Handled handle(FortnoxCompany company, PartnerRequest request, ApiPath path) {
        if (path.number().isEmpty()) {
            return request.method().equals("POST")
                    ? created(company, request)
                    : Handled.reading(listing.answer(request, company.payments));
        }
        ObjectNode payment = company.payments
                .find(path.number())
                .orElseThrow(() -> Refusal.missing("Kan inte hitta betalningen.", 2000435));
        return switch (request.method() + " " + path.action()) {
            case "GET " -> Handled.reading(Handled.wrapped(200, WRAPPER, payment));
            case "PUT bookkeep" -> bookkeep(company, payment, request.id());
            default -> throw FortnoxApi.noSuchResource();
        };
    }

    private Handled created(FortnoxCompany company, PartnerRequest request) {
        Entry entry = create(company, RequestBody.read(request, WRAPPER), request.id());
        return Handled.writing(Handled.wrapped(201, WRAPPER, entry.document()), entry.number(), entry.commit());
    }

    Entry create(FortnoxCompany company, ObjectNode sent, String requestId) {
        fields.checkNew(sent);
        ObjectNode invoice = invoice(company, sent);
        ObjectNode payment = fields.blank();
        payment.put("PaymentDate", actions.today().toString());
        fields.merge(payment, sent);
        String number = company.payments.takeNumber();
        payment.put("@url", "https://api.fortnox.se/3/invoicepayments/" + number)
                .put("Number", number)
                .put("InvoiceCustomerName", invoice.path("CustomerName").asString(""))
                .put("InvoiceCustomerNumber", invoice.path("CustomerNumber").asString(""))
                .put("InvoiceDueDate", invoice.path("DueDate").asString(""))
                .put("InvoiceOCR", invoice.path("OCR").asString(""))
                .put("InvoiceTotal", Amounts.text(Amounts.of(invoice, "Total")));
        payment.set("AmountCurrency", payment.path("Amount"));
        return new Entry(number, payment, () -> {
            company.payments.put(number, payment, effects.clock().instant());
            effects.add(company, "payment", Action.CREATED, number, payment, requestId);
        });
    }

    Handled bookkeep(FortnoxCompany company, ObjectNode payment, String requestId) {
        ObjectNode invoice = invoice(company, payment);
        LocalDate day = LocalDate.parse(payment.path("PaymentDate").asString(""));
        Runnable paid = actions.pay(company, invoice, Amounts.of(payment, "Amount"), day, requestId);
        payment.put("Booked", true);
        String number = payment.path("Number").asString("");
        return Handled.writing(Handled.wrapped(200, WRAPPER, payment), number, () -> {
            company.payments.put(number, payment, effects.clock().instant());
            paid.run();
        });
    }

    private static ObjectNode invoice(FortnoxCompany company, ObjectNode payment) {
        return company.invoices
                .find(payment.path("InvoiceNumber").asString(""))
                .orElseThrow(() -> Refusal.of("Kan inte hitta fakturan.", 2000434));
    }

    private static ObjectNode item(ObjectNode payment) {
        ObjectNode item = JsonMapper.shared().createObjectNode();
        LISTED.forEach(field -> item.set(field, payment.path(field)));
        return item.put("WriteOffExist", !payment.path("WriteOffs").isEmpty());
    }
}
