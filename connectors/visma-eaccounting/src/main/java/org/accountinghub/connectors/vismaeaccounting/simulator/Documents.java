package org.accountinghub.connectors.vismaeaccounting.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What eAccounting does with drafts, orders and invoices. A document that was consumed meanwhile is not made twice. */
final class Documents {
    static final int INVOICED = 4;

    private static final Pattern SSN = Pattern.compile("\\d{12}|\\d{8}-\\d{4}|\\d{6}-?\\d{4}");
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    /** What an order says in other words than the invoice that is made of it. */
    private static final Map<String, String> OF_ORDERS = Map.of(
            "HouseWorkPropertyName", "RotReducedInvoicingPropertyName",
            "HouseWorkCorporateIdentityNumber", "RotReducedInvoicingOrgNumber",
            "HouseWorkAutomaticDistribution", "RotReducedInvoicingAutomaticDistribution",
            "HouseWorkAmount", "RotReducedInvoicingAmount",
            "OrderDate", "InvoiceDate");

    private final Effects effects;
    private final InstantSource clock;

    Documents(Effects effects, InstantSource clock) {
        this.effects = effects;
        this.clock = clock;
    }

    Handled add(VismaCompany company, Kind kind, ObjectNode sent, String requestId) {
        ObjectNode made = computed(company, kind, sent);
        made.put("Id", UUID.randomUUID().toString()).put("CreatedUtc", now());
        if (kind.equals(Kind.ORDERS)) {
            made.put("Number", company.nextOrder());
        }
        return Handled.done(201, made, () -> {
            company.add(kind, made);
            effects.add(company, kind, Action.CREATED, made, requestId);
        });
    }

    Handled replace(VismaCompany company, Kind kind, ObjectNode there, ObjectNode sent, String requestId) {
        requireOpen(there);
        String id = there.path("Id").stringValue();
        ObjectNode anew = computed(company, kind, sent);
        anew.put("Id", id).put("CreatedUtc", there.path("CreatedUtc").stringValue());
        if (kind.equals(Kind.ORDERS)) {
            anew.put("Number", there.path("Number").intValue());
        }
        return Handled.done(200, anew, () -> {
            boolean open = company.find(kind, id)
                    .filter(one -> one.path("Status").intValue(0) != INVOICED)
                    .isPresent();
            if (!open) {
                return;
            }
            boolean changes =
                    !company.find(kind, id).map(Documents::withoutTimes).equals(Optional.of(withoutTimes(anew)));
            company.add(kind, anew);
            if (changes) {
                effects.add(company, kind, Action.UPDATED, anew, requestId);
            }
        });
    }

    /** The draft is gone then. */
    Handled convertDraft(VismaCompany company, ObjectNode draft, String requestId) {
        String id = draft.path("Id").stringValue();
        ObjectNode invoice = draft.deepCopy();
        invoice.put("CreatedFromDraftId", id);
        if (!company.settings().path("KeepOriginalDraftDate").booleanValue(false)) {
            invoice.put("InvoiceDate", today().toString());
        }
        invoice.put("CurrencyCode", draft.path("InvoiceCurrencyCode").stringValue());
        finish(company, invoice);
        return Handled.done(201, invoice, () -> {
            if (company.all(Kind.DRAFTS).remove(id) != null) {
                company.add(Kind.INVOICES, invoice);
                effects.add(company, Kind.INVOICES, Action.DERIVED, invoice, requestId);
            }
        });
    }

    Handled convertOrder(VismaCompany company, ObjectNode order, String requestId) {
        requireOpen(order);
        return ofOrder(company, order, order, requestId);
    }

    /** @param content the order with the quantities that were delivered */
    Handled ofOrder(VismaCompany company, ObjectNode order, ObjectNode content, String requestId) {
        ObjectNode invoice = content.deepCopy();
        OF_ORDERS.forEach((ordered, invoiced) -> {
            JsonNode value = invoice.remove(ordered);
            if (value != null) {
                invoice.set(invoiced, value);
            }
        });
        invoice.put("CreatedFromOrderId", order.path("Id").stringValue());
        ObjectNode customer = customer(company, order);
        boolean included = Sums.included(company, customer);
        invoice.put("CustomerNumber", customer.path("CustomerNumber").asString(""))
                .put("IncludesVat", included)
                .put("InvoiceDate", today().toString());
        for (JsonNode row : invoice.path("Rows")) {
            if (row instanceof ObjectNode one && one.has("DeliveredQuantity")) {
                one.set("Quantity", one.get("DeliveredQuantity"));
            }
        }
        String currency = order.path("CurrencyCode").stringValue();
        Sums sums = Sums.of(invoice, company, customer, included, currency);
        invoice.put("TotalAmount", sums.total())
                .put("TotalVatAmount", sums.vatSum())
                .put("TotalRoundings", sums.rounding());
        invoice.remove("Status");
        invoice.remove("Number");
        finish(company, invoice);
        return Handled.done(201, invoice, () -> {
            if (order.path("Status").intValue(0) != INVOICED) {
                order.put("Status", INVOICED).put("ModifiedUtc", now());
                company.add(Kind.INVOICES, invoice);
                effects.add(company, Kind.INVOICES, Action.DERIVED, invoice, requestId);
            }
        });
    }

