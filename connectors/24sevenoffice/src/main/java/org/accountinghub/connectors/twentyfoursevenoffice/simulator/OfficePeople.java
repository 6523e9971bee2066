package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.SimulatedCompany;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.CompanyType;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.PhoneNumber;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.PhoneNumbers;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceRow;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.OrderSlipStateType;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.Product;

/**
 * The people at one company who work in 24SevenOffice itself. Orders go by their order id, invoices by their invoice id.
 * What it would refuse throws an {@link IllegalStateException}.
 */
public final class OfficePeople implements SimulatedCompany {

    private final OfficeSimulator simulator;
    private final OfficeCompany tenant;
    private final DocumentKeeping keeping;
    private final Effects effects;

    OfficePeople(OfficeSimulator simulator, OfficeCompany tenant, DocumentKeeping keeping, Effects effects) {
        this.simulator = simulator;
        this.tenant = tenant;
        this.keeping = keeping;
        this.effects = effects;
    }

    @Override
    public Map<String, String> settings(Map<String, URI> addresses) {
        return Map.ofEntries(
                entry("application-id", OfficeSimulator.APPLICATION_ID),
                entry("username", OfficeSimulator.USERNAME),
                entry("identity-id", tenant.identity()),
                entry("currency", tenant.currency()),
                entry(
                        "base-address",
                        Objects.requireNonNull(addresses.get("base"), "base").toString()),
                entry("unknown-article", "fallback-product"),
                entry("fallback-products", "25=DIV25,15=DIV15,12=DIV12,6=DIV6,0=DIV0"),
                entry("tax-codes", "25=3,15=31,12=33,6=34,0=6"),
                entry("tax-codes-without-vat", "domestic-reverse-charge=51,eu-reverse-charge=52,export=5"),
                entry("register-changes", "on"),
                entry("article-categories", "25=1,15=2,12=3,6=4,0=5"));
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of("password", OfficeSimulator.PASSWORD);
    }

    @Override
    public String creates(String kind) {
        return switch (kind) {
            case "customer" -> "SaveCompanies";
            case "article" -> "SaveProducts";
            default -> "SaveInvoices";
        };
    }

    /** Under 24SevenOffice's own id, which is answered; our number, where there is one, is its external id. */
    @Override
    public String addCustomer(String number, String name, String registrationNumber) {
        Company company = new Company();
        company.setExternalId(number);
        company.setName(name);
        company.setOrganizationNumber(registrationNumber);
        company.setType(CompanyType.BUSINESS);
        return addCustomer(company);
    }

    @Override
    public String customerName(String number) {
        return known(number).map(Company::getName).orElse("");
    }

    @Override
    public void telephone(String number, String phone) {
        Company there = known(number).orElseThrow(() -> new IllegalStateException("no customer " + number));
        changeCustomer(there.getId().toString(), company -> {
            PhoneNumber work = new PhoneNumber();
            work.setValue(phone);
            PhoneNumbers numbers =
                    Optional.ofNullable(company.getPhoneNumbers()).orElseGet(PhoneNumbers::new);
            numbers.setWork(work);
            company.setPhoneNumbers(numbers);
        });
    }

    /** By our number. */
    private Optional<Company> known(String number) {
        return customers().stream()
                .filter(company -> number.equals(company.getExternalId()))
                .findFirst();
    }

    /** As it is given, save for its id, which is answered. */
    public String addCustomer(Company company) {
        return simulator.underLock(() -> {
            company.setId(tenant.nextCompany());
            company.setDateCreated(OfficeCompany.moment(simulator.clock().instant()));
            company.setDateChanged(company.getDateCreated());
            tenant.companies.put(company.getId(), CompanyService.copy(company));
            effects.customer(tenant, Action.CREATED, company, Effects.BY_HAND);
            return company.getId().toString();
        });
    }

