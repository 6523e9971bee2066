package org.accountinghub.connectors.fortnox.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.SimulatedPartner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The person at the company who works in Fortnox itself: books, cancels, credits, registers payments,
 * invoices orders, keeps registers. What Fortnox would refuse throws an {@link IllegalStateException} with its words.
 */
public final class BookKeeper {
    private static final String BY_HAND = "by hand";
    private static final String PRICE = "SalesPrice";

    private final SimulatedPartner partner;
    private final FortnoxCompany company;
    private final Resources resources;
    private final InvoiceActions actions;

    BookKeeper(SimulatedPartner partner, FortnoxCompany company, Resources resources) {
        this.partner = partner;
        this.company = company;
        this.resources = resources;
        this.actions = resources.actions();
    }

    public void book(String invoice) {
        change(() -> actions.bookkeep(company, found(invoice), BY_HAND));
    }

    public void cancel(String invoice) {
        change(() -> actions.cancel(company, found(invoice), BY_HAND));
    }

    public void send(String invoice) {
        change(() -> actions.send(company, found(invoice), Action.SENT, BY_HAND));
    }

    /** Credits the whole invoice and books the credit invoice, whose number is answered. */
    public String credit(String invoice) {
        change(() -> actions.credit(company, found(invoice), BY_HAND));
        String credit = invoice(invoice)
                .map(document -> document.path("CreditInvoiceReference").asString(""))
                .orElseThrow();
        book(credit);
        return credit;
    }

    /** Registers and books a payment of a booked invoice. */
    public void pay(String invoice, BigDecimal amount, LocalDate day) {
        ObjectNode fields = JsonMapper.shared()
                .createObjectNode()
                .put("InvoiceNumber", Long.parseLong(invoice))
                .put("Amount", amount)
                .put("PaymentDate", day.toString());
        change(() -> () -> {
            Entry payment = resources.payments().create(company, fields, BY_HAND);
            Runnable booked = resources
                    .payments()
                    .bookkeep(company, payment.document(), BY_HAND)
                    .commit()
                    .orElseThrow();
            payment.commit().run();
            booked.run();
        });
    }

    /** Pays what is left, today. */
    public void payAll(String invoice) {
        BigDecimal left = invoice(invoice)
                .map(document -> Amounts.of(document, "Balance"))
                .orElseThrow(() -> new IllegalStateException("no invoice " + invoice));
        pay(invoice, left, actions.today());
    }

    /** Adds a customer as the API would; fields by Fortnox's names. Answers its number. */
    public String addCustomer(ObjectNode fields) {
        return entered(() -> resources.customers().create(company, fields, BY_HAND));
    }

    /** Adds many customers at once. */
    public void addCustomers(List<ObjectNode> all) {
        partner.locked(() -> all.forEach(this::addCustomer));
    }

    /** The customer is gone; its number stays taken. */
    public void deleteCustomer(String number) {
        change(() -> resources.customers().deletion(company, number, present(company.customers, number), BY_HAND));
    }

    public String addCustomer(String number, String name, String organisationNumber) {
        return addCustomer(JsonMapper.shared()
                .createObjectNode()
                .put("CustomerNumber", number)
                .put("Name", name)
                .put("OrganisationNumber", organisationNumber));
    }

    /** Adds an article as the API would, and its price in the default price list; fields by Fortnox's names. Answers its number. */
    public String addArticle(ObjectNode fields) {
        return priced(fields, rest -> resources.articles().create(company, rest, BY_HAND));
    }

    /** Adds many articles at once. */
    public void addArticles(List<ObjectNode> all) {
        partner.locked(() -> all.forEach(this::addArticle));
    }

    /** The article is gone; its number stays taken. */
    public void deleteArticle(String number) {
        change(() -> resources.articles().deletion(company, number, present(company.articles, number), BY_HAND));
    }

    public String addArticle(String number, String description) {
        return addArticle(JsonMapper.shared()
                .createObjectNode()
                .put("ArticleNumber", number)
                .put("Description", description));
    }

    /** Puts fields, by Fortnox's names, over a customer. */
    public void changeCustomer(String number, ObjectNode fields) {
        entered(() -> resources.customers().change(company, present(company.customers, number), fields, BY_HAND));
    }

    /** Puts fields over an article; its price is that of the default price list, which only people change. */
    public void changeArticle(String number, ObjectNode fields) {
        priced(fields, rest -> resources.articles().change(company, present(company.articles, number), rest, BY_HAND));
    }

    private String priced(ObjectNode fields, Function<ObjectNode, Entry> entering) {
        ObjectNode rest = fields.deepCopy();
        Optional<JsonNode> price = Optional.ofNullable(rest.remove(PRICE));
        String number = entered(() -> entering.apply(rest));
        price.ifPresent(amount -> entered(
                () -> resources.articles().put(company, present(company.articles, number), PRICE, amount, BY_HAND)));
        return number;
    }

