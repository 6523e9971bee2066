package org.accountinghub.routes.store;

import static org.accountinghub.mappings.model.register.RegisterField.DESCRIPTION;
import static org.accountinghub.mappings.model.register.RegisterField.NAME;
import static org.accountinghub.mappings.model.register.RegisterField.REGISTRATION_NUMBER;
import static org.accountinghub.mappings.model.register.RegisterField.VAT_NUMBER;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.routes.engine.port.StoreRegisters.Ours;
import org.accountinghub.routes.engine.port.StoreRegisters.Renumbering;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the registers of a store that provides the store contract, page by page, so that no statement is long and memory
 * stays bounded. Throws only {@link org.springframework.dao.DataAccessException}.
 */
final class RegisterReader {

    private static final int PAGE = 1_000;

    private static final String CUSTOMERS = """
            SELECT c.number, c.change, c.name, c.kind,
                   CASE c.kind WHEN 'PRIVATE' THEN c.personal_number ELSE c.organisation_number END AS registration_number, c.vat_number,
                   i.line1 AS invoice_line1, i.line2 AS invoice_line2, i.postal_code AS invoice_postal_code, i.city AS invoice_city,
                   i.country_code AS invoice_country, v.line1 AS visiting_line1, v.line2 AS visiting_line2,
                   v.postal_code AS visiting_postal_code, v.city AS visiting_city, v.country_code AS visiting_country,
                   p.line1 AS postal_line1, p.line2 AS postal_line2, p.postal_code AS postal_postal_code, p.city AS postal_city,
                   p.country_code AS postal_country, c.email, c.invoice_email, c.phone, coalesce(nullif(c.currency, ''), :home) AS currency,
                   c.language, c.vat_treatment, c.cost_centre, c.customers_order_number, c.assigned_technician, c.active::text AS active
            FROM (SELECT * FROM service.hub_customers WHERE %s) c
            LEFT JOIN service.hub_customer_addresses i ON i.customer_number = c.number AND i.use = 'INVOICE'
            LEFT JOIN service.hub_customer_addresses v ON v.customer_number = c.number AND v.use = 'VISITING'
            LEFT JOIN service.hub_customer_addresses p ON p.customer_number = c.number AND p.use = 'POSTAL'
            ORDER BY c.number""";

    private static final String ARTICLES = """
            SELECT number, change, description, unit, price, vat_rate, active::text AS active
            FROM (SELECT * FROM service.hub_articles WHERE %s) a ORDER BY number""";

    private static final String NEXT = "number > :after AND change >= :since ORDER BY number LIMIT :limit";
    private static final String NAMED = "number = ANY (:numbers)";

    private static final String CUSTOMERS_ALIKE = """
            number = ANY (:numbers) OR lower(regexp_replace(btrim(name), '\\s+', ' ', 'g')) = ANY (:names)
                OR right(regexp_replace(CASE kind WHEN 'PRIVATE' THEN personal_number ELSE organisation_number END, '\\D', '', 'g'), 10)
                    = ANY (:registrations)
                OR upper(regexp_replace(vat_number, '[ .-]', '', 'g')) = ANY (:vats)""";

    private static final String ARTICLES_ALIKE = """
            number = ANY (:numbers) OR lower(regexp_replace(btrim(description), '\\s+', ' ', 'g')) = ANY (:names)""";

    private final JdbcClient sql;
    private final StoreSettings settings;

    /** @param hub logs in as the hub's role */
    RegisterReader(DataSource hub, StoreSettings settings) {
        JdbcTemplate template = new JdbcTemplate(hub);
        template.setQueryTimeout((int) settings.patience().toSeconds());
        this.sql = JdbcClient.create(template);
        this.settings = settings;
    }

    /**
     * How far the store's changes can be read by now. Read it first and then what changed since last time's: late commits are
     * never missed, some records come twice. A watermark below last time's (restored from backup) means: read everything.
     */
    long watermark() {
        return sql.sql("SELECT watermark FROM service.hub_watermark")
                .query(Long.class)
                .single();
    }

    /**
     * The whole register by number, or what changed.
     *
     * @param since a {@link #watermark}; empty = everything
     */
    void each(Register register, OptionalLong since, Consumer<Ours> reader) {
        String after = "";
        List<Ours> page;
        do {
            page = page(register, since, after, PAGE);
            page.forEach(reader);
            after = page.isEmpty() ? after : page.get(page.size() - 1).record().number();
        } while (page.size() == PAGE);
    }

    /** At most {@code limit} records, by number, with numbers after {@code after} in the store's order; it begins with "". */
    List<Ours> page(Register register, OptionalLong since, String after, int limit) {
        return query(register, NEXT, Map.of("since", since.orElse(0), "after", after, "limit", limit));
    }

    /** The records that there are of these, by number. */
    Map<String, Ours> named(Register register, Collection<String> numbers) {
        Map<String, Ours> found = new HashMap<>();
        query(register, NAMED, Map.of("numbers", numbers.toArray(String[]::new)))
                .forEach(one -> found.put(one.record().number(), one));
        return found;
    }

    /** Records with the same number, registration number, VAT number or name as one of these. */
    List<Ours> resembling(Register register, Collection<RegisterRecord> theirs) {
        boolean customers = register == Register.CUSTOMERS;
        return query(
                register,
                customers ? CUSTOMERS_ALIKE : ARTICLES_ALIKE,
                Map.of(
                        "numbers",
                        theirs.stream().map(RegisterRecord::number).toArray(String[]::new),
                        "names",
                        values(theirs, customers ? NAME : DESCRIPTION, name -> name.toLowerCase(Locale.ROOT)),
                        "registrations",
                        customers ? values(theirs, REGISTRATION_NUMBER, UnaryOperator.identity()) : new String[0],
                        "vats",
                        customers ? values(theirs, VAT_NUMBER, UnaryOperator.identity()) : new String[0]));
    }

    private static String[] values(
            Collection<RegisterRecord> records, RegisterField field, UnaryOperator<String> form) {
        return records.stream()
                .flatMap(record -> record.value(field).stream())
                .map(form)
                .distinct()
                .toArray(String[]::new);
    }

    /** Customers whose number was changed by an administrator, and the number they have now. */
    List<Renumbering> renumbered(OptionalLong since) {
        return sql.sql("""
                        SELECT number, customer_number FROM service.hub_former_customer_numbers WHERE change >= ? ORDER BY change, changed_at""")
                .param(since.orElse(0))
                .query((line, n) -> new Renumbering(line.getString("number"), line.getString("customer_number")))
                .list();
    }

    private List<Ours> query(Register register, String which, Map<String, Object> values) {
        String select = register == Register.CUSTOMERS ? CUSTOMERS : ARTICLES;
        return sql.sql(select.formatted(which))
                .params(values)
                .param("home", settings.homeCurrency().getCurrencyCode())
                .query((line, n) -> record(register, line))
                .list();
    }

    private static Ours record(Register register, ResultSet line) throws SQLException {
        Map<RegisterField, String> values = new EnumMap<>(RegisterField.class);
        for (RegisterField field : RegisterColumns.of(register)) {
            String value = line.getString(RegisterColumns.name(field));
            values.put(field, value == null ? "" : value);
        }
        return new Ours(new RegisterRecord(register, line.getString("number"), values), line.getLong("change"));
    }
}