    Handled email(VismaCompany company, ObjectNode invoice, String requestId) {
        return Handled.done(200, JsonMapper.shared().createObjectNode(), () -> {
            invoice.put("IsNotDelivered", false).put("ModifiedUtc", now());
            effects.add(company, Kind.INVOICES, Action.EMAILED, invoice, requestId);
        });
    }

    Handled pay(VismaCompany company, ObjectNode invoice, ObjectNode sent, String requestId) {
        Contract.check(Kind.PAYMENTS, sent);
        return paid(company, invoice, sent.path("PaymentAmount").decimalValue(), requestId);
    }

    Handled paid(VismaCompany company, ObjectNode invoice, BigDecimal amount, String requestId) {
        BigDecimal left = invoice.path("RemainingAmount").decimalValue().subtract(amount);
        if (left.signum() < 0) {
            throw Refusal.invalid("PaymentAmount", "is more than what is left");
        }
        return Handled.done(200, JsonMapper.shared().createObjectNode(), () -> {
            invoice.put("RemainingAmount", left)
                    .put("RemainingAmountInvoiceCurrency", left)
                    .put("ModifiedUtc", now());
            effects.add(company, Kind.INVOICES, Action.PAID, invoice, requestId);
        });
    }

    /** A credit invoice over the whole; nothing is left of the first. */
    ObjectNode credit(VismaCompany company, ObjectNode invoice, String requestId) {
        ObjectNode credit = invoice.deepCopy();
        credit.remove("CreatedFromDraftId");
        credit.remove("CreatedFromOrderId");
        for (JsonNode row : credit.path("Rows")) {
            if (row instanceof ObjectNode one && one.has("Quantity")) {
                one.put("Quantity", one.path("Quantity").decimalValue().negate());
            }
        }
        credit.put("IsCreditInvoice", true)
                .put("ReferringInvoiceId", invoice.path("Id").stringValue());
        for (String total : new String[] {"TotalAmount", "TotalVatAmount", "TotalRoundings"}) {
            credit.put(total, credit.path(total).decimalValue().negate());
        }
        finish(company, credit);
        credit.put("RemainingAmount", 0).put("RemainingAmountInvoiceCurrency", 0);
        invoice.put("RemainingAmount", 0)
                .put("RemainingAmountInvoiceCurrency", 0)
                .put("ModifiedUtc", now());
        company.add(Kind.INVOICES, credit);
        effects.add(company, Kind.INVOICES, Action.CREDITED, credit, requestId);
        return credit;
    }

    private ObjectNode computed(VismaCompany company, Kind kind, ObjectNode sent) {
        Contract.check(kind, sent);
        checkRows(company, kind, sent);
        ObjectNode customer = customer(company, sent);
        ObjectNode document = sent.deepCopy();
        boolean included = Sums.included(company, customer);
        String currency = kind.equals(Kind.ORDERS)
                ? document.path("CurrencyCode").stringValue()
                : customer.path("CurrencyCode")
                        .asString(company.settings().path("CurrencyCode").asString("SEK"));
        Sums sums = Sums.of(document, company, customer, included, currency);
        document.put("CustomerIsPrivatePerson", customer.path("IsPrivatePerson").booleanValue(false))
                .put("InvoiceCustomerName", customer.path("Name").asString(""))
                .put("InvoicePostalCode", customer.path("InvoicePostalCode").asString(""))
                .put("InvoiceCity", customer.path("InvoiceCity").asString(""))
                .put("InvoiceCountryCode", customer.path("InvoiceCountryCode").asString(""))
                .put("ModifiedUtc", now());
        if (kind.equals(Kind.ORDERS)) {
            document.put("Amount", sums.total())
                    .put("VatAmount", sums.vatSum())
                    .put("RoundingsAmount", sums.rounding())
                    .put("HouseWorkAmount", sums.reduction());
        } else {
            document.put("CustomerNumber", customer.path("CustomerNumber").asString(""))
                    .put("InvoiceCurrencyCode", currency)
                    .put("IncludesVat", included)
                    .put("TotalAmount", sums.total())
                    .put("TotalVatAmount", sums.vatSum())
                    .put("TotalRoundings", sums.rounding())
                    .put("RotReducedInvoicingAmount", sums.reduction());
        }
        distribute(document, kind.equals(Kind.ORDERS) ? "HouseWork" : "RotReducedInvoicing", sums.reduction());
        return document;
    }