    /** Somebody changes a customer's card. */
    public void changeCustomer(String id, Consumer<Company> change) {
        simulator.locked(() -> {
            Company company = Optional.ofNullable(tenant.companies.get(Integer.valueOf(id)))
                    .orElseThrow(() -> new IllegalStateException("no company " + id));
            change.accept(company);
            company.setDateChanged(OfficeCompany.moment(simulator.clock().instant()));
            effects.customer(tenant, Action.UPDATED, company, Effects.BY_HAND);
        });
    }

    /** It stays in lists of deleted ones only. */
    public void deleteCustomer(String id) {
        changeCustomer(id, company -> tenant.deletedCompanies.add(company.getId()));
    }

    @Override
    public void addArticle(String number, String description) {
        addArticle(number, description, "25");
    }

    /** With the rate of VAT that rows with it get. */
    public void addArticle(String number, String description, String taxRate) {
        addArticle(number, description, taxRate, BigDecimal.ZERO);
    }

    /** With its price, too; answers the product's id. */
    public String addArticle(String number, String description, String taxRate, BigDecimal price) {
        return simulator.underLock(() -> {
            Product product = new Product();
            product.setId(tenant.nextProduct());
            product.setNo(number);
            product.setName(description);
            product.setTaxRate(new BigDecimal(taxRate));
            product.setPrice(price);
            product.setCategoryId(1);
            product.setStatusId(1);
            product.setDateChanged(OfficeCompany.moment(simulator.clock().instant()));
            tenant.products.put(product.getId(), product);
            effects.article(tenant, Action.CREATED, product, Effects.BY_HAND);
            return product.getId().toString();
        });
    }

    /** Somebody changes a product's card. */
    public void changeArticle(String id, Consumer<Product> change) {
        simulator.locked(() -> {
            Product product = Optional.ofNullable(tenant.products.get(Integer.valueOf(id)))
                    .orElseThrow(() -> new IllegalStateException("no product " + id));
            change.accept(product);
            product.setDateChanged(OfficeCompany.moment(simulator.clock().instant()));
        });
    }

    /** A product that cannot be sold any more. */
    public void expireArticle(String number) {
        simulator.locked(() -> {
            Product product = tenant.product(number).orElseThrow(() -> new IllegalStateException("no " + number));
            product.setStatusId(0);
            product.setDateChanged(OfficeCompany.moment(simulator.clock().instant()));
        });
    }

    /** Somebody writes an order or an invoice, as its state says; its order id. */
    public String addDocument(InvoiceOrder document) {
        return simulator.underLock(() -> checked(() -> {
            DocumentKeeping.Entry entry = keeping.prepare(tenant, document, Effects.BY_HAND);
            entry.commit().run();
            return Integer.toString(entry.orderId());
        }));
    }

    /** Somebody changes a document, its totals follow. */
    public void change(String order, Consumer<InvoiceOrder> change) {
        simulator.locked(() -> {
            InvoiceOrder document = order(order);
            change.accept(document);
            keeping.totals(tenant, document);
            keeping.changed(document);
            effects.order(tenant, Action.UPDATED, document, Effects.BY_HAND);
        });
    }

    @Override
    public String invoiceOrder(String order) {
        return simulator.underLock(() -> {
            InvoiceOrder document = open(order);
            document.setDateInvoiced(null);
            keeping.invoice(tenant, document, Effects.BY_HAND);
            return document.getInvoiceId().toString();
        });
    }

    @Override
    public void cancelOrder(String order) {
        simulator.locked(() -> {
            InvoiceOrder document = open(order);
            document.setOrderStatus(OrderSlipStateType.INACTIVE);
            keeping.changed(document);
            effects.order(tenant, Action.CANCELLED, document, Effects.BY_HAND);
        });
    }

    /** The order disappears from every list. */
    public void deleteOrder(String order) {
        simulator.locked(() -> {
            InvoiceOrder document = open(order);
            tenant.documents.remove(document.getOrderId());
            effects.order(tenant, Action.DELETED, document, Effects.BY_HAND);
        });
    }

    /** An invoice is booked when it is made: there is nothing to do. */
    @Override
    public void book(String invoice) {
        simulator.locked(() -> invoice(invoice));
    }

