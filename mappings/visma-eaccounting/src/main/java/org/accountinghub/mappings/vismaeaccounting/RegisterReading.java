package org.accountinghub.mappings.vismaeaccounting;

import static org.accountinghub.mappings.model.register.RegisterField.*;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.mappings.vismaeaccounting.wire.ArticleThere;
import org.accountinghub.mappings.vismaeaccounting.wire.CustomerThere;
import org.accountinghub.mappings.vismaeaccounting.wire.Moments;

/** Customers and articles of eAccounting as records of a register. Lists tell all that single answers do. */
public final class RegisterReading {

    private static final Set<RegisterField> OF_CUSTOMERS = Set.copyOf(EnumSet.of(
            NAME,
            CUSTOMER_KIND,
            REGISTRATION_NUMBER,
            VAT_NUMBER,
            INVOICE_LINE1,
            INVOICE_LINE2,
            INVOICE_POSTAL_CODE,
            INVOICE_CITY,
            INVOICE_COUNTRY,
            VISITING_LINE1,
            VISITING_LINE2,
            VISITING_POSTAL_CODE,
            VISITING_CITY,
            VISITING_COUNTRY,
            INVOICE_EMAIL,
            PHONE,
            CURRENCY,
            LANGUAGE,
            CUSTOMER_ACTIVE,
            LAST_INVOICE_DATE));
    private static final Set<RegisterField> OF_ARTICLES =
            Set.copyOf(EnumSet.of(DESCRIPTION, UNIT, PRICE, VAT_RATE, ARTICLE_ACTIVE));

    private RegisterReading() {}

    /** What every customer tells; the balance only newer answers do. */
    public static Set<RegisterField> customerFields() {
        return OF_CUSTOMERS;
    }

    public static Set<RegisterField> articleFields() {
        return OF_ARTICLES;
    }

    /** Empty when it has no number. */
    public static Optional<RegisterRecord> customer(CustomerThere from) {
        Map<RegisterField, String> values = new EnumMap<>(RegisterField.class);
        values.put(NAME, from.name().orElse(""));
        values.put(CUSTOMER_KIND, from.isPrivatePerson().orElse(false) ? "PRIVATE" : "BUSINESS");
        values.put(REGISTRATION_NUMBER, from.corporateIdentityNumber().orElse(""));
        values.put(VAT_NUMBER, from.vatNumber().orElse(""));
        values.put(INVOICE_LINE1, from.invoiceAddress1().orElse(""));
        values.put(INVOICE_LINE2, from.invoiceAddress2().orElse(""));
        values.put(INVOICE_POSTAL_CODE, from.invoicePostalCode().orElse(""));
        values.put(INVOICE_CITY, from.invoiceCity().orElse(""));
        values.put(INVOICE_COUNTRY, from.invoiceCountryCode().orElse(""));
        values.put(VISITING_LINE1, from.deliveryAddress1().orElse(""));
        values.put(VISITING_LINE2, from.deliveryAddress2().orElse(""));
        values.put(VISITING_POSTAL_CODE, from.deliveryPostalCode().orElse(""));
        values.put(VISITING_CITY, from.deliveryCity().orElse(""));
        values.put(VISITING_COUNTRY, from.deliveryCountryCode().orElse(""));
        values.put(INVOICE_EMAIL, from.emailAddress().orElse(""));
        values.put(PHONE, from.telephone().orElse(""));
        values.put(CURRENCY, from.currencyCode().orElse(""));
        values.put(LANGUAGE, from.salesDocumentLanguage().orElse(""));
        values.put(CUSTOMER_ACTIVE, from.isActive().orElse(true).toString());
        values.put(
                LAST_INVOICE_DATE,
                from.lastInvoiceDate()
                        .flatMap(Moments::day)
                        .map(Object::toString)
                        .orElse(""));
        if (from.reverseChargeOnConstructionServices().orElse(false)) {
            values.put(VAT_TREATMENT, Vat.Treatment.DOMESTIC_REVERSE_CHARGE.name());
        }
        from.unpaidInvoicesAmount().ifPresent(amount -> values.put(BALANCE, amount.toPlainString()));
        return from.customerNumber().map(number -> new RegisterRecord(Register.CUSTOMERS, number, values));
    }

    /**
     * Empty when it has no number.
     *
     * @param rate in percent, of the article's coding, where it is known
     */
    public static Optional<RegisterRecord> article(ArticleThere from, Optional<BigDecimal> rate) {
        Map<RegisterField, String> values = new EnumMap<>(RegisterField.class);
        values.put(DESCRIPTION, from.name().orElse(""));
        values.put(UNIT, from.unitAbbreviation().or(from::unitName).orElse(""));
        values.put(PRICE, from.netPrice().map(BigDecimal::toPlainString).orElse(""));
        rate.ifPresent(percent -> values.put(VAT_RATE, percent.toPlainString()));
        values.put(ARTICLE_ACTIVE, from.isActive().orElse(true).toString());
        return from.number().map(number -> new RegisterRecord(Register.ARTICLES, number, values));
    }
}
