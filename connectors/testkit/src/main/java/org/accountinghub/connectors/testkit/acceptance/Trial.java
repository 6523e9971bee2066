package org.accountinghub.connectors.testkit.acceptance;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.ArticleEditor;
import org.accountinghub.connectors.spi.ArticleSink;
import org.accountinghub.connectors.spi.ArticleSource;
import org.accountinghub.connectors.spi.Authorization;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.CustomerEditor;
import org.accountinghub.connectors.spi.CustomerNumbers;
import org.accountinghub.connectors.spi.CustomerSink;
import org.accountinghub.connectors.spi.CustomerSource;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.HubServices;
import org.accountinghub.connectors.spi.InvoiceSink;
import org.accountinghub.connectors.spi.InvoiceSource;
import org.accountinghub.connectors.spi.OrderSink;
import org.accountinghub.connectors.spi.OrderSource;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Permits;
import org.accountinghub.connectors.spi.RegisterEditing;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Setting;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Tokens;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterEdit;

/** A connector opened on a bench, with the hub that lends it clock, permits and tokens, and what it let out. */
public final class Trial implements HubServices, AutoCloseable {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final Bench bench;
    private final TestPermits permits;
    private final TestTokens tokens;
    private final Transcript transcript = new Transcript();
    private final Map<Object, Instant> firstIntents = new HashMap<>();
    private final Connector connector;
    private final Map<Object, Map<String, Instant>> begun = new HashMap<>();
    private Optional<CustomerNumbers> numbers = Optional.empty();

    public Trial(Bench bench) {
        this(bench, Map.of());
    }

    /** With some settings other than the bench's. */
    public Trial(Bench bench, Map<String, String> other) {
        this.bench = bench;
        permits = new TestPermits(bench.clock());
        tokens = new TestTokens(bench.clock());
        bench.consented().ifPresent(tokens::keep);
        connector = bench.factory().open(settings(bench, other), this);
        tokens.renewedBy(connector);
    }

    /** Settings as the hub would give them: defaults filled in, secrets apart. An empty value takes a setting away. */
    static ConnectionSettings settings(Bench bench, Map<String, String> other) {
        Map<String, String> given = new HashMap<>(bench.values());
        given.putAll(bench.secrets());
        given.putAll(other);
        Map<String, String> values = new HashMap<>();
        Map<String, Secret> secrets = new HashMap<>();
        for (Setting setting : bench.factory().settings()) {
            String value = given.getOrDefault(setting.name(), setting.fallback().orElse(""));
            if (setting.secret() && !value.isEmpty()) {
                secrets.put(setting.name(), new Secret(value));
            } else if (!setting.secret()) {
                values.put(setting.name(), value);
            }
        }
        return new ConnectionSettings("under-test", SWEDEN, values, secrets);
    }

    public Bench bench() {
        return bench;
    }

    public Connector connector() {
        return connector;
    }

    public Transcript transcript() {
        return transcript;
    }

    public Outcome bring(Customer customer) {
        return begin(customer).perform();
    }

    /** As an order or as an invoice, by its target; step after step. */
    public Outcome bring(BillableOrder order) {
        return begin(order).perform();
    }

    public Finding lookFor(Customer customer) {
        Progress<Customer> progress = begin(customer);
        return progress.find(progress.step(Step.CREATE));
    }

    /** Looks for the document itself, not for what comes before or after it. */
    public Finding lookFor(BillableOrder order) {
        Progress<BillableOrder> progress = begin(order);
        return progress.find(progress.step(Step.CREATE));
    }

    /** From here on new customers get such numbers there, not as is usual. */
    public Trial numbering(CustomerNumbers whose) {
        numbers = Optional.of(whose);
        return this;
    }

    /** How customers are brought. */
    public Delivery<Customer> customers() {
        CustomerSink sink = (CustomerSink) connector;
        return numbers.map(sink::customers).orElseGet(sink::customers);
    }