    @Override
    public void pay(String invoice) {
        simulator.locked(() -> {
            InvoiceOrder document = invoice(invoice);
            document.setPaid(keeping.today());
            keeping.changed(document);
            effects.invoice(tenant, Action.PAID, document, Effects.BY_HAND);
        });
    }

    /** Credits the whole invoice with one of its own; answers the credit note's invoice id. */
    public String credit(String invoice) {
        return simulator.underLock(() -> {
            InvoiceOrder original = invoice(invoice);
            InvoiceOrder credit = InvoiceService.copy(original);
            credit.setOrderId(null);
            credit.setReferenceInvoiceId(original.getInvoiceId());
            credit.setReferenceOrderId(original.getOrderId());
            credit.setReferenceNumber(null);
            credit.setPaid(null);
            for (InvoiceRow row : credit.getInvoiceRows().getInvoiceRow()) {
                if (row.getQuantity() != null) {
                    row.setQuantity(row.getQuantity().negate());
                }
            }
            DocumentKeeping.Entry entry = checked(() -> keeping.prepare(tenant, credit, Effects.BY_HAND));
            entry.commit().run();
            effects.invoice(tenant, Action.CREDITED, original, Effects.BY_HAND);
            return entry.invoiceId().orElseThrow().toString();
        });
    }

    @Override
    public List<Paper> orders() {
        return papers(false);
    }

    @Override
    public List<Paper> invoices() {
        return papers(true);
    }

    /** Copies of all documents, whole. */
    public List<InvoiceOrder> documents() {
        return simulator.underLock(() ->
                tenant.documents.values().stream().map(InvoiceService::copy).toList());
    }

    /** Copies of all customers that are not deleted. */
    public List<Company> customers() {
        return simulator.underLock(() -> tenant.companies.values().stream()
                .filter(company -> !tenant.deletedCompanies.contains(company.getId()))
                .map(CompanyService::copy)
                .toList());
    }

    /** Copies of all products. */
    public List<Product> products() {
        return simulator.underLock(() ->
                tenant.products.values().stream().map(ProductService::copy).toList());
    }

    private List<Paper> papers(boolean ofInvoices) {
        return simulator.underLock(() -> tenant.documents.values().stream()
                .filter(document -> !ofInvoices || document.getInvoiceId() != null)
                .map(document -> paper(tenant, document, ofInvoices))
                .toList());
    }

    private static Paper paper(OfficeCompany tenant, InvoiceOrder document, boolean asInvoice) {
        BigDecimal total = document.getOrderTotalIncVat();
        boolean open = asInvoice && document.getPaid() == null;
        return new Paper(
                (asInvoice ? document.getInvoiceId() : document.getOrderId()).toString(),
                document.getCustomerId().toString(),
                document.getCurrency().getSymbol(),
                total,
                Arithmetic.of(document, tenant).roundOff(),
                open ? total : BigDecimal.ZERO,
                document.getInvoiceId() != null,
                document.getOrderStatus() == OrderSlipStateType.INACTIVE);
    }

    private InvoiceOrder order(String id) {
        return Optional.ofNullable(tenant.documents.get(Integer.valueOf(id)))
                .orElseThrow(() -> new IllegalStateException("no order " + id));
    }

    private InvoiceOrder open(String id) {
        InvoiceOrder document = order(id);
        if (document.getInvoiceId() != null || document.getOrderStatus() == OrderSlipStateType.INACTIVE) {
            throw new IllegalStateException("order " + id + " is invoiced or cancelled");
        }
        return document;
    }

    private InvoiceOrder invoice(String id) {
        return tenant.documents.values().stream()
                .filter(document -> Integer.valueOf(id).equals(document.getInvoiceId()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no invoice " + id));
    }

    private static <T> T checked(Supplier<T> act) {
        try {
            return act.get();
        } catch (ItemRefused refused) {
            throw new IllegalStateException(refused.words(), refused);
        }
    }
}
