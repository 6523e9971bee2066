package org.accountinghub.connectors.twentyfoursevenoffice;

import static org.accountinghub.connectors.testkit.acceptance.Behaviour.DELETED_RECORDS;
import static org.accountinghub.connectors.testkit.acceptance.Behaviour.DRAFT_INVOICES;
import static org.accountinghub.connectors.testkit.acceptance.Behaviour.JOINT_INVOICES;
import static org.accountinghub.connectors.testkit.acceptance.Behaviour.PARTLY_INVOICED_ORDERS;
import static org.accountinghub.connectors.testkit.acceptance.Behaviour.REFERENCE_SEARCH;
import static org.accountinghub.connectors.testkit.acceptance.Behaviour.RIGHTS;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.ConnectorFactory;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.testkit.SimulatedClock;
import org.accountinghub.connectors.testkit.acceptance.ArticleBench;
import org.accountinghub.connectors.testkit.acceptance.Behaviours;
import org.accountinghub.connectors.testkit.acceptance.EditorBench;
import org.accountinghub.connectors.testkit.acceptance.KindOfCall;
import org.accountinghub.connectors.testkit.acceptance.Mistake;
import org.accountinghub.connectors.testkit.acceptance.OrderBench;
import org.accountinghub.connectors.testkit.partner.SimulatedPartner;
import org.accountinghub.connectors.twentyfoursevenoffice.simulator.OfficePeople;
import org.accountinghub.connectors.twentyfoursevenoffice.simulator.OfficeSimulator;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.ArrayOfInvoiceRow;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceRow;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.OrderSlipStateType;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.RowType;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.TaxSettings;

/** A simulated 24SevenOffice with one company, for the acceptance kit. Orders and invoices go by their order ids. */
final class OfficeBench implements OrderBench, EditorBench, ArticleBench {

    static final String TENANT = "4711";
    private static final int ANY_PRODUCT = 101;
    private static final int TAX_CODE_25 = 3;

    private final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-03-02T09:30:40Z"));
    private final OfficeSimulator simulator = OfficeSimulator.start(0, clock);
    private final OfficePeople people;

    OfficeBench() {
        people = simulator.people(TENANT);
    }

    /** A bench whose company begins without any product. */
    static OfficeBench withoutProducts() {
        OfficeBench bench = new OfficeBench();
        bench.simulator.tenant(TENANT).withoutProducts();
        return bench;
    }

    /** A bench where a save keeps what it leaves out. */
    static OfficeBench keeping() {
        OfficeBench bench = new OfficeBench();
        bench.simulator.tenant(TENANT).savesKeep(true);
        return bench;
    }

    OfficeSimulator simulator() {
        return simulator;
    }

    OfficePeople people() {
        return people;
    }

    @Override
    public ConnectorFactory factory() {
        return new OfficeConnectorFactory();
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
        Map<String, String> values = new HashMap<>(people.settings(Map.of("base", simulator.baseUri())));
        values.put("request-timeout", Long.toString(PATIENCE.toSeconds()));
        return values;
    }

    @Override
    public Map<String, String> secrets() {
        return people.secrets();
    }

    @Override
    public Behaviours behaviours() {
        return Behaviours.all()
                .without(
                        REFERENCE_SEARCH,
                        "GetInvoices searches by ids, customer, state and change only, says its WSDL; ReferenceNumber is shown.")
                .without(DRAFT_INVOICES, "A document becomes an invoice by its state, and is booked with it.")
                .without(
                        PARTLY_INVOICED_ORDERS,
                        "A document is order and invoice in one, so that it is invoiced whole; what is left of it there is another order.")
                .without(
                        JOINT_INVOICES,
                        "A document is order and invoice in one, so that no two orders become one invoice.")
                .without(
                        DELETED_RECORDS,
                        "A deleted company stays in the sync list as an inactive one; products expire.")
                .without(
                        RIGHTS,
                        "Which rights a user of the web services can lack, and how that is told, is not documented.");
    }

