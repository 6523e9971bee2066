package org.accountinghub.connectors.vismaeaccounting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.accountinghub.connectors.spi.ConnectorFactory;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.testkit.SimulatedClock;
import org.accountinghub.connectors.testkit.acceptance.Behaviour;
import org.accountinghub.connectors.testkit.acceptance.Behaviours;
import org.accountinghub.connectors.testkit.acceptance.ConsentBench;
import org.accountinghub.connectors.testkit.acceptance.KindOfCall;
import org.accountinghub.connectors.testkit.acceptance.Mistake;
import org.accountinghub.connectors.testkit.acceptance.OrderBench;
import org.accountinghub.connectors.testkit.acceptance.StepsBench;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.connectors.testkit.partner.SimulatedPartner;
import org.accountinghub.connectors.vismaeaccounting.simulator.BookKeeper;
import org.accountinghub.connectors.vismaeaccounting.simulator.VismaSimulator;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Row;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A simulated eAccounting with one company that a person has consented for, for the acceptance kit. */
class VismaBench implements ConsentBench, OrderBench, StepsBench {

    static final String TENANT = "202020";

    private final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-03-02T09:30:40Z"));
    private final VismaSimulator simulator = VismaSimulator.start(0, clock);
    private final BookKeeper bookKeeper;

    VismaBench() {
        bookKeeper = simulator.bookKeeper(TENANT);
    }

    VismaSimulator simulator() {
        return simulator;
    }

    BookKeeper bookKeeper() {
        return bookKeeper;
    }

