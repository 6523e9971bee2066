package org.accountinghub.routes.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.accountinghub.mappings.model.Address;
import org.accountinghub.mappings.model.Contact;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.InvoicingTerms;
import org.accountinghub.mappings.model.PersonalNumbers;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads customers from the contract's views. */
final class CustomerReader {

    /** Forms of company that never have a personal number. */
    private static final Pattern LEGAL_PERSON = Pattern.compile(
            "(?iu)(^|[\\s,])(AB|aktiebolag|HB|KB|BRF|bostadsrättsförening(en)?|ek\\.? ?för\\.?)($|[\\s,(])");

    private final JdbcClient sql;
    private final StoreSettings settings;

    CustomerReader(JdbcClient sql, StoreSettings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    Reading<Customer> read(SourceKey key) {
        List<Problem> problems = new ArrayList<>();
        Optional<Customer> customer = sql.sql("SELECT * FROM service.hub_customers WHERE number = ?")
                .param(key.number())
                .query((line, n) -> customer(key, new Columns(line), problems))
                .optional();
        if (customer.isEmpty()) {
            return new Reading.Gone<>("the store has no customer " + key.number() + " any more");
        }
        return problems.isEmpty() ? new Reading.Ready<>(customer.get()) : new Reading.Unfit<>(problems);
    }

    private Customer customer(SourceKey key, Columns line, List<Problem> problems) throws SQLException {
        String name = line.orEmpty("name");
        Customer.Type type = "PRIVATE".equals(line.orEmpty("kind")) ? Customer.Type.PRIVATE : Customer.Type.BUSINESS;
        Optional<RegistrationNumber> registration = registration(type, line);
        if (type == Customer.Type.BUSINESS
                && registration
                        .filter(n -> n.kind() == RegistrationNumber.Kind.PERSONAL)
                        .isPresent()
                && LEGAL_PERSON.matcher(name).find()) {
            problems.add(StoreProblems.personalNumberOfCompany(key.number(), name));
        }
        Map<Use, Address> addresses = addresses(key.number());
        return new Customer(
                key,
                name,
                type,
                registration,
                line.text("vat_number"),
                Optional.ofNullable(addresses.get(Use.INVOICE)),
                Optional.ofNullable(addresses.get(Use.VISITING)),
                Optional.ofNullable(addresses.get(Use.POSTAL)),
                line.orEmpty("email"),
                line.orEmpty("invoice_email"),
                line.orEmpty("phone"),
                contacts(key.number()),
                terms(line, problems),
                line.isTrue("active"),
                Map.of());
    }

    /** A sole trader's organisation number is a personal number, and treated as the secret it is. */
    private static Optional<RegistrationNumber> registration(Customer.Type type, Columns line) throws SQLException {
        if (type == Customer.Type.PRIVATE) {
            return line.text("personal_number").map(String::strip).map(RegistrationNumber::personal);
        }
        return line.text("organisation_number")
                .map(String::strip)
                .map(number -> PersonalNumbers.masked(number).equals(number)
                        ? RegistrationNumber.organisation(number)
                        : RegistrationNumber.personal(number));
    }

    private InvoicingTerms terms(Columns line, List<Problem> problems) throws SQLException {
        Currency currency = settings.homeCurrency();
        Optional<String> code = line.text("currency");
        if (code.isPresent()) {
            Optional<Currency> known = Currencies.named(code.get());
            if (known.isEmpty()) {
                problems.add(StoreProblems.currencyUnknown("customer.currency", code.get()));
            }
            currency = known.orElse(currency);
        }
        String treatment = line.text("vat_treatment").orElse("DOMESTIC");
        Optional<Vat.Treatment> known = Treatments.named(treatment);
        if (known.isEmpty()) {
            problems.add(StoreProblems.treatmentUnknown("customer.vatTreatment", treatment));
        }
        return new InvoicingTerms(
                currency,
                line.text("language").map(language -> language.strip().toLowerCase(Locale.ROOT)),
                known.orElse(Vat.Treatment.DOMESTIC),
                line.text("cost_centre"),
                line.text("customers_order_number"),
                line.text("assigned_technician"),
                Optional.empty());
    }

    private Map<Use, Address> addresses(String customer) {
        Map<Use, Address> addresses = new EnumMap<>(Use.class);
        sql.sql(
                        "SELECT * FROM service.hub_customer_addresses WHERE customer_number = ? AND use IN ('INVOICE', 'VISITING', 'POSTAL')")
                .param(customer)
                .query(line -> {
                    Columns address = new Columns(line);
                    addresses.put(Use.valueOf(address.orEmpty("use")), address(address, ""));
                });
        return addresses;
    }

    static Address address(Columns line, String prefix) throws SQLException {
        return new Address(
                line.orEmpty(prefix + "line1"),
                line.orEmpty(prefix + "line2"),
                line.orEmpty(prefix + "postal_code"),
                line.orEmpty(prefix + "city"),
                line.orEmpty(prefix + "country_code").toUpperCase(Locale.ROOT));
    }

    private List<Contact> contacts(String customer) {
        return sql.sql("SELECT * FROM service.hub_customer_contacts WHERE customer_number = ? ORDER BY contact_id")
                .param(customer)
                .query((line, n) -> {
                    Columns contact = new Columns(line);
                    return new Contact(contact.orEmpty("name"), contact.orEmpty("phone"), contact.orEmpty("email"));
                })
                .list();
    }

    private enum Use {
        INVOICE,
        VISITING,
        POSTAL
    }
}
