package org.accountinghub.connectors.testkit.rules;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.accountinghub.connectors.spi.ArticleSink;
import org.accountinghub.connectors.spi.Authorization;
import org.accountinghub.connectors.spi.Consent;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.CustomerNumbers;
import org.accountinghub.connectors.spi.CustomerSink;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.InvoiceSink;
import org.accountinghub.connectors.spi.InvoiceSource;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.OrderSink;
import org.accountinghub.connectors.spi.OrderSource;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.testkit.rules.Heard.Lines;
import org.accountinghub.connectors.testkit.rules.SoundFactory.Parts;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Invoice.InvoicedRow;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.Totals;

/** A connector that does all its duties. Bad ones extend it and neglect one. */
class SoundConnector
        implements CustomerSink, ArticleSink, InvoiceSink, OrderSink, InvoiceSource, OrderSource, Authorization {

    final Parts parts;
    final SoundClient client;

    SoundConnector(Parts parts) {
        this.parts = parts;
        this.client = client();
    }

    /** Made once, before the constructor of what extends this runs. */
    SoundClient client() {
        return new SoundClient(parts);
    }

    @Override
    public Delivery<Customer> customers() {
        return new SoundCustomers(client);
    }

    @Override
    public Delivery<Article> articles() {
        return new SoundArticles(client);
    }

    @Override
    public Set<CustomerNumbers> numbers() {
        return Set.of(CustomerNumbers.OURS, CustomerNumbers.THEIRS);
    }

    @Override
    public Delivery<Customer> customers(CustomerNumbers numbers) {
        return numbers == CustomerNumbers.THEIRS ? numberedCustomers() : customers();
    }

    Delivery<Customer> numberedCustomers() {
        return new SoundNumbered(client);
    }

    @Override
    public Delivery<BillableOrder> invoices() {
        return papers("invoices");
    }

    @Override
    public Delivery<BillableOrder> orders() {
        return papers("orders");
    }

    Delivery<BillableOrder> papers(String kinds) {
        return new SoundPapers(client, kinds);
    }

    @Override
    public Returns<Invoice> invoicesBack() {
        return new SoundReturns<>(client, "invoices", this::invoice);
    }

    @Override
    public Returns<PlacedOrder> ordersBack() {
        return new SoundReturns<>(client, "orders", this::order);
    }

    Invoice invoice(Paper paper) {
        Totals totals = paper.content().totals();
        Money nothing = Money.zero(paper.content().currency());
        return new Invoice(
                paper.id(),
                SoundReturns.reference(paper.reference()),
                paper.customer(),
                Optional.of(paper.customer()),
                paper.content().documentDate(),
                Optional.empty(),
                paper.content().currency(),
                rows(paper.content()),
                totals.netByRate(),
                totals.vatByRate(),
                nothing,
                nothing,
                nothing,
                nothing,
                totals.total(),
                totals.total(),
                paper.booked(),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    PlacedOrder order(Paper paper) {
        Totals totals = paper.content().totals();
        return new PlacedOrder(
                paper.id(),
                SoundReturns.reference(paper.reference()),
                paper.customer(),
                Optional.of(paper.customer()),
                paper.content().documentDate(),
                paper.content().currency(),
                rows(paper.content()),
                totals.net(),
                totals.total(),
                paper.status(),
                paper.invoices());
    }

    private static List<InvoicedRow> rows(BillableOrder order) {
        List<Row.Priced> rows = order.pricedRows();
        List<Money> amounts = order.totals().rows();
        return IntStream.range(0, rows.size())
                .mapToObj(at -> {
                    Row.Priced row = rows.get(at);
                    BigDecimal rate = row.vat().chargedRate();
                    return new InvoicedRow(
                            row.articleNumber().orElse(""), row.description(), row.quantity(), amounts.get(at), rate);
                })
                .toList();
    }

    @Override
    public Optional<Consent> consent() {
        return parts.consented() ? Optional.of(new Signature()) : Optional.empty();
    }

    /** Consent by somebody who signs. */
    class Signature implements Consent {

        @Override
        public URI page(String state, URI redirect) {
            return URI.create("https://paper.example.org/consent?state=" + encoded(state) + "&redirect="
                    + encoded(redirect.toString()));
        }

        @Override
        public Grant exchange(String code, URI redirect) {
            return client.grant("code", code);
        }
    }

    @Override
    public Grant renew(Optional<Secret> refreshToken, Optional<String> tenant) {
        if (!parts.consented()) {
            return client.grant("password", "");
        }
        return client.grant(
                "refresh",
                refreshToken
                        .orElseThrow(() -> new NoConsentException(SoundClient.problem("no-consent")))
                        .reveal());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public List<Problem> check(Conversation conversation) {
        Heard heard = client.read("/rights", Map.of(), conversation);
        if (!(heard instanceof Lines lines)) {
            return List.of(SoundClient.problem("unreachable"));
        }
        List<String> rights = lines.lines().stream().map(line -> line.get(0)).toList();
        List<Problem> missing = new ArrayList<>();
        Stream.of("customer", "invoice", "order")
                .filter(right -> !rights.contains(right))
                .forEach(right -> missing.add(SoundClient.problem("no-" + right)));
        return missing;
    }

    @Override
    public void close() {}
}
