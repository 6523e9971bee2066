package org.accountinghub.connectors.fortnox;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.http.JsonClient;
import org.accountinghub.connectors.spi.Authorization;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.CustomerSink;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.HubServices;
import org.accountinghub.connectors.spi.InvoiceSink;
import org.accountinghub.connectors.spi.InvoiceSource;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Problem;

/** One company's books in Fortnox. */
final class FortnoxConnector implements CustomerSink, InvoiceSink, InvoiceSource, Authorization {

    private final FortnoxAuthorization authorization;
    private final FortnoxCustomers customers;
    private final FortnoxInvoices invoices;
    private final FortnoxReturns returns;
    private final FortnoxCheck check;

    FortnoxConnector(FortnoxSettings settings, HubServices hub) {
        JsonClient http = new JsonClient(settings.addresses(), settings.timeout(), hub.clock());
        FortnoxClient client = new FortnoxClient(settings, hub, http);
        authorization = new FortnoxAuthorization(settings, client, http, hub.clock());
        customers = new FortnoxCustomers(client, hub.clock());
        invoices = new FortnoxInvoices(settings, client, new FortnoxArticles(client, hub.clock()), hub.clock());
        returns = new FortnoxReturns(client);
        check = new FortnoxCheck(settings, client);
    }

    @Override
    public Delivery<Customer> customers() {
        return customers;
    }

    @Override
    public Delivery<BillableOrder> invoices() {
        return invoices;
    }

    @Override
    public Returns<Invoice> invoicesBack() {
        return returns;
    }

    @Override
    public List<Problem> check(Conversation conversation) {
        return check.run(conversation);
    }

    @Override
    public boolean needsConsent() {
        return authorization.needsConsent();
    }

    @Override
    public URI consentPage(String state, URI redirect) {
        return authorization.consentPage(state, redirect);
    }

    @Override
    public Grant exchange(String code, URI redirect) {
        return authorization.exchange(code, redirect);
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
