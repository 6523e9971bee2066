package org.accountinghub.connectors.fortnox.simulator;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes an invoice from what was sent, the customer and the company's settings, or refuses it. */
final class InvoiceDraft {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final Map<String, String> FROM_CUSTOMER = Map.ofEntries(
            Map.entry("CustomerName", "Name"),
            Map.entry("Address1", "Address1"),
            Map.entry("Address2", "Address2"),
            Map.entry("ZipCode", "ZipCode"),
            Map.entry("City", "City"),
            Map.entry("Currency", "Currency"),
            Map.entry("OurReference", "OurReference"),
            Map.entry("YourReference", "YourReference"),
            Map.entry("TermsOfPayment", "TermsOfPayment"),
            Map.entry("CostCenter", "CostCenter"),
            Map.entry("Project", "Project"),
            Map.entry("Remarks", "InvoiceRemark"),
            Map.entry("AdministrationFee", "InvoiceAdministrationFee"),
            Map.entry("Freight", "InvoiceFreight"));

    private final Fields fields = Fields.read("invoice");
    private final InvoiceRows rows = new InvoiceRows();
    private final InstantSource clock;

    InvoiceDraft(InstantSource clock) {
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDEN);
    }

    /** An invoice under a new number. */
    ObjectNode create(FortnoxCompany company, ObjectNode sent) {
        fields.checkNew(sent);
        ObjectNode customer = customer(company, sent.path("CustomerNumber").asString(""));
        ObjectNode invoice = fields.blank();
        Amounts.put(invoice, "AdministrationFee", company.administrationFee());
        FROM_CUSTOMER.forEach((field, source) -> {
            if (!Field.isEmpty(customer.path(source))) {
                invoice.set(field, customer.path(source));
            }
        });
        Amounts.put(invoice, "AdministrationFee", Amounts.of(invoice, "AdministrationFee"));
        Amounts.put(invoice, "Freight", Amounts.of(invoice, "Freight"));
        invoice.set("OrganisationNumber", customer.path("OrganisationNumber"));
        invoice.put("VATIncluded", customer.path("ShowPriceVATIncluded").booleanValue());
        invoice.withObject("/EmailInformation").set("EmailAddressTo", mailAddress(customer));
        invoice.put("InvoiceDate", today().toString());
        fields.merge(invoice, sent);
        invoice.set("InvoiceRows", rows.of(company, customer, sent.path("InvoiceRows")));
        complete(company, customer, invoice, sent);
        String number = company.invoices.takeNumber();
        invoice.put("DocumentNumber", number)
                .put("@url", "https://api.fortnox.se/3/invoices/" + number)
                .put(
                        "@urlTaxReductionList",
                        "https://api.fortnox.se/3/taxreductions?filter=invoices&referencenumber=" + number);
        if (invoice.path("OCR").asString("").isEmpty()) {
            invoice.put("OCR", Ocr.of(number));
        }
        return invoice;
    }

    /** The invoice with what was sent put over it. */
    ObjectNode update(FortnoxCompany company, ObjectNode invoice, ObjectNode sent) {
        fields.check(sent);
        ObjectNode customer = customer(
                company,
                sent.path("CustomerNumber")
                        .asString(invoice.path("CustomerNumber").asString("")));
        sent.remove("DocumentNumber");
        fields.merge(invoice, sent);
        if (sent.has("InvoiceRows")) {
            invoice.set(
                    "InvoiceRows",
                    rows.update(company, customer, invoice.path("InvoiceRows"), sent.path("InvoiceRows")));
        }
        complete(company, customer, invoice, sent);
        return invoice;
    }

    /** The opposite of an invoice, under a new number. */
    ObjectNode credit(FortnoxCompany company, ObjectNode invoice) {
        ObjectNode credit = invoice.deepCopy();
        credit.withArray("/InvoiceRows").forEach(row -> negate((ObjectNode) row));
        String number = company.invoices.takeNumber();
        String original = invoice.path("DocumentNumber").asString("");
        for (String amount : new String[] {"AdministrationFee", "Freight"}) {
            Amounts.put(credit, amount, Amounts.of(invoice, amount).negate());
        }
        credit.put("DocumentNumber", number)
                .put("@url", "https://api.fortnox.se/3/invoices/" + number)
                .put("Credit", "true")
                .put("CreditInvoiceReference", original)
                .put("OCR", Ocr.of(number))
                .put("InvoiceDate", today().toString())
                .put("DueDate", today().toString())
                .put("Booked", false)
                .put("Sent", false)
                .putNull("VoucherNumber")
                .putNull("VoucherSeries")
                .putNull("VoucherYear")
                .putNull("FinalPayDate");
        boolean vatFree = company.customers
                .find(credit.path("CustomerNumber").asString(""))
                .map(InvoiceRows::isVatFree)
                .orElse(false);
        InvoiceAmounts.calculate(credit, company, vatFree);
        return credit;
    }

    private static void negate(ObjectNode row) {
        row.put(
                "DeliveredQuantity",
                Amounts.text(Amounts.of(row, "DeliveredQuantity").negate()));
        if (row.path("DiscountType").asString("").equals("AMOUNT")) {
            Amounts.put(row, "Discount", Amounts.of(row, "Discount").negate());
        }
    }

    private static ObjectNode customer(FortnoxCompany company, String number) {
        ObjectNode customer =
                company.customers.find(number).orElseThrow(() -> Refusal.of("Kan inte hitta kunden.", 2000433));
        if (!customer.path("Active").booleanValue()) {
            throw Refusal.of("Kunden är inaktiv.", 2000204);
        }
        return customer;
    }

    private static JsonNode mailAddress(ObjectNode customer) {
        return Field.isEmpty(customer.path("EmailInvoice")) ? customer.path("Email") : customer.path("EmailInvoice");
    }

    private void complete(FortnoxCompany company, ObjectNode customer, ObjectNode invoice, ObjectNode sent) {
        LocalDate date = LocalDate.parse(invoice.path("InvoiceDate").asString(""));
        Periods.checkOpen(company, date);
        String terms = Terms.known(invoice.path("TermsOfPayment").asString(""));
        invoice.put("TermsOfPayment", terms.isEmpty() ? "30" : terms);
        if (!sent.has("DueDate")) {
            invoice.put("DueDate", date.plusDays(Terms.days(terms)).toString());
        }
        if (!sent.has("OutboundDate")) {
            invoice.put("OutboundDate", date.toString());
        }
        if (company.isInactiveCostCentre(invoice.path("CostCenter").asString(""))) {
            throw Refusal.of("Kostnadsstället är inaktivt.", 2000947);
        }
        InvoiceAmounts.calculate(invoice, company, InvoiceRows.isVatFree(customer));
    }
}
