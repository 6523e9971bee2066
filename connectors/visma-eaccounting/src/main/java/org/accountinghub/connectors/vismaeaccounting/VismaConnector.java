package org.accountinghub.connectors.vismaeaccounting;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.http.CustomerDelivery;
import org.accountinghub.connectors.http.DocumentDelivery;
import org.accountinghub.connectors.http.DocumentDelivery.Part;
import org.accountinghub.connectors.http.JsonClient;
import org.accountinghub.connectors.spi.ArticleEditor;
import org.accountinghub.connectors.spi.ArticleSink;
import org.accountinghub.connectors.spi.ArticleSource;
import org.accountinghub.connectors.spi.Authorization;
import org.accountinghub.connectors.spi.Consent;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.CustomerEditor;
import org.accountinghub.connectors.spi.CustomerSink;
import org.accountinghub.connectors.spi.CustomerSource;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.HubServices;
import org.accountinghub.connectors.spi.InvoiceSink;
import org.accountinghub.connectors.spi.InvoiceSource;
import org.accountinghub.connectors.spi.OrderSink;
import org.accountinghub.connectors.spi.OrderSource;
import org.accountinghub.connectors.spi.RegisterEditing;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.Problem;

/** One company's books in eAccounting. */
final class VismaConnector
        implements CustomerSink,
                CustomerSource,
                CustomerEditor,
                ArticleSink,
                ArticleSource,
                ArticleEditor,
                InvoiceSink,
                InvoiceSource,
                OrderSink,
                OrderSource,
                Authorization {

    private final VismaAuthorization authorization;
    private final CustomerDelivery customers;
    private final DocumentDelivery invoices;
    private final DocumentDelivery orders;
    private final VismaRegisters registers;
    private final InvoiceReturns invoicesBack;
    private final OrderReturns ordersBack;
    private final VismaCheck check;

    VismaConnector(VismaSettings settings, HubServices hub) {
        InstantSource clock = hub.clock();
        Policy policy = settings.policy();
        JsonClient http = new JsonClient(settings.addresses(), settings.timeout(), clock);
        VismaClient client = new VismaClient(settings, hub, http);
        VismaLists lists = new VismaLists(client, settings.pageSize());
        Newest newest = new Newest(client, lists, settings.filters());
        Articles articles = new Articles(client, lists, clock);
        Payers payers = new Payers(lists);
        Terms terms = new Terms(lists, policy.paymentTerms(), clock);
        Invoices made = new Invoices(client, lists, settings, clock);
        Preparation preparation = new Preparation(policy, client, lists, articles, payers, clock);
        DraftForm drafts = new DraftForm(client, newest, settings.rules());
        OrderForm placed = new OrderForm(client, newest, settings.rules());
        ArticleMaking making = new ArticleMaking(policy, client, articles);
        NewArticles newArticles = new NewArticles(policy, articles, making);
        authorization = new VismaAuthorization(settings, client, http, clock);
        customers = new CustomerDelivery(new VismaCustomers(client, payers, terms), clock);
        registers = VismaRegisters.of(settings, client, lists, terms, articles, making, clock);
        boolean atOnce = policy.invoiceAs() == Policy.InvoiceAs.INVOICE;
        Part draft = new Creation<>(atOnce ? Made.DRAFT : Step.CREATE, drafts, preparation, articles, payers, settings);
        Part draftShares = new Shares<>(drafts, preparation);
        Part invoice = new Conversion<>(Step.CREATE, drafts, client, newest, made, articles, settings.lateness());
        Part email = new Emailing(client, made);
        invoices = documents(
                clock,
                atOnce ? List.of(newArticles, draft, draftShares, invoice) : List.of(newArticles, draft, draftShares),
                invoice,
                policy.email() ? List.of(email) : List.of(),
                email);
        Part order = new Creation<>(Step.CREATE, placed, preparation, articles, payers, settings);
        Part orderShares = new Shares<>(placed, preparation);
        Part converted =
                new Conversion<>(Conversion.OF_ORDER, placed, client, newest, made, articles, settings.lateness());
        orders = documents(
                clock,
                List.of(newArticles, order, orderShares),
                converted,
                policy.convertOrders() ? List.of(converted) : List.of(),
                converted);
        invoicesBack = new InvoiceReturns(client, lists, newest, made, articles, settings, clock);
        ordersBack = new OrderReturns(lists, newest, placed, made, articles, payers, settings, clock);
        check = new VismaCheck(policy, client, articles, terms);
    }

    private static DocumentDelivery documents(
            InstantSource clock, List<Part> first, Part other, List<Part> then, Part last) {
        List<Part> wanted = new ArrayList<>(first);
        wanted.addAll(then);
        List<Part> known = new ArrayList<>(first);
        known.add(other);
        known.add(last);
        return new DocumentDelivery(clock, wanted, known);
    }

    @Override
    public Delivery<Customer> customers() {
        return customers;
    }

    @Override
    public RegisterSource customersThere() {
        return registers.customers();
    }

    @Override
    public RegisterEditing customerEdits() {
        return registers.customerEdits();
    }

    @Override
    public Delivery<Article> articles() {
        return registers.newArticles();
    }

    @Override
    public RegisterSource articlesThere() {
        return registers.articles();
    }

    @Override
    public RegisterEditing articleEdits() {
        return registers.articleEdits();
    }

    @Override
    public Delivery<BillableOrder> invoices() {
        return invoices;
    }

    @Override
    public Delivery<BillableOrder> orders() {
        return orders;
    }

    @Override
    public Returns<Invoice> invoicesBack() {
        return invoicesBack;
    }

    @Override
    public Returns<PlacedOrder> ordersBack() {
        return ordersBack;
    }

    @Override
    public List<Problem> check(Conversation conversation) {
        return check.run(conversation);
    }

    @Override
    public Optional<Consent> consent() {
        return Optional.of(authorization);
    }

    @Override
    public Grant renew(Optional<Secret> refreshToken, Optional<String> tenant) {
        return authorization.renew(refreshToken, tenant);
    }

    @Override
    public void close() {
        // the process's one HTTP client stays open for the other connections
    }
}
