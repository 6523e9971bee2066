package org.accountinghub.connectors.fortnox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accountinghub.connectors.fortnox.simulator.BookKeeper;
import org.accountinghub.connectors.fortnox.simulator.FortnoxSimulator;
import org.accountinghub.connectors.spi.ConnectorFactory;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.testkit.SimulatedClock;
import org.accountinghub.connectors.testkit.acceptance.ArticleBench;
import org.accountinghub.connectors.testkit.acceptance.Behaviour;
import org.accountinghub.connectors.testkit.acceptance.Behaviours;
import org.accountinghub.connectors.testkit.acceptance.ConsentBench;
import org.accountinghub.connectors.testkit.acceptance.EditorBench;
import org.accountinghub.connectors.testkit.acceptance.KindOfCall;
import org.accountinghub.connectors.testkit.acceptance.Mistake;
import org.accountinghub.connectors.testkit.acceptance.OrderBench;
import org.accountinghub.connectors.testkit.acceptance.StepsBench;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.connectors.testkit.partner.SimulatedPartner;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A simulated Fortnox with one company, for the acceptance kit. */
final class FortnoxBench implements ConsentBench, OrderBench, StepsBench, EditorBench, ArticleBench {

    static final String TENANT = "101010";

    private final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-03-02T09:30:40Z"));
    private final FortnoxSimulator simulator = FortnoxSimulator.start(0, clock);
    private final BookKeeper bookKeeper;

    private final ConnectorFactory factory;

    FortnoxBench() {
        this(new FortnoxConnectorFactory());
    }

    /** With a connector that is not quite Fortnox's. */
    FortnoxBench(ConnectorFactory factory) {
        this.factory = factory;
        simulator.tenant(TENANT);
        bookKeeper = simulator.bookKeeper(TENANT);
    }

    FortnoxSimulator simulator() {
        return simulator;
    }

    BookKeeper bookKeeper() {
        return bookKeeper;
    }

    @Override
    public ConnectorFactory factory() {
        return factory;
    }

    @Override
    public SimulatedPartner partner() {
        return simulator;
    }

    @Override
    public SimulatedClock clock() {
        return clock;
    }

    @Override
    public String tenant() {
        return TENANT;
    }

    @Override
    public Map<String, String> values() {
        return Map.of(
                "client-id", FortnoxSimulator.CLIENT_ID,
                "tenant-id", TENANT,
                "base-address", simulator.baseUri().toString(),
                "authorize-address", simulator.authUri().toString(),
                "token-address", simulator.tokenUri().toString(),
                "request-timeout", Long.toString(PATIENCE.toSeconds()));
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of("client-secret", FortnoxSimulator.CLIENT_SECRET);
    }

