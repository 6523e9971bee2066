package org.accountinghub.mappings.model.register;

import static org.accountinghub.mappings.model.register.FieldGroup.ACCOUNTING;
import static org.accountinghub.mappings.model.register.FieldGroup.ACTIVITY;
import static org.accountinghub.mappings.model.register.FieldGroup.ADDRESSES;
import static org.accountinghub.mappings.model.register.FieldGroup.CONTACT_DATA;
import static org.accountinghub.mappings.model.register.FieldGroup.IDENTITY;
import static org.accountinghub.mappings.model.register.FieldGroup.INVOICING_TERMS;
import static org.accountinghub.mappings.model.register.FieldGroup.PRICES;
import static org.accountinghub.mappings.model.register.Register.ARTICLES;
import static org.accountinghub.mappings.model.register.Register.CUSTOMERS;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.accountinghub.mappings.model.RegistrationNumber;

/**
 * A field of a register's record. Both sides' values are compared in one canonical text form; empty = known to have no value.
 */
public enum RegisterField {
    NAME(CUSTOMERS, IDENTITY, Form.TEXT),
    /** {@code BUSINESS} or {@code PRIVATE}. */
    CUSTOMER_KIND(CUSTOMERS, IDENTITY, Form.CODE),
    /** Organisation number of a business, personal number of a private customer: digits only. Never shown unmasked. */
    REGISTRATION_NUMBER(CUSTOMERS, IDENTITY, Form.REGISTRATION),
    VAT_NUMBER(CUSTOMERS, IDENTITY, Form.COMPACT_CODE),

    INVOICE_LINE1(CUSTOMERS, ADDRESSES, Form.TEXT),
    INVOICE_LINE2(CUSTOMERS, ADDRESSES, Form.TEXT),
    INVOICE_POSTAL_CODE(CUSTOMERS, ADDRESSES, Form.POSTAL_CODE),
    INVOICE_CITY(CUSTOMERS, ADDRESSES, Form.TEXT),
    INVOICE_COUNTRY(CUSTOMERS, ADDRESSES, Form.CODE),
    VISITING_LINE1(CUSTOMERS, ADDRESSES, Form.TEXT),
    VISITING_LINE2(CUSTOMERS, ADDRESSES, Form.TEXT),
    VISITING_POSTAL_CODE(CUSTOMERS, ADDRESSES, Form.POSTAL_CODE),
    VISITING_CITY(CUSTOMERS, ADDRESSES, Form.TEXT),
    VISITING_COUNTRY(CUSTOMERS, ADDRESSES, Form.CODE),
    POSTAL_LINE1(CUSTOMERS, ADDRESSES, Form.TEXT),
    POSTAL_LINE2(CUSTOMERS, ADDRESSES, Form.TEXT),
    POSTAL_POSTAL_CODE(CUSTOMERS, ADDRESSES, Form.POSTAL_CODE),
    POSTAL_CITY(CUSTOMERS, ADDRESSES, Form.TEXT),
    POSTAL_COUNTRY(CUSTOMERS, ADDRESSES, Form.CODE),

    EMAIL(CUSTOMERS, CONTACT_DATA, Form.TEXT),
    INVOICE_EMAIL(CUSTOMERS, CONTACT_DATA, Form.TEXT),
    PHONE(CUSTOMERS, CONTACT_DATA, Form.TEXT),

    CURRENCY(CUSTOMERS, INVOICING_TERMS, Form.CODE),
    LANGUAGE(CUSTOMERS, INVOICING_TERMS, Form.CODE),
    /** A name of {@link org.accountinghub.mappings.model.Vat.Treatment}. */
    VAT_TREATMENT(CUSTOMERS, INVOICING_TERMS, Form.CODE),
    COST_CENTRE(CUSTOMERS, INVOICING_TERMS, Form.TEXT),
    CUSTOMERS_ORDER_NUMBER(CUSTOMERS, INVOICING_TERMS, Form.TEXT),
    ASSIGNED_TECHNICIAN(CUSTOMERS, INVOICING_TERMS, Form.TEXT),
    PAYMENT_TERMS(CUSTOMERS, INVOICING_TERMS, Form.CODE),

    /** {@code true} or {@code false}; a record is deactivated, never deleted. */
    CUSTOMER_ACTIVE(CUSTOMERS, ACTIVITY, Form.FLAG),

    /** What the customer owes, in its currency. */
    BALANCE(CUSTOMERS, ACCOUNTING, Form.DECIMAL),
    CREDIT_BLOCKED(CUSTOMERS, ACCOUNTING, Form.FLAG),
    LAST_INVOICE_NUMBER(CUSTOMERS, ACCOUNTING, Form.TEXT),
    /** ISO 8601 date. */
    LAST_INVOICE_DATE(CUSTOMERS, ACCOUNTING, Form.TEXT),
    VAT_NUMBER_VALIDATED(CUSTOMERS, ACCOUNTING, Form.FLAG),

    DESCRIPTION(ARTICLES, IDENTITY, Form.TEXT),
    UNIT(ARTICLES, IDENTITY, Form.TEXT),
    /** Sales price for each unit without VAT, in the company's own currency. */
    PRICE(ARTICLES, PRICES, Form.DECIMAL),
    /** In percent: 25 = 25 %. */
    VAT_RATE(ARTICLES, PRICES, Form.DECIMAL),
    /** {@code true} or {@code false}; a record is deactivated, never deleted. */
    ARTICLE_ACTIVE(ARTICLES, ACTIVITY, Form.FLAG);

    private enum Form {
        TEXT,
        CODE,
        COMPACT_CODE,
        POSTAL_CODE,
        REGISTRATION,
        DECIMAL,
        FLAG
    }

    private final Register register;
    private final FieldGroup group;
    private final Form form;

    RegisterField(Register register, FieldGroup group, Form form) {
        this.register = register;
        this.group = group;
        this.form = form;
    }

    public Register register() {
        return register;
    }

    public FieldGroup group() {
        return group;
    }

    /** As people and files write it: {@code invoice-postal-code}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<RegisterField> of(Register register) {
        return Arrays.stream(values())
                .filter(field -> field.register == register)
                .toList();
    }

    /**
     * The one form in which values are compared and kept; idempotent.
     *
     * @throws IllegalArgumentException when a decimal or a flag is none
     */
    public String canonical(String value) {
        String text = Normalizer.normalize(value, Normalizer.Form.NFC).strip().replaceAll("[\\s\\u00a0]+", " ");
        if (text.isEmpty()) {
            return "";
        }
        return switch (form) {
            case TEXT -> text;
            case CODE -> text.toUpperCase(Locale.ROOT);
            case COMPACT_CODE -> text.toUpperCase(Locale.ROOT).replaceAll("[ .-]", "");
            case POSTAL_CODE -> text.replaceAll("(?<=\\d) (?=\\d)", "");
            case REGISTRATION -> registration(text);
            case DECIMAL -> decimal(text);
            case FLAG -> flag(text);
        };
    }

    private static String registration(String text) {
        String digits = RegistrationNumber.organisation(text).digits();
        return digits.isEmpty() || text.matches(".*\\p{L}.*")
                ? text.toUpperCase(Locale.ROOT).replaceAll("[ .-]", "")
                : digits;
    }

    private static String decimal(String text) {
        BigDecimal number = new BigDecimal(text);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String flag(String text) {
        String flag = text.toLowerCase(Locale.ROOT);
        if (!flag.equals("true") && !flag.equals("false")) {
            throw new IllegalArgumentException("a flag is true or false");
        }
        return flag;
    }
}
