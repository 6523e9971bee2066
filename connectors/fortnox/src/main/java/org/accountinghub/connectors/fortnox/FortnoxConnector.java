package org.accountinghub.connectors.fortnox;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.http.CustomerDelivery;
import org.accountinghub.connectors.http.DocumentDelivery;
import org.accountinghub.connectors.http.JsonClient;
import org.accountinghub.connectors.spi.ArticleEditor;
import org.accountinghub.connectors.spi.ArticleSink;
import org.accountinghub.connectors.spi.ArticleSource;
import org.accountinghub.connectors.spi.Authorization;
import org.accountinghub.connectors.spi.Consent;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.CustomerEditor;
import org.accountinghub.connectors.spi.CustomerNumbers;
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
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.Problem;

/** One company's books in Fortnox. */
final class FortnoxConnector
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

    private final FortnoxAuthorization authorization;
    private final CustomerDelivery customers;
    private final CustomerDelivery numberedCustomers;
    private final FortnoxRegisters registers;
    private final DocumentDelivery invoices;
    private final DocumentDelivery orders;
    private final InvoiceReturns invoicesBack;
    private final OrderReturns ordersBack;
    private final FortnoxCheck check;

    FortnoxConnector(FortnoxSettings settings, HubServices hub) {
        JsonClient http = new JsonClient(settings.addresses(), settings.timeout(), hub.clock());
        FortnoxClient client = new FortnoxClient(settings, hub, http);
        authorization = new FortnoxAuthorization(settings, client, http, hub.clock());
        customers = new CustomerDelivery(new FortnoxCustomers(client), hub.clock());
        numberedCustomers = new CustomerDelivery(new NumberedCustomers(client, settings.lateness()), hub.clock());
        InvoiceForm invoiceForm = new InvoiceForm(client, settings.rules());
        OrderForm orderForm = new OrderForm(client, settings.rules());
        FortnoxArticles articles = new FortnoxArticles(client, hub.clock());
        NewArticles making = new NewArticles(client, articles, settings.rules());
        registers = FortnoxRegisters.of(settings, client, hub.clock(), articles, making);
        DocumentParts parts = new DocumentParts(settings, client, hub.clock(), articles, making);
        invoices = parts.invoices(invoiceForm);
        orders = parts.orders(orderForm);
        invoicesBack = new InvoiceReturns(client, invoiceForm);
        ordersBack = new OrderReturns(client, orderForm);
        check = new FortnoxCheck(settings, client);
    }

    @Override
    public Delivery<Customer> customers() {
        return customers;
    }

    @Override
    public Set<CustomerNumbers> numbers() {
        return Set.of(CustomerNumbers.OURS, CustomerNumbers.THEIRS);
    }

    @Override
    public Delivery<Customer> customers(CustomerNumbers numbers) {
        return numbers == CustomerNumbers.THEIRS ? numberedCustomers : customers;
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
        return authorization.consent();
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