    @Override
    public ConnectorFactory factory() {
        return new VismaConnectorFactory();
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
                "client-id", VismaSimulator.CLIENT_ID,
                "base-address", simulator.baseUri().toString(),
                "authorize-address", simulator.authUri().toString(),
                "token-address", simulator.tokenUri().toString(),
                "fallback-articles", "25=DIV25,12=DIV12,6=DIV6,0=DIV0",
                "request-timeout", Long.toString(PATIENCE.toSeconds()));
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of("client-secret", VismaSimulator.CLIENT_SECRET);
    }

    @Override
    public Optional<Grant> consented() {
        return Optional.of(new Grant(
                new Secret("expired-access-token"),
                clock.instant(),
                Optional.of(new Secret(simulator.refreshToken(TENANT))),
                Optional.of(TENANT)));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake("scopes", "ea:api;ea:sales"),
                new Mistake("base-address", "eaccountingapi.vismaonline.com/v2"),
                new Mistake("base-address", "http://eaccountingapi.vismaonline.com/v2"),
                new Mistake("token-address", "https://user:pw@identity.vismaonline.com"),
                new Mistake("authorize-address", "javascript:alert(1)"),
                new Mistake("plain-http", "yes"),
                new Mistake("invoice-as", "booked"),
                new Mistake("after-invoice", "print"),
                new Mistake("after-invoice", "email"),
                new Mistake("order-status", "invoiced"),
                new Mistake("convert-orders", "maybe"),
                new Mistake("unknown-article", "ignore"),
                new Mistake("fallback-articles", "DIV25"),
                new Mistake("article-codings", "25"),
                new Mistake("our-reference", "nobody"),
                new Mistake("reference-row", "none"),
                new Mistake("cost-centre-place", "4"),
                new Mistake("text-length", "10"),
                new Mistake("list-filter", "on"),
                new Mistake("page-size", "5"),
                new Mistake("look-back", "0"),
                new Mistake("calls-per-minute", "601"),
                new Mistake("commit-lateness", "-1"),
                new Mistake("request-timeout", "1 minute"));
    }

    @Override
    public List<KindOfCall> calls() {
        return VismaCalls.all();
    }

    @Override
    public Behaviours behaviours() {
        return Behaviours.all()
                .without(
                        Behaviour.REFERENCE_SEARCH,
                        "No field that lists can be asked for holds our reference; what was made since the first intent is"
                                + " listed and its rows are read.")
                .without(Behaviour.JOINT_INVOICES, "Each invoice is converted from one order, says the contract.")
                .without(Behaviour.CANCELLED_ORDERS, "Orders have no cancelled status, says the contract.");
    }

    @Override
    public String bookKind(Class<?> document) {
        return document == Invoice.class ? "draft" : OrderBench.super.bookKind(document);
    }

    /** Documents are known by ids; people know invoices and orders by numbers. */
    @Override
    public String number(String id) {
        return Stream.concat(
                        bookKeeper.invoices().stream()
                                .filter(invoice -> id.equals(invoice.path("CreatedFromDraftId")
                                        .asString(invoice.path("Id").asString())))
                                .map(invoice -> invoice.path("InvoiceNumber").asString()),
                        bookKeeper.orders().stream()
                                .filter(order -> id.equals(order.path("Id").asString()))
                                .map(order -> order.path("Number").asString()))
                .findFirst()
                .orElse(id);
    }

    @Override
    public PartnerDocument customer(String ours) {
        return new PartnerDocument(bookKeeper.id("customers", ours), ours, List.of());
    }

    @Override
    public Set<String> madeByBrowser() {
        return Set.of("GET /connect/authorize");
    }

    @Override
    public String createsCustomer() {
        return "POST /v2/customers";
    }

    @Override
    public String searchesCustomer() {
        return "GET /v2/customers";
    }

    @Override
    public String createsInvoice() {
        return "POST /v2/customerinvoicedrafts";
    }

    @Override
    public String searchesInvoice() {
        return "GET /v2/customerinvoicedrafts";
    }

    @Override
    public String createsOrder() {
        return "POST /v2/orders";
    }

    @Override
    public String searchesOrder() {
        return "GET /v2/orders";
    }

    @Override
    public String givesTokens() {
        return VismaCalls.TOKEN;
    }

    @Override
    public void addCustomer(String number, String name, String registrationNumber) {
        boolean person = registrationNumber.replaceAll("\\D", "").length() == 12;
        bookKeeper.addCustomer(
                Map.of("CustomerNumber", number, "Name", name, "CorporateIdentityNumber", registrationNumber), person);
    }

    @Override
    public void addArticle(String number) {
        bookKeeper.addArticle(number, "Artikel " + number);
    }

    @Override
    public String addInvoice(BillableOrder order, String customerNumber, String referenceText) {
        ObjectNode draft =
                document(customerNumber).put("InvoiceDate", order.documentDate().toString());
        rows(draft, order, referenceText, "ReversedConstructionServicesVatFree");
        return bookKeeper.addDraft(draft);
    }

    @Override
    public String addOrder(BillableOrder order, String customerNumber, String referenceText) {
        ObjectNode added = document(customerNumber)
                .put("OrderDate", order.documentDate().toString())
                .put("CurrencyCode", order.currency().getCurrencyCode())
                .put("Status", 2)
                .put("ReverseChargeOnConstructionServices", false);
        rows(added, order, referenceText, "EligibleForReverseChargeOnVat");
        return bookKeeper.addOrder(added);
    }

    private ObjectNode document(String customerNumber) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("CustomerId", bookKeeper.id("customers", customerNumber))
                .put("RotReducedInvoicingType", 0)
                .put("EuThirdParty", false);
    }

    private void rows(ObjectNode document, BillableOrder order, String referenceText, String taxFlag) {
        boolean isOrder = document.has("OrderDate");
        ArrayNode rows = document.putArray("Rows");
        for (Row.Priced row : order.pricedRows()) {
            String article = row.articleNumber()
                    .map(number -> bookKeeper.id("articles", number))
                    .filter(id -> !id.isEmpty())
                    .orElseGet(() -> bookKeeper.id("articles", "DIV25"));
            ObjectNode added = row(rows, taxFlag, false)
                    .put("ArticleId", article)
                    .put("Text", row.description())
                    .put("Quantity", row.quantity())
                    .put("UnitPrice", row.unitPrice());
            if (isOrder) {
                added.put("DeliveredQuantity", row.quantity());
            }
        }
        row(rows, taxFlag, true)
                .put(
                        "Text",
                        "Order " + order.orderNumber() + (referenceText.isEmpty() ? "" : ", ref. " + referenceText));
        if (isOrder) {
            rows.forEach(row -> ((ObjectNode) row).put("IsWorkCost", false));
        }
    }

    private static ObjectNode row(ArrayNode rows, String taxFlag, boolean text) {
        return rows.addObject()
                .put("LineNumber", rows.size())
                .put("IsTextRow", text)
                .put(taxFlag, false);
    }

    @Override
    public void book(String draft) {
        bookKeeper.book(draft);
    }

    @Override
    public String invoiceOrder(String number) {
        return bookKeeper.invoiceOrder(order(number));
    }

    @Override
    public String invoicePart(String number) {
        return bookKeeper.invoicePart(order(number));
    }

    /** By id or by number. */
    private String order(String number) {
        return bookKeeper.orders().stream()
                .filter(order -> order.path("Number").asString().equals(number))
                .map(order -> order.path("Id").asString())
                .findFirst()
                .orElse(number);
    }

    @Override
    public String invoiceTogether(List<String> numbers) {
        throw new UnsupportedOperationException("each invoice is converted from one order");
    }

    @Override
    public void cancelOrder(String number) {
        throw new UnsupportedOperationException("orders have no cancelled status");
    }

    @Override
    public void deleteOrder(String number) {
        bookKeeper.deleteOrder(number);
    }

    @Override
    public List<Map<String, String>> settingsForAllSteps() {
        return List.of(Map.of(
                "unknown-article", "create",
                "invoice-as", "invoice",
                "after-invoice", "email",
                "convert-orders", "yes"));
    }

    @Override
    public String writes(Step step, BillableOrder order) {
        boolean isOrder = order.target() == BillableOrder.Target.ORDER;
        if (step.name().startsWith("article-")) {
            return "POST /v2/articles";
        }
        return switch (step.name()) {
            case "draft" -> createsInvoice();
            case "tax-reduction" -> isOrder ? "PUT /v2/orders/{id}" : "PUT /v2/customerinvoicedrafts/{id}";
            case "convert" -> "POST /v2/orders/{id}/convert";
            case "email" -> "POST /v2/customerinvoices/{id}/email";
            default -> isOrder ? createsOrder() : "POST /v2/customerinvoicedrafts/{id}/convert";
        };
    }

    @Override
    public Made makes(Step step, BillableOrder order) {
        boolean isOrder = order.target() == BillableOrder.Target.ORDER;
        if (step.name().startsWith("article-")) {
            return new Made("article", Action.CREATED);
        }
        return switch (step.name()) {
            case "draft" -> new Made("draft", Action.CREATED);
            case "tax-reduction" -> new Made(isOrder ? "order" : "draft", Action.UPDATED);
            case "convert" -> new Made("invoice", Action.DERIVED);
            case "email" -> new Made("invoice", Action.EMAILED);
            default -> isOrder ? new Made("order", Action.CREATED) : new Made("invoice", Action.DERIVED);
        };
    }

    @Override
    public List<String> loseRights() {
        simulator.limitRights(TENANT, Set.of("ea:api"));
        return List.of("customers", "articles", "invoice drafts", "invoices");
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
