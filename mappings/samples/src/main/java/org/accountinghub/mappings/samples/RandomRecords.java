package org.accountinghub.mappings.samples;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;

/** Records of registers at random, the same for the same seed: every field but the accounting system's own, some empty. */
public final class RandomRecords {

    private static final List<String> COUNTRIES = List.of("SE", "NO", "DK", "DE", "FI");
    private static final List<String> CURRENCIES = List.of("SEK", "NOK", "EUR");
    private static final List<String> REGISTRATIONS =
            List.of("556012-5790", "5560360793", "191212121212", "923 609 016", "FI12345678", "HRB 12345");

    private final Random random;
    private final RandomTexts texts;

    private RandomRecords(long seed) {
        this.random = new Random(seed);
        this.texts = new RandomTexts(random);
    }

    public static List<RegisterRecord> of(Register register, long seed, int number) {
        RandomRecords records = new RandomRecords(seed);
        List<RegisterRecord> made = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            made.add(records.next(register, Integer.toString(1000 + i)));
        }
        return made;
    }

    private RegisterRecord next(Register register, String number) {
        Map<RegisterField, String> values = new EnumMap<>(RegisterField.class);
        for (RegisterField field : RegisterField.of(register)) {
            boolean must = field == RegisterField.NAME || field == RegisterField.DESCRIPTION;
            values.put(field, must || random.nextInt(5) > 0 ? value(field) : "");
        }
        return new RegisterRecord(register, number, values);
    }

    private String value(RegisterField field) {
        return switch (field) {
            case NAME, DESCRIPTION -> "Nr " + texts.next();
            case CUSTOMER_KIND -> one(Customer.Type.values()).name();
            case REGISTRATION_NUMBER -> one(REGISTRATIONS);
            case VAT_NUMBER -> "SE556012579001";
            case INVOICE_POSTAL_CODE, VISITING_POSTAL_CODE, POSTAL_POSTAL_CODE -> "1" + (1000 + random.nextInt(9000));
            case INVOICE_COUNTRY, VISITING_COUNTRY, POSTAL_COUNTRY -> one(COUNTRIES);
            case EMAIL, INVOICE_EMAIL -> "nr" + random.nextInt(1000) + "@exempel.example";
            case CURRENCY -> one(CURRENCIES);
            case LANGUAGE -> "sv";
            case VAT_TREATMENT -> one(Vat.Treatment.values()).name();
            case COST_CENTRE, PAYMENT_TERMS, UNIT -> Integer.toString(10 + random.nextInt(50));
            case PRICE, BALANCE -> random.nextInt(10_000) + "." + random.nextInt(100);
            case VAT_RATE -> one(List.of("25", "12", "6", "0"));
            case CUSTOMER_ACTIVE, ARTICLE_ACTIVE, CREDIT_BLOCKED, VAT_NUMBER_VALIDATED ->
                Boolean.toString(random.nextBoolean());
            default -> texts.next();
        };
    }

    private <T> T one(T[] values) {
        return one(List.of(values));
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
