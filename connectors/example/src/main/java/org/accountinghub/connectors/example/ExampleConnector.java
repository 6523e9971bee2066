package org.accountinghub.connectors.example;

import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.http.CustomerDelivery;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.CustomerSink;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.HubServices;
import org.accountinghub.connectors.spi.InvoiceSink;
import org.accountinghub.connectors.spi.InvoiceSource;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Problem;
import tools.jackson.databind.JsonNode;

/** One company's connection to Example Books. */
final class ExampleConnector implements CustomerSink, InvoiceSink, InvoiceSource {

    private final ExampleSettings settings;
    private final ExampleClient client;
    private final CustomerDelivery customers;

    ExampleConnector(ExampleSettings settings, HubServices hub) {
        this.settings = settings;
        this.client = new ExampleClient(settings, hub);
        this.customers = new CustomerDelivery(new ExampleCustomers(client), hub.clock());
    }

    @Override
    public Delivery<Customer> customers() {
        return customers;
    }

    @Override
    public Delivery<BillableOrder> invoices() {
        return new ExampleInvoices(client, settings);
    }

    @Override
    public Returns<Invoice> invoicesBack() {
        return new ExampleInvoiceList(client);
    }

    /** A key opens the whole company: there are no single rights to look at. */
    @Override
    public List<Problem> check(Conversation conversation) {
        Reply<JsonNode> reply = client.read("", Map.of(), conversation);
        if (reply instanceof Said<JsonNode>) {
            return List.of();
        }
        return List.of(
                reply instanceof Failed<JsonNode> failed
                        ? failed.outcome().problem()
                        : ExampleProblems.COMMON.connection(
                                "company-unknown",
                                "Example Books has no company " + settings.company() + ".",
                                "Correct the connection's company."));
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
        return "Example Books, company " + settings.company();
    }
}
