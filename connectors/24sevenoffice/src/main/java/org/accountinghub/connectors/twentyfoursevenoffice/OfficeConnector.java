package org.accountinghub.connectors.twentyfoursevenoffice;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.http.CustomerDelivery;
import org.accountinghub.connectors.spi.ArticleSource;
import org.accountinghub.connectors.spi.Authorization;
import org.accountinghub.connectors.spi.Consent;
import org.accountinghub.connectors.spi.Conversation;
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
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.twentyfoursevenoffice.InvoiceReading;
import org.accountinghub.mappings.twentyfoursevenoffice.OfficeRules;
import org.accountinghub.mappings.twentyfoursevenoffice.OrderReading;

/** One company's books in 24SevenOffice, whose registers are read. */
class OfficeConnector
        implements CustomerSink,
                CustomerSource,
                ArticleSource,
                InvoiceSink,
                InvoiceSource,
                OrderSink,
                OrderSource,
                Authorization {

    private final OfficeLogin login;
    private final CustomerDelivery customers;
    private final CustomerDelivery customersUnderOurNumbers;
    private final OfficeDocuments documents;
    private final Returns<Invoice> invoicesBack;
    private final Returns<PlacedOrder> ordersBack;
    private final RegisterSource customersThere;
    private final RegisterSource articlesThere;
    private final OfficeCheck check;

    OfficeConnector(OfficeSettings settings, HubServices hub) {
        this(settings, hub, new OfficeClient(settings, hub));
    }

    private OfficeConnector(OfficeSettings settings, HubServices hub, OfficeClient client) {
        this(settings, hub, client, new OfficeProducts(client, hub.clock()));
    }

    /** With the client and the products that a connector which can do more shares with it. */
    OfficeConnector(OfficeSettings settings, HubServices hub, OfficeClient client, OfficeProducts products) {
        Operation.prepare();
        OfficeRules rules = settings.rules();
        login = new OfficeLogin(settings, client, hub.clock());
        customers = new CustomerDelivery(new OfficeCustomers(settings, CustomerNumbers.THEIRS, client), hub.clock());
        customersUnderOurNumbers =
                new CustomerDelivery(new OfficeCustomers(settings, CustomerNumbers.OURS, client), hub.clock());
        documents = new OfficeDocuments(settings, client, hub.clock(), products);
        invoicesBack = new DocumentReturns<>(
                client,
                hub.clock(),
                settings.lookBack(),
                DocumentReturns.Called.BY_INVOICE_ID,
                paper -> InvoiceReading.isInvoice(paper, rules),
                paper -> true,
                paper -> InvoiceReading.read(paper, rules));
        // what was an invoice from the beginning cannot be told from an invoiced order: its reference says nothing here
        ordersBack = new DocumentReturns<>(
                client,
                hub.clock(),
                settings.lookBack(),
                DocumentReturns.Called.BY_ORDER_ID,
                paper -> true,
                paper -> !InvoiceReading.isInvoice(paper, rules),
                paper -> OrderReading.read(paper, rules));
        customersThere = new CustomerRegister(client, rules);
        articlesThere = new ArticleRegister(products);
        check = new OfficeCheck(settings, client, products);
    }

    @Override
    public Delivery<Customer> customers() {
        return customers;
    }

    @Override
    public Set<CustomerNumbers> numbers() {
        return Set.of(CustomerNumbers.THEIRS, CustomerNumbers.OURS);
    }

    @Override
    public Delivery<Customer> customers(CustomerNumbers numbers) {
        return numbers == CustomerNumbers.OURS ? customersUnderOurNumbers : customers;
    }

    @Override
    public Delivery<BillableOrder> invoices() {
        return documents;
    }

    @Override
    public Delivery<BillableOrder> orders() {
        return documents;
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
    public RegisterSource customersThere() {
        return customersThere;
    }

    @Override
    public RegisterSource articlesThere() {
        return articlesThere;
    }

    @Override
    public List<Problem> check(Conversation conversation) {
        return check.run(conversation);
    }

    @Override
    public Optional<Consent> consent() {
        return Optional.empty();
    }

    @Override
    public Grant renew(Optional<Secret> refreshToken, Optional<String> tenant) {
        return login.logIn();
    }

    @Override
    public void close() {
        // the process's one HTTP client and its clients of the services stay open for the other connections
    }
}