    @Override
    public Map<String, String> consenting() {
        return Map.of("grant", "authorization-code", "tenant-id", "");
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake("grant", "password"),
                new Mistake("tenant-id", "Åkes AB"),
                new Mistake("scopes", "customer;invoice"),
                new Mistake("base-address", "api.fortnox.se/3"),
                new Mistake("base-address", "http://api.fortnox.se/3"),
                new Mistake("token-address", "https://user:pw@apps.fortnox.se"),
                new Mistake("authorize-address", "javascript:alert(1)"),
                new Mistake("plain-http", "yes"),
                new Mistake("unknown-article", "ignore"),
                new Mistake("fallback-accounts", "3001"),
                new Mistake("fallback-accounts", "25=30010"),
                new Mistake("text-row-account", "intäkter"),
                new Mistake("vat-rates", "25;12"),
                new Mistake("vat-rates", "12,5 %"),
                new Mistake("description-length", "10"),
                new Mistake("clear-values", "everything"),
                new Mistake("calls-in-window", "0"),
                new Mistake("commit-lateness", "-1"),
                new Mistake("request-timeout", "1 minute"));
    }

    @Override
    public List<KindOfCall> calls() {
        return FortnoxCalls.all();
    }

    @Override
    public Set<String> madeByBrowser() {
        return Set.of("GET /oauth-v1/auth");
    }

    @Override
    public String createsCustomer() {
        return "POST /3/customers";
    }

    @Override
    public String searchesCustomer() {
        return "GET /3/customers/{CustomerNumber}";
    }

    @Override
    public String searchesNumberedCustomer() {
        return "GET /3/customers";
    }

    @Override
    public String createsInvoice() {
        return "POST /3/invoices";
    }

    @Override
    public String searchesInvoice() {
        return "GET /3/invoices";
    }

    @Override
    public String givesTokens() {
        return FortnoxCalls.OAUTH;
    }

    @Override
    public void addCustomer(String number, String name, String registrationNumber) {
        bookKeeper.addCustomer(JsonMapper.shared()
                .createObjectNode()
                .put("CustomerNumber", number)
                .put("Name", name)
                .put("OrganisationNumber", registrationNumber)
                .put("EmailInvoice", "faktura@example.org"));
    }

    @Override
    public void addArticle(String number) {
        bookKeeper.addArticle(number, "Artikel " + number);
    }

    @Override
    public String addRecord(RegisterRecord record) {
        return new RegisterHand(bookKeeper).add(record);
    }

    @Override
    public Behaviours behaviours() {
        return Behaviours.all()
                .without(
                        Behaviour.RENUMBERED_RECORDS,
                        "A customer's or article's number is its id there, by which every path and document names it.");
    }

    @Override
    public void changeRecord(Register register, String id, Map<RegisterField, String> values) {
        new RegisterHand(bookKeeper).change(register, id, values);
    }

    @Override
    public void renumberRecord(Register register, String id, String number) {
        throw new UnsupportedOperationException("a number is never changed");
    }

    @Override
    public void deleteRecord(Register register, String id) {
        new RegisterHand(bookKeeper).delete(register, id);
    }

    @Override
    public String changesRecord(Register register) {
        return register == Register.CUSTOMERS ? "PUT /3/customers/{CustomerNumber}" : "PUT /3/articles/{ArticleNumber}";
    }

    @Override
    public String createsArticle() {
        return "POST /3/articles";
    }

    @Override
    public String addInvoice(BillableOrder order, String customerNumber, String referenceText) {
        return bookKeeper.addInvoice(document("Invoice", order, customerNumber, referenceText));
    }

    @Override
    public String addOrder(BillableOrder order, String customerNumber, String referenceText) {
        return bookKeeper.addOrder(document("Order", order, customerNumber, referenceText));
    }

    private static ObjectNode document(
            String wrapper, BillableOrder order, String customerNumber, String referenceText) {
        ObjectNode document = JsonMapper.shared()
                .createObjectNode()
                .put("CustomerNumber", customerNumber)
                .put(wrapper + "Date", order.documentDate().toString())
                .put("Currency", order.currency().getCurrencyCode())
                .put("VATIncluded", order.pricesIncludeVat())
                .put("ExternalInvoiceReference1", referenceText)
                .put("ExternalInvoiceReference2", order.orderNumber());
        ArrayNode rows = document.putArray(wrapper + "Rows");
        for (Row.Priced row : order.pricedRows()) {
            ObjectNode added = rows.addObject()
                    .put("Description", row.description())
                    .put("DeliveredQuantity", row.quantity().toPlainString())
                    .put("Price", row.unitPrice())
                    .put("VAT", row.vat().rate().intValue());
            if (wrapper.equals("Order")) {
                added.put("OrderedQuantity", row.quantity().toPlainString());
            }
        }
        return document;
    }

    @Override
    public String createsOrder() {
        return "POST /3/orders";
    }

    @Override
    public String searchesOrder() {
        return "GET /3/orders";
    }

    @Override
    public String invoiceOrder(String number) {
        return bookKeeper.invoiceOrder(number);
    }

    @Override
    public String invoicePart(String number) {
        return bookKeeper.invoicePart(number, Map.of(0, BigDecimal.ONE));
    }

    @Override
    public String invoiceTogether(List<String> numbers) {
        return bookKeeper.invoiceTogether(numbers);
    }

    @Override
    public void cancelOrder(String number) {
        bookKeeper.cancelOrder(number);
    }

    @Override
    public void deleteOrder(String number) {
        bookKeeper.deleteOrder(number);
    }

    /** After mark-sent an e-mail cannot be found, so it is tried without that too. */
    @Override
    public List<Map<String, String>> settingsForAllSteps() {
        Map<String, String> articles = Map.of("unknown-article", "create", "fallback-accounts", "25=3001");
        Map<String, String> all = new HashMap<>(articles);
        all.put("after-invoice", "bookkeep,mark-sent,email,e-invoice,print-service");
        Map<String, String> emailed = new HashMap<>(articles);
        emailed.put("after-invoice", "bookkeep,email");
        return List.of(all, emailed);
    }

    @Override
    public String writes(Step step, BillableOrder order) {
        if (step.name().startsWith("article-")) {
            return "POST /3/articles";
        }
        if (step.name().startsWith("tax-reduction-")) {
            return "POST /3/taxreductions";
        }
        return switch (step.name()) {
            case "bookkeep" -> "PUT " + FortnoxCalls.INVOICE + "bookkeep";
            case "mark-sent" -> "PUT " + FortnoxCalls.INVOICE + "externalprint";
            case "email" -> "GET " + FortnoxCalls.INVOICE + "email";
            case "e-invoice" -> "GET " + FortnoxCalls.INVOICE + "einvoice";
            case "print-service" -> "GET " + FortnoxCalls.INVOICE + "eprint";
            default -> order.target() == BillableOrder.Target.ORDER ? createsOrder() : createsInvoice();
        };
    }

    @Override
    public Made makes(Step step, BillableOrder order) {
        if (step.name().startsWith("article-")) {
            return new Made("article", Action.CREATED);
        }
        if (step.name().startsWith("tax-reduction-")) {
            return new Made("tax-reduction", Action.CREATED);
        }
        return switch (step.name()) {
            case "bookkeep" -> new Made("invoice", Action.BOOKED);
            case "mark-sent" -> new Made("invoice", Action.SENT);
            case "email" -> new Made("invoice", Action.EMAILED);
            case "e-invoice" -> new Made("invoice", Action.EINVOICED);
            case "print-service" -> new Made("invoice", Action.POSTED);
            default -> new Made(order.target() == BillableOrder.Target.ORDER ? "order" : "invoice", Action.CREATED);
        };
    }

    @Override
    public void book(String number) {
        bookKeeper.book(number);
    }

    @Override
    public List<String> loseRights() {
        simulator.grantConsent(TENANT, Set.of("companyinformation", "invoice"));
        simulator.tenant(TENANT).withoutLicences("invoice");
        return List.of("customer", "article", "invoice");
    }

    @Override
    public String consent(URI page, String tenant) {
        try {
            HttpURLConnection browser = (HttpURLConnection)
                    URI.create(page + "&approve=" + tenant).toURL().openConnection();
            browser.setInstanceFollowRedirects(false);
            URI back = URI.create(browser.getHeaderField("Location"));
            browser.disconnect();
            return PartnerRequest.decode(back.getRawQuery()).get("code");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
