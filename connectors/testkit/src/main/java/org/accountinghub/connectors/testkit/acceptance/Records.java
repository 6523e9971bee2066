package org.accountinghub.connectors.testkit.acceptance;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.model.register.FieldChange;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterEdit;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;

/** Plain records for the kit; numbers are such as every partner takes. */
public final class Records {

    private Records() {}

    /** A customer or an article with a value in each field that people fill in. */
    public static RegisterRecord record(Register register, String number) {
        Map<RegisterField, String> values = new EnumMap<>(RegisterField.class);
        for (RegisterField field : RegisterField.of(register)) {
            value(field).ifPresent(text -> values.put(field, text));
        }
        return new RegisterRecord(register, number, values);
    }

    /** With nothing but what a record must have. */
    public static RegisterRecord bare(Register register, String number) {
        RegisterField name = register == Register.CUSTOMERS ? RegisterField.NAME : RegisterField.DESCRIPTION;
        Map<RegisterField, String> values = new EnumMap<>(RegisterField.class);
        values.put(name, "Nr " + number);
        if (register == Register.CUSTOMERS) {
            value(RegisterField.INVOICE_POSTAL_CODE)
                    .ifPresent(text -> values.put(RegisterField.INVOICE_POSTAL_CODE, text));
            value(RegisterField.INVOICE_CITY).ifPresent(text -> values.put(RegisterField.INVOICE_CITY, text));
        }
        return new RegisterRecord(register, number, values);
    }

    /** A change of one field. */
    public static RegisterEdit edit(Register register, String number, RegisterField field, String value) {
        return new RegisterEdit(register, number, Map.of(field, FieldChange.to(field.canonical(value))));
    }

    /** Not the value that {@link #record} has, where the field can have another. */
    public static String other(RegisterField field) {
        return switch (field) {
            case CUSTOMER_KIND -> "PRIVATE";
            case REGISTRATION_NUMBER -> "5560160680";
            case VAT_NUMBER -> "SE556016068001";
            case INVOICE_POSTAL_CODE, VISITING_POSTAL_CODE, POSTAL_POSTAL_CODE -> "90325";
            case INVOICE_COUNTRY, VISITING_COUNTRY, POSTAL_COUNTRY -> "NO";
            case EMAIL, INVOICE_EMAIL -> "annan@example.org";
            case CURRENCY -> "EUR";
            case LANGUAGE -> "EN";
            case VAT_TREATMENT -> Vat.Treatment.DOMESTIC_REVERSE_CHARGE.name();
            case COST_CENTRE, CUSTOMERS_ORDER_NUMBER -> "SYD";
            case PAYMENT_TERMS -> "10";
            case UNIT -> "h";
            case PRICE, BALANCE -> "99";
            case VAT_RATE -> "12";
            case CUSTOMER_ACTIVE, ARTICLE_ACTIVE -> "false";
            case CREDIT_BLOCKED, VAT_NUMBER_VALIDATED -> "true";
            case LAST_INVOICE_DATE -> "2026-02-01";
            default -> "Annan text";
        };
    }

    public static Article article(String number) {
        return new Article(
                new SourceKey("testkit", "", SourceKey.ARTICLE, number),
                "Filter F7",
                Optional.of("st"),
                Optional.of(Money.of("129.50", "SEK")),
                Optional.of(Vat.domestic(25)),
                true);
    }

    private static Optional<String> value(RegisterField field) {
        return switch (field) {
            case NAME -> Optional.of("Åkes Värme och Sanitet AB");
            case CUSTOMER_KIND -> Optional.of("BUSINESS");
            case REGISTRATION_NUMBER -> Optional.of(Documents.ORGANISATION_NUMBER);
            case VAT_NUMBER -> Optional.of("SE556036079301");
            case INVOICE_LINE1 -> Optional.of("Storgatan 1");
            case INVOICE_LINE2 -> Optional.of("Box 12");
            case INVOICE_POSTAL_CODE, VISITING_POSTAL_CODE -> Optional.of("111 22");
            case INVOICE_CITY -> Optional.of("Stockholm");
            case INVOICE_COUNTRY, VISITING_COUNTRY -> Optional.of("SE");
            case VISITING_LINE1 -> Optional.of("Älggatan 7");
            case VISITING_LINE2 -> Optional.of("Portkod 1234");
            case VISITING_CITY -> Optional.of("Solna");
            case EMAIL -> Optional.of("info@example.org");
            case INVOICE_EMAIL -> Optional.of("faktura@example.org");
            case PHONE -> Optional.of("08-123 45 67");
            case CURRENCY -> Optional.of("SEK");
            case VAT_TREATMENT -> Optional.of(Vat.Treatment.DOMESTIC.name());
            case PAYMENT_TERMS -> Optional.of("30");
            case CUSTOMER_ACTIVE, ARTICLE_ACTIVE -> Optional.of("true");
            case DESCRIPTION -> Optional.of("Filter F7");
            case UNIT -> Optional.of("st");
            case PRICE -> Optional.of("129.5");
            case VAT_RATE -> Optional.of("25");
            default -> Optional.empty();
        };
    }
}
