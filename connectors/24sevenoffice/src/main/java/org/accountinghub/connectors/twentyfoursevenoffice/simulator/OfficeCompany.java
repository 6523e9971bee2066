package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.Product;

/**
 * One company (a "client") in the simulated 24SevenOffice: its settings and registers. A new one keeps its books in
 * {@code SEK}, knows all persons, departments and projects, the tax codes of {@link #TAX_CODES} and a product for each of
 * their rates ({@code DIV25} and so on), and rounds no totals.
 */
public final class OfficeCompany {

    /** Tax codes and their rates; 51, 52 and 5 are for reverse charge at home, in the EU, and for export. */
    static final Map<Integer, String> TAX_CODES =
            new TreeMap<>(Map.of(3, "25", 31, "15", 33, "12", 34, "6", 6, "0", 51, "0", 52, "0", 5, "0"));

    /** Product categories and the VAT rates of what is in them. */
    static final Map<Integer, String> CATEGORIES = new TreeMap<>(Map.of(1, "25", 2, "15", 3, "12", 4, "6", 5, "0"));

    private final String id;
    private String name;
    private String currency = "SEK";
    private boolean vatPerRow;
    private boolean savesKeep;
    private final Set<String> neverTaken = new HashSet<>();
    private BigDecimal roundFactor = BigDecimal.ZERO;
    private boolean consent = true;
    private final Set<Integer> missingIds = new HashSet<>();
    private int lastCompany = 1000;
    private int lastDocument = 500;
    private int lastInvoice = 20000;
    private int lastProduct = 100;

    final TreeMap<Integer, Company> companies = new TreeMap<>();
    final Set<Integer> deletedCompanies = new HashSet<>();
    final TreeMap<Integer, InvoiceOrder> documents = new TreeMap<>();
    final Map<Integer, LocalDateTime> registered = new TreeMap<>();
    final TreeMap<Integer, Product> products = new TreeMap<>();

    OfficeCompany(String id, Instant now) {
        this.id = id;
        this.name = "Selskap " + id + " AS";
        TAX_CODES.values().stream().distinct().sorted().forEach(rate -> {
            Product product = new Product();
            product.setId(nextProduct());
            product.setNo("DIV" + rate);
            product.setName("Diverse " + rate + " %");
            product.setTaxRate(new BigDecimal(rate));
            product.setPrice(BigDecimal.ZERO);
            product.setStatusId(1);
            product.setCategoryId(1);
            product.setDateChanged(moment(now));
            products.put(product.getId(), product);
        });
    }

    /** The tenant's: the number of the client. */
    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public OfficeCompany name(String value) {
        name = value;
        return this;
    }

    public String currency() {
        return currency;
    }

    /** The company's own currency. */
    public OfficeCompany currency(String code) {
        currency = code;
        return this;
    }

    /** Not even the products that every company begins with. */
    public OfficeCompany withoutProducts() {
        products.clear();
        return this;
    }

    /** VAT is rounded on each row from now on, not on the sum of each rate. */
    public OfficeCompany vatPerRow(boolean value) {
        vatPerRow = value;
        return this;
    }

    /** A save of a customer or product keeps what it leaves out from now on; else it empties that. */
    public OfficeCompany savesKeep(boolean value) {
        savesKeep = value;
        return this;
    }

    /** What a save of a customer takes from nobody, and empties: an element's name, such as {@code Note}. */
    public OfficeCompany savesNeverTake(String element) {
        neverTaken.add(element);
        return this;
    }

    Set<String> neverTaken() {
        return neverTaken;
    }

    boolean savesKeep() {
        return savesKeep;
    }

    boolean vatPerRow() {
        return vatPerRow;
    }

    /** Totals are rounded to this: 0.1, 0.5 or 1; 0 = not at all. */
    public OfficeCompany roundFactor(String factor) {
        roundFactor = new BigDecimal(factor);
        return this;
    }

    BigDecimal roundFactor() {
        return roundFactor;
    }

    /** Ids of persons, departments and projects that the company does not have. */
    public OfficeCompany without(Integer... ids) {
        missingIds.addAll(Arrays.asList(ids));
        return this;
    }

    boolean has(int personOrPlace) {
        return personOrPlace > 0 && !missingIds.contains(personOrPlace);
    }

    boolean consent() {
        return consent;
    }

    void consent(boolean given) {
        consent = given;
    }

    /** A GUID that says which company it is. */
    public String identity() {
        return "10000000-0000-4000-8000-%012d".formatted(Long.parseLong(id));
    }

    Optional<Product> product(String number) {
        return products.values().stream()
                .filter(product -> number.equals(product.getNo()))
                .findFirst();
    }

    int nextCompany() {
        do {
            lastCompany++;
        } while (companies.containsKey(lastCompany));
        return lastCompany;
    }

    int nextDocument() {
        return ++lastDocument;
    }

    int nextInvoice() {
        return ++lastInvoice;
    }

    int nextProduct() {
        return ++lastProduct;
    }

    /** Whole seconds, UTC. */
    static LocalDateTime moment(Instant now) {
        return LocalDateTime.ofEpochSecond(now.getEpochSecond(), 0, ZoneOffset.UTC);
    }
}