    public Progress<Customer> begin(Customer customer) {
        return new Progress<>(this, customers(), customer, Map.of(), begun(customer.key()));
    }

    /** @param bound what is bound already, by kind */
    public Progress<Customer> begin(Customer customer, Map<String, String> bound) {
        return new Progress<>(this, customers(), customer, bound, begun(customer.key()));
    }

    public Progress<BillableOrder> begin(BillableOrder order) {
        return new Progress<>(this, delivery(order), order, bound(order), begun(order.key()));
    }

    /** @param payer the partner's id of the customer who pays */
    public Progress<BillableOrder> begin(BillableOrder order, String payer) {
        return new Progress<>(this, delivery(order), order, Map.of(SourceKey.CUSTOMER, payer), begun(order.key()));
    }

    private Map<String, Instant> begun(Object document) {
        return begun.computeIfAbsent(document, key -> new HashMap<>());
    }

    public Progress<Article> begin(Article article) {
        return new Progress<>(this, ((ArticleSink) connector).articles(), article, Map.of(), begun(article.key()));
    }

    /** @param id the record's at the partner */
    public Progress<RegisterEdit> begin(RegisterEdit edit, String id) {
        return new Progress<>(
                this,
                editing(edit.register()).edits(),
                edit,
                Map.of(edit.register().kind(), id),
                new HashMap<>());
    }

    public Outcome bring(Article article) {
        return begin(article).perform();
    }

    public Finding lookFor(Article article) {
        Progress<Article> progress = begin(article);
        return progress.find(progress.step(Step.CREATE));
    }

    public Rehearsal rehearse(Article article) {
        return seen(((ArticleSink) connector).articles().rehearse(article, Map.of(), transcript));
    }

    public RegisterSource register(Register register) {
        return register == Register.CUSTOMERS
                ? ((CustomerSource) connector).customersThere()
                : ((ArticleSource) connector).articlesThere();
    }

    public RegisterEditing editing(Register register) {
        return register == Register.CUSTOMERS
                ? ((CustomerEditor) connector).customerEdits()
                : ((ArticleEditor) connector).articleEdits();
    }

    public Rehearsal rehearse(BillableOrder order) {
        return seen(delivery(order).rehearse(order, bound(order), transcript));
    }

    private Delivery<BillableOrder> delivery(BillableOrder order) {
        return order.target() == BillableOrder.Target.ORDER
                ? ((OrderSink) connector).orders()
                : ((InvoiceSink) connector).invoices();
    }

    public Returns<Invoice> invoicesBack() {
        return ((InvoiceSource) connector).invoicesBack();
    }

    public Returns<PlacedOrder> ordersBack() {
        return ((OrderSource) connector).ordersBack();
    }

    public Authorization authorization() {
        return (Authorization) connector;
    }

    public <T> T seen(T value) {
        return transcript.seen(value);
    }

    @Override
    public Permits permits() {
        return permits;
    }

    @Override
    public Tokens tokens() {
        return tokens;
    }

    @Override
    public InstantSource clock() {
        return bench.clock();
    }

    TestPermits testPermits() {
        return permits;
    }

    public TestTokens testTokens() {
        return tokens;
    }

    /** Every value that must not show: secret settings, tokens ever given, personal numbers in all spellings. */
    List<String> hidden() {
        List<String> hidden = new ArrayList<>(bench.secrets().values());
        hidden.addAll(tokens.seen().stream().map(Secret::reveal).toList());
        hidden.addAll(Documents.PERSONAL_NUMBER_SPELLINGS);
        return hidden;
    }

    /** When a step of this document was first begun or looked for in this trial. */
    Instant firstIntent(Object document, Step step) {
        return firstIntents.computeIfAbsent(
                List.of(document, step.name()), first -> bench.clock().instant());
    }

    private Map<String, String> bound(BillableOrder order) {
        return Map.of(SourceKey.CUSTOMER, bench.customer(order.payer().number()).id());
    }

    @Override
    public void close() {
        connector.close();
    }
}
