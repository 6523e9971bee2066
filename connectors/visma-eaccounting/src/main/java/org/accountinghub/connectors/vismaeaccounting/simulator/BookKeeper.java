package org.accountinghub.connectors.vismaeaccounting.simulator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The person who works in eAccounting itself. What eAccounting would refuse throws an {@link IllegalStateException} with its
 * words.
 */
public final class BookKeeper {
    private static final String BY_HAND = "by hand";

    private final VismaSimulator simulator;
    private final VismaCompany company;
    private final Documents documents;
    private final Registers registers;

    BookKeeper(VismaSimulator simulator, VismaCompany company, Documents documents) {
        this.simulator = simulator;
        this.company = company;
        this.documents = documents;
        this.registers = new Registers(new Effects(simulator.book(), simulator.clock()), simulator.clock());
    }

    /** A company's customer in Sweden with what is required; other fields win. Answers its id. */
    public String addCustomer(Map<String, String> fields, boolean person) {
        ObjectNode customer = JsonMapper.shared()
                .createObjectNode()
                .put("IsPrivatePerson", person)
                .put("IsActive", true)
                .put("InvoicePostalCode", "111 22")
                .put("InvoiceCity", "Stockholm")
                .put(
                        "TermsOfPaymentId",
                        company.all(Kind.TERMS).keySet().iterator().next());
        fields.forEach(customer::put);
        return id(() -> registers.addCustomer(company, customer, BY_HAND));
    }

    public void changeCustomer(String id, ObjectNode fields) {
        simulator.locked(() -> one(Kind.CUSTOMERS, id)
                .put("ChangedUtc", simulator.clock().instant().toString())
                .setAll(fields));
    }

    /** Of 25 % VAT; answers its id. */
    public String addArticle(String number, String name) {
        return addArticle(number, name, 25);
    }

    public String addArticle(String number, String name, int rate) {
        return simulator.underLock(() -> company.addArticle(number, name, company.coding(rate))
                .put("ChangedUtc", simulator.clock().instant().toString())
                .path("Id")
                .stringValue());
    }

    public void changeArticle(String id, ObjectNode fields) {
        simulator.locked(() -> one(Kind.ARTICLES, id)
                .put("ChangedUtc", simulator.clock().instant().toString())
                .setAll(fields));
    }

    public void deleteCustomer(String id) {
        simulator.locked(() -> company.all(Kind.CUSTOMERS).remove(id));
    }

    public void deleteArticle(String id) {
        simulator.locked(() -> company.all(Kind.ARTICLES).remove(id));
    }

    /** The id of the terms of payment with so many days. */
    public String terms(int days) {
        return simulator.underLock(() -> company.with(Kind.TERMS, "NumberOfDays", String.valueOf(days))
                .map(found -> found.path("Id").stringValue())
                .orElseThrow());
    }

    /** The id of the coding with this rate. */
    public String coding(int rate) {
        return simulator.underLock(() -> company.coding(rate));
    }

    /** The id of the unit with this abbreviation. */
    public String unit(String abbreviation) {
        return simulator.underLock(() -> company.with(Kind.UNITS, "Abbreviation", abbreviation)
                .map(found -> found.path("Id").stringValue())
                .orElseThrow());
    }

    /** The id of the customer or article that people know by this number; empty when there is none. */
    public String id(String register, String number) {
        Kind kind = register.equals("articles") ? Kind.ARTICLES : Kind.CUSTOMERS;
        return simulator.underLock(() -> company.with(kind, kind.number(), number)
                .map(found -> found.path("Id").stringValue())
                .orElse(""));
    }

    public String addDraft(ObjectNode draft) {
        return id(() -> documents.add(company, Kind.DRAFTS, draft, BY_HAND));
    }

    public String addOrder(ObjectNode order) {
        return id(() -> documents.add(company, Kind.ORDERS, order, BY_HAND));
    }

    /** A draft's or invoice's fields are changed. */
    public void changeDraft(String id, ObjectNode fields) {
        simulator.locked(() -> one(Kind.DRAFTS, id).setAll(fields));
    }

    public void deleteDraft(String id) {
        simulator.locked(() -> company.all(Kind.DRAFTS).remove(id));
    }

    /** Makes the invoice of a draft, which books it; answers the invoice's number. */
    public String book(String draft) {
        return String.valueOf(done(() -> documents.convertDraft(company, one(Kind.DRAFTS, draft), BY_HAND))
                .path("InvoiceNumber")
                .intValue());
    }

    /** Answers the invoice's id. */
    public String invoiceOrder(String order) {
        return id(() -> documents.convertOrder(company, one(Kind.ORDERS, order), BY_HAND));
    }

    /** Delivers one less of the first row and invoices that; answers the invoice's id. */
    public String invoicePart(String order) {
        return id(() -> {
            ObjectNode whole = one(Kind.ORDERS, order);
            for (JsonNode row : whole.path("Rows")) {
                if (row instanceof ObjectNode first && first.has("DeliveredQuantity")) {
                    first.put(
                            "DeliveredQuantity",
                            first.path("Quantity").decimalValue().subtract(BigDecimal.ONE));
                    break;
                }
            }
            return documents.ofOrder(company, whole, whole, BY_HAND);
        });
    }

    public void deleteOrder(String order) {
        simulator.locked(() -> company.all(Kind.ORDERS).remove(order));
    }

    /** Pays so much of an invoice. */
    public void pay(String invoice, BigDecimal amount) {
        done(() -> documents.paid(company, one(Kind.INVOICES, invoice), amount, BY_HAND));
    }

    public void payAll(String invoice) {
        pay(
                invoice,
                simulator.underLock(() ->
                        one(Kind.INVOICES, invoice).path("RemainingAmount").decimalValue()));
    }

    /** Answers the credit invoice's id. */
    public String credit(String invoice) {
        return simulator.underLock(() -> documents
                .credit(company, one(Kind.INVOICES, invoice), BY_HAND)
                .path("Id")
                .stringValue());
    }

    public List<ObjectNode> drafts() {
        return all(Kind.DRAFTS);
    }

    public List<ObjectNode> orders() {
        return all(Kind.ORDERS);
    }

    public List<ObjectNode> invoices() {
        return all(Kind.INVOICES);
    }

    public List<ObjectNode> customers() {
        return all(Kind.CUSTOMERS);
    }

    public List<ObjectNode> articles() {
        return all(Kind.ARTICLES);
    }

    private List<ObjectNode> all(Kind kind) {
        return simulator.underLock(() ->
                company.all(kind).values().stream().map(ObjectNode::deepCopy).toList());
    }

    private ObjectNode one(Kind kind, String id) {
        return company.find(kind, id).orElseThrow(() -> new IllegalStateException("no " + kind.singular() + " " + id));
    }

    private String id(Supplier<Handled> verb) {
        return done(verb).path("Id").stringValue();
    }

    private JsonNode done(Supplier<Handled> verb) {
        return simulator.underLock(() -> {
            try {
                Handled handled = verb.get();
                handled.commit().ifPresent(Runnable::run);
                return JsonMapper.shared().readTree(handled.answer().body());
            } catch (Refusal e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        });
    }
}
