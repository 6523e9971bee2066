package org.accountinghub.mappings.twentyfoursevenoffice;

import static org.accountinghub.mappings.model.register.RegisterField.ARTICLE_ACTIVE;
import static org.accountinghub.mappings.model.register.RegisterField.CREDIT_BLOCKED;
import static org.accountinghub.mappings.model.register.RegisterField.CURRENCY;
import static org.accountinghub.mappings.model.register.RegisterField.CUSTOMER_KIND;
import static org.accountinghub.mappings.model.register.RegisterField.DESCRIPTION;
import static org.accountinghub.mappings.model.register.RegisterField.EMAIL;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_CITY;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_COUNTRY;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_EMAIL;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_LINE1;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_POSTAL_CODE;
import static org.accountinghub.mappings.model.register.RegisterField.NAME;
import static org.accountinghub.mappings.model.register.RegisterField.PHONE;
import static org.accountinghub.mappings.model.register.RegisterField.POSTAL_CITY;
import static org.accountinghub.mappings.model.register.RegisterField.POSTAL_COUNTRY;
import static org.accountinghub.mappings.model.register.RegisterField.POSTAL_LINE1;
import static org.accountinghub.mappings.model.register.RegisterField.POSTAL_POSTAL_CODE;
import static org.accountinghub.mappings.model.register.RegisterField.PRICE;
import static org.accountinghub.mappings.model.register.RegisterField.REGISTRATION_NUMBER;
import static org.accountinghub.mappings.model.register.RegisterField.VAT_NUMBER;
import static org.accountinghub.mappings.model.register.RegisterField.VAT_RATE;
import static org.accountinghub.mappings.model.register.RegisterField.VISITING_CITY;
import static org.accountinghub.mappings.model.register.RegisterField.VISITING_COUNTRY;
import static org.accountinghub.mappings.model.register.RegisterField.VISITING_LINE1;
import static org.accountinghub.mappings.model.register.RegisterField.VISITING_POSTAL_CODE;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Address;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.CompanyType;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.CurrencyType;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.EmailAddress;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.Product;
import org.jspecify.annotations.Nullable;

/** Companies and products as records of the hub's registers. */
public final class RegisterReading {

    /** What a company tells of a customer; its activity stands in the sync list. */
    public static final Set<RegisterField> CUSTOMER_FIELDS = Set.of(
            NAME,
            CUSTOMER_KIND,
            REGISTRATION_NUMBER,
            VAT_NUMBER,
            INVOICE_LINE1,
            INVOICE_POSTAL_CODE,
            INVOICE_CITY,
            INVOICE_COUNTRY,
            VISITING_LINE1,
            VISITING_POSTAL_CODE,
            VISITING_CITY,
            VISITING_COUNTRY,
            POSTAL_LINE1,
            POSTAL_POSTAL_CODE,
            POSTAL_CITY,
            POSTAL_COUNTRY,
            EMAIL,
            INVOICE_EMAIL,
            PHONE,
            CURRENCY,
            CREDIT_BLOCKED);

    /** What a product tells of an article. */
    public static final Set<RegisterField> ARTICLE_FIELDS = Set.of(DESCRIPTION, PRICE, VAT_RATE, ARTICLE_ACTIVE);

    private static final int EXPIRED = 0;
    private static final int ACTIVE = 1;

    private RegisterReading() {}

    /** Its number is our customer number where ExternalId holds one, else the company's own id. */
    public static RegisterRecord customer(Company from, OfficeRules rules) {
        Map<RegisterField, String> values = new EnumMap<>(RegisterField.class);
        values.put(NAME, CustomerMatch.name(from));
        boolean person = from.getType() == CompanyType.CONSUMER
                || isTrue(from.getPrivate() == null ? null : from.getPrivate().getValue());
        values.put(CUSTOMER_KIND, (person ? Customer.Type.PRIVATE : Customer.Type.BUSINESS).name());
        values.put(REGISTRATION_NUMBER, text(from.getOrganizationNumber()));
        values.put(VAT_NUMBER, text(from.getVatNumber()));
        var addresses = from.getAddresses();
        address(
                values,
                addresses == null ? null : addresses.getInvoice(),
                INVOICE_LINE1,
                INVOICE_POSTAL_CODE,
                INVOICE_CITY,
                INVOICE_COUNTRY);
        address(
                values,
                addresses == null ? null : addresses.getVisit(),
                VISITING_LINE1,
                VISITING_POSTAL_CODE,
                VISITING_CITY,
                VISITING_COUNTRY);
        address(
                values,
                addresses == null ? null : addresses.getPost(),
                POSTAL_LINE1,
                POSTAL_POSTAL_CODE,
                POSTAL_CITY,
                POSTAL_COUNTRY);
        var emails = from.getEmailAddresses();
        values.put(EMAIL, email(emails == null ? null : emails.getWork()));
        values.put(INVOICE_EMAIL, email(emails == null ? null : emails.getInvoice()));
        var phones = from.getPhoneNumbers();
        values.put(
                PHONE,
                phones == null || phones.getWork() == null
                        ? ""
                        : text(phones.getWork().getValue()));
        CurrencyType currency = from.getCurrencyId();
        values.put(
                CURRENCY,
                currency == null || currency == CurrencyType.LOCAL
                        ? rules.currency().getCurrencyCode()
                        : currency.value());
        values.put(CREDIT_BLOCKED, Boolean.toString(isTrue(from.isBlockInvoice())));
        String number = Optional.of(text(from.getExternalId()))
                .filter(id -> !id.isEmpty())
                .orElse(String.valueOf(from.getId()));
        return new RegisterRecord(Register.CUSTOMERS, number, values);
    }

    /** Prices there are without VAT and in the company's currency (unverified). */
    public static RegisterRecord article(Product from) {
        Map<RegisterField, String> values = new EnumMap<>(RegisterField.class);
        values.put(DESCRIPTION, text(from.getName()));
        DocumentReading.amount(from.getPrice()).ifPresent(price -> values.put(PRICE, price.toPlainString()));
        DocumentReading.amount(from.getTaxRate()).ifPresent(rate -> values.put(VAT_RATE, rate.toPlainString()));
        values.put(ARTICLE_ACTIVE, Boolean.toString(active(from)));
        return new RegisterRecord(Register.ARTICLES, text(from.getNo()), values);
    }

    /** Whether a product can stand on a row. */
    public static boolean active(Product product) {
        return product.getStatusId() == null || product.getStatusId() != EXPIRED;
    }

    static int status(boolean active) {
        return active ? ACTIVE : EXPIRED;
    }

    /** A product as rows need it; empty when it is expired or lacks its id. */
    public static Optional<KnownProducts.Product> known(Product from) {
        return DocumentReading.id(from.getId())
                .filter(id -> active(from))
                .map(id -> new KnownProducts.Product(id, DocumentReading.amount(from.getTaxRate())));
    }

    private static void address(
            Map<RegisterField, String> values,
            @Nullable Address from,
            RegisterField line,
            RegisterField postalCode,
            RegisterField city,
            RegisterField country) {
        values.put(line, from == null ? "" : text(from.getStreet()));
        values.put(postalCode, from == null ? "" : text(from.getPostalCode()));
        values.put(
                city, from == null ? "" : text(from.getPostalArea() == null ? from.getCity() : from.getPostalArea()));
        values.put(country, from == null ? "" : text(from.getCountry()));
    }

    private static String email(@Nullable EmailAddress from) {
        return from == null ? "" : text(from.getValue());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return value != null && value;
    }
}