    private static void checkRows(VismaCompany company, Kind kind, ObjectNode sent) {
        Kind rows = kind.equals(Kind.ORDERS) ? Kind.ORDER_ROWS : Kind.DRAFT_ROWS;
        for (JsonNode one : sent.path("Rows")) {
            if (!(one instanceof ObjectNode row)) {
                throw Refusal.invalid("Rows", "holds no rows");
            }
            Contract.check(rows, row);
            if (row.path("IsTextRow").booleanValue(false)) {
                if (row.path("Text").asString("").isBlank()) {
                    throw Refusal.invalid("Text", "The Text field is required.");
                }
            } else if (company.find(Kind.ARTICLES, row.path("ArticleId").asString(""))
                    .filter(article -> article.path("IsActive").booleanValue(true))
                    .isEmpty()) {
                throw Refusal.notFound("Article " + row.path("ArticleId").asString(""));
            }
            for (int place = 1; place <= 3; place++) {
                String centre = row.path("CostCenterItemId" + place).asString("");
                if (!centre.isEmpty() && company.find(Kind.COST_CENTRES, centre).isEmpty()) {
                    throw Refusal.notFound("CostCenterItem " + centre);
                }
            }
        }
    }

    /** In equal parts, unless each person's part is sent. */
    private static void distribute(ObjectNode document, String prefix, BigDecimal reduction) {
        boolean reduced = document.path("RotReducedInvoicingType").intValue(0) != 0
                || document.path("UsesGreenTechnology").booleanValue(false);
        if (!reduced) {
            return;
        }
        if (!(document.path("Persons") instanceof ArrayNode persons) || persons.isEmpty()) {
            throw Refusal.invalid("Persons", "at least one person must be given");
        }
        boolean automatic = document.path(prefix + "AutomaticDistribution").booleanValue(true);
        BigDecimal part = reduction.divide(BigDecimal.valueOf(persons.size()), 0, RoundingMode.FLOOR);
        BigDecimal rest = reduction.subtract(part.multiply(BigDecimal.valueOf(persons.size())));
        BigDecimal asked = BigDecimal.ZERO;
        for (int i = 0; i < persons.size(); i++) {
            if (!(persons.get(i) instanceof ObjectNode person)
                    || !SSN.matcher(person.path("Ssn").asString("")).matches()) {
                throw Refusal.invalid("Ssn", "is no valid social security number");
            }
            if (automatic) {
                person.put("Amount", i == 0 ? part.add(rest) : part);
            }
            asked = asked.add(person.path("Amount").decimalValue(BigDecimal.ZERO));
        }
        if (asked.compareTo(reduction) > 0) {
            throw Refusal.invalid("Persons", "the amounts are more than the reduction");
        }
    }

    /** What an invoice has that a draft or order lacks. */
    private void finish(VismaCompany company, ObjectNode invoice) {
        ObjectNode customer = customer(company, invoice);
        boolean included = invoice.path("IncludesVat").booleanValue(false);
        String currency = invoice.path("CurrencyCode").asString("");
        BigDecimal total = invoice.path("TotalAmount").decimalValue();
        BigDecimal left =
                total.subtract(invoice.path("RotReducedInvoicingAmount").decimalValue(BigDecimal.ZERO));
        int number = company.nextInvoice();
        invoice.put("Id", UUID.randomUUID().toString())
                .put("InvoiceNumber", number)
                .put("TotalAmountInvoiceCurrency", total)
                .put(
                        "TotalVatAmountInvoiceCurrency",
                        invoice.path("TotalVatAmount").decimalValue())
                .put("RemainingAmount", left)
                .put("RemainingAmountInvoiceCurrency", left)
                .put("VoucherId", UUID.randomUUID().toString())
                .put("VoucherNumber", String.valueOf(number))
                .put("IsNotDelivered", true)
                .put("CreatedUtc", now())
                .put("ModifiedUtc", now())
                .put(
                        "DueDate",
                        LocalDate.parse(invoice.path("InvoiceDate")
                                        .stringValue()
                                        .substring(0, 10))
                                .plusDays(30)
                                .toString());
        if (!invoice.path("IsCreditInvoice").booleanValue(false)) {
            invoice.put("IsCreditInvoice", false);
        }
        Sums.of(invoice, company, customer, included, currency).specify(invoice, company, customer, included);
    }

    private static void requireOpen(ObjectNode document) {
        if (document.path("Status").intValue(0) == INVOICED) {
            throw Refusal.of(403, 4002, "RequestForbiddenException - the order is invoiced already");
        }
    }

    private static ObjectNode customer(VismaCompany company, ObjectNode document) {
        String id = document.path("CustomerId").asString("");
        return company.find(Kind.CUSTOMERS, id).orElseThrow(() -> Refusal.notFound("Customer " + id));
    }

    private static ObjectNode withoutTimes(ObjectNode document) {
        ObjectNode copy = document.deepCopy();
        copy.remove("ModifiedUtc");
        return copy;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private String now() {
        Instant now = clock.instant();
        return now.toString();
    }
}