    /** Puts fields over an invoice that is not booked. */
    public void changeInvoice(String number, ObjectNode fields) {
        entered(() -> resources.invoices().change(company, present(company.invoices, number), fields, BY_HAND));
    }

    /** Puts fields over an order that is not invoiced. */
    public void changeOrder(String number, ObjectNode fields) {
        entered(() -> resources.orders().change(company, present(company.orders, number), fields, BY_HAND));
    }

    /** Adds an invoice as the API would; fields by Fortnox's names. Answers its number. */
    public String addInvoice(ObjectNode fields) {
        return entered(() -> resources.invoices().create(company, fields, BY_HAND));
    }

    /** Adds an order as the API would; fields by Fortnox's names. Answers its number. */
    public String addOrder(ObjectNode fields) {
        return entered(() -> resources.orders().create(company, fields, BY_HAND));
    }

    /** Delivers all that is left of the order and invoices it. Answers the invoice's number. */
    public String invoiceOrder(String order) {
        change(() -> resources.orderActions().deliverAll(company, foundOrder(order), BY_HAND));
        return invoiceDelivered(List.of(order));
    }

    /** Delivers and invoices so much of these rows, counted from 0, and nothing of the others. Answers the invoice's number. */
    public String invoicePart(String order, Map<Integer, BigDecimal> quantities) {
        change(() -> resources.orderActions().deliver(company, foundOrder(order), quantities, BY_HAND));
        return invoiceDelivered(List.of(order));
    }

    /** Delivers all of these orders of one customer and makes one invoice of them, whose number is answered. */
    public String invoiceTogether(List<String> orders) {
        orders.forEach(order -> change(() -> resources.orderActions().deliverAll(company, foundOrder(order), BY_HAND)));
        return invoiceDelivered(orders);
    }

    public void cancelOrder(String order) {
        change(() -> resources.orderActions().cancel(company, foundOrder(order), BY_HAND));
    }

    public void deleteOrder(String order) {
        change(() -> resources.orderActions().delete(company, foundOrder(order), BY_HAND));
    }

    /** Asks for a part of a document's tax reduction, as the API would. Answers its id. */
    public String addTaxReduction(ObjectNode fields) {
        return entered(() -> resources.taxReductions().create(company, fields, BY_HAND));
    }

    /** Who asks for a part of which document's tax reduction; personal numbers are masked. */
    public List<ObjectNode> taxReductions() {
        return partner.underLock(() -> company.taxReductions
                .register
                .documents()
                .map(asked -> asked.deepCopy().put("SocialSecurityNumber", "********-****"))
                .toList());
    }

    /** A copy of the order as the API would answer it. */
    public Optional<ObjectNode> order(String number) {
        return partner.underLock(() -> company.orders.find(number));
    }

    public List<ObjectNode> orders() {
        return partner.underLock(
                () -> company.orders.documents().map(ObjectNode::deepCopy).toList());
    }

    private String invoiceDelivered(List<String> orders) {
        return entered(() -> resources
                .invoicing()
                .invoice(company, orders.stream().map(this::foundOrder).toList(), BY_HAND));
    }

    /** A copy of the invoice as the API would answer it. */
    public Optional<ObjectNode> invoice(String number) {
        return partner.underLock(() -> company.invoices.find(number));
    }

    public List<ObjectNode> invoices() {
        return partner.underLock(
                () -> company.invoices.documents().map(ObjectNode::deepCopy).toList());
    }

    public List<ObjectNode> articles() {
        return partner.underLock(
                () -> company.articles.documents().map(ObjectNode::deepCopy).toList());
    }

    public List<ObjectNode> customers() {
        return partner.underLock(
                () -> company.customers.documents().map(ObjectNode::deepCopy).toList());
    }

    private ObjectNode found(String invoice) {
        return present(company.invoices, invoice);
    }

    private ObjectNode foundOrder(String order) {
        return present(company.orders, order);
    }

    private ObjectNode present(Register register, String number) {
        return register.find(number)
                .orElseThrow(() -> new IllegalStateException("no " + number + " in company " + company.id()));
    }

    private void change(Supplier<Runnable> verb) {
        partner.locked(() -> {
            try {
                verb.get().run();
            } catch (Refusal refusal) {
                throw new IllegalStateException(refusal.getMessage(), refusal);
            }
        });
    }

    private String entered(Supplier<Entry> creation) {
        return partner.underLock(() -> {
            try {
                Entry entry = creation.get();
                entry.commit().run();
                return entry.number();
            } catch (Refusal refusal) {
                throw new IllegalStateException(refusal.getMessage(), refusal);
            }
        });
    }
}
