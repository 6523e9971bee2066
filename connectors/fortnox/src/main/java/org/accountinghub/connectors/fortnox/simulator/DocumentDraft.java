package org.accountinghub.connectors.fortnox.simulator;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes an invoice or an order from what was sent, the customer and the company's settings, or refuses it. */
final class DocumentDraft {
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

    private final DocumentKind kind;
    private final Fields fields;
    private final DocumentRows rows;
    private final InstantSource clock;

    DocumentDraft(DocumentKind kind, InstantSource clock) {
        this.kind = kind;
        this.fields = Fields.read(kind.kind());
        this.rows = new DocumentRows(kind);
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDEN);
    }

    /** A document under a new number. */
    ObjectNode create(FortnoxCompany company, ObjectNode sent) {
        fields.checkNew(sent);
        ObjectNode customer = customer(company, sent.path("CustomerNumber").asString(""));
        ObjectNode document = fields.blank();
        Amounts.put(document, "AdministrationFee", company.administrationFee());
        FROM_CUSTOMER.forEach((field, source) -> {
            boolean forInvoices = source.startsWith("Invoice");
            if (!Field.isEmpty(customer.path(source)) && (kind == DocumentKind.INVOICE || !forInvoices)) {
                document.set(field, customer.path(source));
            }
        });
        Amounts.put(document, "AdministrationFee", Amounts.of(document, "AdministrationFee"));
        Amounts.put(document, "Freight", Amounts.of(document, "Freight"));
        document.set("OrganisationNumber", customer.path("OrganisationNumber"));
        document.put("VATIncluded", customer.path("ShowPriceVATIncluded").booleanValue());
        document.withObject("/EmailInformation").set("EmailAddressTo", mailAddress(customer));
        document.put(kind.date(), today().toString());
        fields.merge(document, sent);
        document.set(kind.rows(), rows.of(company, customer, sent.path(kind.rows())));
        complete(company, customer, document, sent);
        String number = kind.register(company).takeNumber();
        document.put("DocumentNumber", number)
                .put("@url", "https://api.fortnox.se/3/" + kind.plural() + "/" + number)
                .put(
                        "@urlTaxReductionList",
                        "https://api.fortnox.se/3/taxreductions?filter=" + kind.plural() + "&referencenumber="
                                + number);
        if (kind == DocumentKind.INVOICE && document.path("OCR").asString("").isEmpty()) {
            document.put("OCR", Ocr.of(number));
        }
        return document;
    }

    /** The document with what was sent put over it. */
    ObjectNode update(FortnoxCompany company, ObjectNode document, ObjectNode sent) {
        fields.check(sent);
        ObjectNode customer = customer(
                company,
                sent.path("CustomerNumber")
                        .asString(document.path("CustomerNumber").asString("")));
        sent.remove("DocumentNumber");
        fields.merge(document, sent);
        if (sent.has(kind.rows())) {
            document.set(
                    kind.rows(), rows.update(company, customer, document.path(kind.rows()), sent.path(kind.rows())));
        }
        complete(company, customer, document, sent);
        HouseWork.checkAskedFor(kind, document, company);
        return document;
    }

    private static ObjectNode customer(FortnoxCompany company, String number) {
        ObjectNode customer =
                company.customers.find(number).orElseThrow(() -> Refusal.of("Kan inte hitta kunden.", 2000433));
        if (!customer.path("Active").booleanValue()) {
            throw Refusal.of("Kunden är inaktiv.", 2000204);
        }
        return customer;
    }

    private JsonNode mailAddress(ObjectNode customer) {
        JsonNode own = customer.path(kind.mailField());
        return Field.isEmpty(own) ? customer.path("Email") : own;
    }

    private void complete(FortnoxCompany company, ObjectNode customer, ObjectNode document, ObjectNode sent) {
        LocalDate date = LocalDate.parse(document.path(kind.date()).asString(""));
        if (kind == DocumentKind.INVOICE) {
            Periods.checkOpen(company, date);
        }
        HouseWork.check(kind, document);
        String terms = Terms.known(document.path("TermsOfPayment").asString(""));
        document.put("TermsOfPayment", terms.isEmpty() ? "30" : terms);
        if (kind == DocumentKind.INVOICE && !sent.has("DueDate")) {
            document.put("DueDate", date.plusDays(Terms.days(terms)).toString());
        }
        if (!sent.has("OutboundDate")) {
            document.put("OutboundDate", date.toString());
        }
        if (company.isInactiveCostCentre(document.path("CostCenter").asString(""))) {
            throw Refusal.of("Kostnadsstället är inaktivt.", 2000947);
        }
        DocumentAmounts.calculate(kind, document, company, DocumentRows.isVatFree(customer));
    }
}
