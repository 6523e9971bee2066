package org.accountinghub.connectors.fortnox.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One company in the simulated Fortnox: its settings and registers. Its id is the tenant's, which is
 * Fortnox's DatabaseNumber. A new company has the financial years 2020 to 2039, account 3001 for sales,
 * all licences, rounds to whole kronor and has locked nothing.
 */
public final class FortnoxCompany {
    private final String id;
    private String name;
    private String organisationNumber = "556000-0167";
    private Optional<LocalDate> lockedUntil = Optional.empty();
    private Optional<Integer> defaultSalesAccount = Optional.of(3001);
    private boolean wholeKronor = true;
    private boolean vatPerRow;
    private BigDecimal administrationFee = BigDecimal.ZERO;
    private final TreeMap<LocalDate, LocalDate> financialYears = new TreeMap<>();
    private final Set<Integer> missingAccounts = new HashSet<>();
    private final Set<String> missingUnits = new HashSet<>();
    private final Set<String> missingLicences = new HashSet<>();
    private final Map<String, Boolean> costCentres = new TreeMap<>();
    private final Set<Assumption> assumptions = EnumSet.allOf(Assumption.class);

    final Register customers = new Register();
    final Register articles = new Register();
    final Register invoices = new Register();
    final Register orders = new Register();
    final Register payments = new Register();
    final TaxReductions taxReductions = new TaxReductions(this);

    FortnoxCompany(String id) {
        this.id = id;
        this.name = "Bolag " + id + " AB";
        for (int year = 2020; year < 2040; year++) {
            financialYears.put(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public FortnoxCompany name(String value) {
        name = value;
        return this;
    }

    public String organisationNumber() {
        return organisationNumber;
    }

    public FortnoxCompany organisationNumber(String value) {
        organisationNumber = value;
        return this;
    }

    /** Documents dated on this day or earlier are refused. */
    public FortnoxCompany lockedUntil(LocalDate day) {
        lockedUntil = Optional.of(day);
        return this;
    }

    /** Nothing is locked any more. */
    public FortnoxCompany unlocked() {
        lockedUntil = Optional.empty();
        return this;
    }

    Optional<LocalDate> lockedUntil() {
        return lockedUntil;
    }

    /** Replaces all financial years by this one. */
    public FortnoxCompany onlyFinancialYear(LocalDate from, LocalDate to) {
        financialYears.clear();
        financialYears.put(from, to);
        return this;
    }

    List<Map.Entry<LocalDate, LocalDate>> financialYears() {
        return List.copyOf(financialYears.entrySet());
    }

    /** The place, counted from 1, of the financial year that a day is in. */
    Optional<Integer> financialYear(LocalDate day) {
        int number = 0;
        for (Map.Entry<LocalDate, LocalDate> year : financialYears.entrySet()) {
            number++;
            if (!day.isBefore(year.getKey()) && !day.isAfter(year.getValue())) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    /** A priced row with neither article nor account is refused from now on. */
    public FortnoxCompany withoutDefaultAccount() {
        defaultSalesAccount = Optional.empty();
        return this;
    }

    Optional<Integer> defaultSalesAccount() {
        return defaultSalesAccount;
    }

    /** Accounts that the company's chart lacks. */
    public FortnoxCompany withoutAccounts(Integer... accounts) {
        missingAccounts.addAll(Arrays.asList(accounts));
        return this;
    }

    /** Accounts that the chart has after all. */
    public FortnoxCompany withAccounts(Integer... accounts) {
        missingAccounts.removeAll(Arrays.asList(accounts));
        return this;
    }

    boolean hasAccount(int account) {
        return !missingAccounts.contains(account);
    }

    /** Units that the company's register lacks; an article cannot have them. */
    public FortnoxCompany withoutUnits(String... units) {
        missingUnits.addAll(Arrays.asList(units));
        return this;
    }

    boolean hasUnit(String unit) {
        return !missingUnits.contains(unit);
    }

    /** Scopes that no licence of the company includes. */
    public FortnoxCompany withoutLicences(String... scopes) {
        missingLicences.addAll(Arrays.asList(scopes));
        return this;
    }

    boolean hasLicence(String scope) {
        return !missingLicences.contains(scope);
    }

    /** Cost centres of the register that are in use; what the register lacks is taken on documents all the same. */
    public FortnoxCompany costCentres(String... codes) {
        Arrays.asList(codes).forEach(code -> costCentres.put(code, true));
        return this;
    }

    public FortnoxCompany inactiveCostCentres(String... codes) {
        Arrays.asList(codes).forEach(code -> costCentres.put(code, false));
        return this;
    }

    boolean isInactiveCostCentre(String code) {
        return !costCentres.getOrDefault(code, true);
    }

    /** By code: whether it is in use. */
    Map<String, Boolean> costCentres() {
        return costCentres;
    }

    /** Whether totals in kronor are rounded to whole ones. */
    public FortnoxCompany wholeKronor(boolean value) {
        wholeKronor = value;
        return this;
    }

    boolean wholeKronor() {
        return wholeKronor;
    }

    /** Whether VAT is rounded on each row instead of on the sum of each rate. */
    public FortnoxCompany vatPerRow(boolean value) {
        vatPerRow = value;
        return this;
    }

    boolean vatPerRow() {
        return vatPerRow;
    }

    /** Behaves from now on as if this were so, or were not. */
    public FortnoxCompany assume(Assumption assumption, boolean holds) {
        if (holds) {
            assumptions.add(assumption);
        } else {
            assumptions.remove(assumption);
        }
        return this;
    }

    boolean assumes(Assumption assumption) {
        return assumptions.contains(assumption);
    }

    /** The rate of {@code rot}, {@code rut} or a kind of green work. */
    public FortnoxCompany reductionPercent(String what, BigDecimal value) {
        taxReductions.percent(what, value);
        return this;
    }

    /** The fee that is put on an invoice which does not say one itself. */
    public FortnoxCompany administrationFee(BigDecimal value) {
        administrationFee = value;
        return this;
    }

    BigDecimal administrationFee() {
        return administrationFee;
    }
}