    @Override
    public boolean reads(String operation) {
        return operation.startsWith("Get") || operation.equals("HasSession");
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake("application-id", "not-a-guid"),
                new Mistake("identity-id", "4711"),
                new Mistake("currency", "kronor"),
                new Mistake("base-address", "api.24sevenoffice.com"),
                new Mistake("base-address", "http://api.24sevenoffice.com"),
                new Mistake("base-address", "https://user:pw@api.24sevenoffice.com"),
                new Mistake("plain-http", "yes"),
                new Mistake("order-status", "invoiced"),
                new Mistake("distribution", "pigeon"),
                new Mistake("unknown-article", "create"),
                new Mistake("fallback-products", "9025"),
                new Mistake("tax-codes", "25=x"),
                new Mistake("tax-codes-without-vat", "domestic=3"),
                new Mistake("persons", "Tekla"),
                new Mistake("departments", "100=a"),
                new Mistake("projects", "=1"),
                new Mistake("payment-times", "30 dagar=trettio"),
                new Mistake("register-changes", "maybe"),
                new Mistake("article-categories", "25=Material"),
                new Mistake("external-id", "name"),
                new Mistake("external-status", "0"),
                new Mistake("name-length", "10"),
                new Mistake("price-decimals", "9"),
                new Mistake("session-minutes", "0"),
                new Mistake("calls-per-hour", "7201"),
                new Mistake("limit-counted-by", "user"),
                new Mistake("look-back-days", "0"),
                new Mistake("commit-lateness", "-1"),
                new Mistake("request-timeout", "1 minute"));
    }

    @Override
    public List<KindOfCall> calls() {
        return OfficeCalls.all();
    }

    @Override
    public PartnerDocument customer(String ours) {
        String id = people.customers().stream()
                .filter(company -> ours.equals(company.getExternalId()))
                .map(Company::getId)
                .findFirst()
                .map(String::valueOf)
                .orElse("1");
        return new PartnerDocument(id, id, List.of());
    }

    @Override
    public String number(String id) {
        InvoiceOrder document = document(id);
        return String.valueOf(document.getInvoiceId() == null ? document.getOrderId() : document.getInvoiceId());
    }

    @Override
    public String createsCustomer() {
        return "SaveCompanies";
    }

    @Override
    public String createsArticle() {
        return "SaveProducts";
    }

    @Override
    public String changesRecord(Register register) {
        return register == Register.CUSTOMERS ? "SaveCompanies" : "SaveProducts";
    }

    @Override
    public String searchesCustomer() {
        return "GetCompanies";
    }

    @Override
    public String createsInvoice() {
        return "SaveInvoices";
    }

    @Override
    public String searchesInvoice() {
        return "GetInvoices";
    }

    @Override
    public String createsOrder() {
        return "SaveInvoices";
    }

    @Override
    public String searchesOrder() {
        return "GetInvoices";
    }

    @Override
    public String givesTokens() {
        return "Login";
    }

    @Override
    public void addCustomer(String number, String name, String registrationNumber) {
        people.addCustomer(number, name, registrationNumber);
    }

    @Override
    public void addArticle(String number) {
        people.addArticle(number, "Artikel " + number);
    }

    @Override
    public String addInvoice(BillableOrder order, String customerNumber, String referenceText) {
        return people.addDocument(written(order, customerNumber, referenceText, OrderSlipStateType.INVOICED));
    }

    @Override
    public String addOrder(BillableOrder order, String customerNumber, String referenceText) {
        return people.addDocument(written(order, customerNumber, referenceText, OrderSlipStateType.FOR_INVOICING));
    }

    /** An invoice is booked from the beginning: what is left to do with it is to pay it. */
    @Override
    public void book(String id) {
        people.pay(number(id));
    }

    @Override
    public String invoiceOrder(String id) {
        people.invoiceOrder(id);
        return id;
    }

    @Override
    public String invoicePart(String id) {
        throw new UnsupportedOperationException("a document is invoiced whole");
    }

    @Override
    public String invoiceTogether(List<String> ids) {
        throw new UnsupportedOperationException("a document is its own invoice");
    }

    @Override
    public void cancelOrder(String id) {
        people.cancelOrder(id);
    }

    @Override
    public void deleteOrder(String id) {
        people.deleteOrder(id);
    }

    @Override
    public String addRecord(RegisterRecord record) {
        return new RegisterPeople(people).add(record);
    }

    @Override
    public void changeRecord(Register register, String id, Map<RegisterField, String> values) {
        new RegisterPeople(people).change(register, id, values);
    }

    /** A company's own id stays; what changes is the external id, which a register calls it by. */
    @Override
    public void renumberRecord(Register register, String id, String number) {
        new RegisterPeople(people).renumber(register, id, number);
    }

    @Override
    public void deleteRecord(Register register, String id) {
        throw new UnsupportedOperationException("nothing disappears from the registers");
    }

    @Override
    public List<String> loseRights() {
        simulator.revokeConsent(TENANT);
        return List.of("log the hub's user in");
    }

    @Override
    public void close() {
        simulator.close();
    }

    private InvoiceOrder document(String id) {
        return people.documents().stream()
                .filter(one -> String.valueOf(one.getOrderId()).equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no document " + id));
    }

    private InvoiceOrder written(
            BillableOrder order, String customerNumber, String referenceText, OrderSlipStateType state) {
        InvoiceOrder document = new InvoiceOrder();
        document.setCustomerId(Integer.valueOf(customer(customerNumber).id()));
        document.setOrderStatus(state);
        document.setDateOrdered(order.documentDate().atStartOfDay());
        document.setIncludeVAT(order.pricesIncludeVat());
        document.setInvoiceTitle(order.orderNumber());
        document.setReferenceNumber(
                Optional.of(referenceText).filter(text -> !text.isEmpty()).orElse(null));
        ArrayOfInvoiceRow rows = new ArrayOfInvoiceRow();
        for (Row.Priced priced : order.pricedRows()) {
            InvoiceRow row = new InvoiceRow();
            row.setProductId(ANY_PRODUCT);
            row.setName(priced.description());
            row.setType(RowType.NORMAL);
            row.setQuantity(priced.quantity());
            row.setPrice(priced.unitPrice());
            TaxSettings tax = new TaxSettings();
            tax.setTaxCode(TAX_CODE_25);
            row.setTaxSettings(tax);
            rows.getInvoiceRow().add(row);
        }
        document.setInvoiceRows(rows);
        return document;
    }
}
