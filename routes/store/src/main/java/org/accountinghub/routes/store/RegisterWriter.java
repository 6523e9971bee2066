package org.accountinghub.routes.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.accountinghub.mappings.model.PersonalNumbers;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the registers of a store that provides the store contract. Only the fields that a record knows are set, an empty
 * value clears; the same again changes nothing. Each record stands alone. Throws only
 * {@link org.springframework.dao.DataAccessException}: what a batch wrote is then not known, and it may be repeated.
 */
final class RegisterWriter {

    /** As many records as are written in one transaction. */
    static final int BATCH = 1_000;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient sql;

    /** @param hub logs in as the hub's role */
    RegisterWriter(DataSource hub, StoreSettings settings) {
        JdbcTemplate template = new JdbcTemplate(hub);
        template.setQueryTimeout((int) settings.patience().toSeconds());
        this.sql = JdbcClient.create(template);
    }

    /**
     * Creates or changes records by their numbers.
     *
     * @param expected of each record the change that it was read with; empty = whichever, and created when it is not there
     * @param by who did it, as the store's history shows it
     * @return one for each record, in order; the later ones of a number that comes twice in a batch are refused
     */
    List<PutVerdict> put(Register register, List<RegisterRecord> records, List<OptionalLong> expected, String by) {
        String function = "hub_put_" + register.name().toLowerCase(Locale.ROOT) + "(?::jsonb, ?)";
        List<WrittenRow> rows = IntStream.range(0, records.size())
                .mapToObj(i -> WrittenRow.of(records.get(i), expected.get(i)))
                .toList();
        return inBatches(rows, batch -> call(function, json(batch), by));
    }

    /** Numbers for new customers, by the wanted one; those for which there is none are left out. */
    Map<String, String> numbersFor(Collection<String> wanted) {
        Map<String, String> numbers = new HashMap<>();
        sql.sql("SELECT wanted, number FROM service.hub_customer_numbers(?) WHERE number IS NOT NULL")
                .param(wanted.toArray(String[]::new))
                .query(line -> {
                    numbers.put(line.getString("wanted"), line.getString("number"));
                });
        return numbers;
    }

    /**
     * Keeps what only the accounting system knows of customers, for people to read.
     *
     * @param connection whose accounting system says so
     */
    List<PutVerdict> note(String connection, List<AccountingNote> notes) {
        return inBatches(
                notes.stream().map(WrittenRow::of).toList(),
                batch -> call("hub_note_customers(?, ?::jsonb)", connection, json(batch)));
    }

    private interface Writing {
        List<PutVerdict> write(List<WrittenRow> rows);
    }

    private static List<PutVerdict> inBatches(List<WrittenRow> rows, Writing writing) {
        List<PutVerdict> verdicts = new ArrayList<>(rows.size());
        for (int from = 0; from < rows.size(); from += BATCH) {
            verdicts.addAll(oneBatch(rows.subList(from, Math.min(rows.size(), from + BATCH)), writing));
        }
        return verdicts;
    }

    /** A busy record is tried once more: mostly another process has just made it. */
    private static List<PutVerdict> oneBatch(List<WrittenRow> rows, Writing writing) {
        @Nullable PutVerdict[] verdicts = new PutVerdict[rows.size()];
        for (int i = 0; i < verdicts.length; i++) {
            String field = rows.get(i).unwritable();
            if (!field.isEmpty()) {
                verdicts[i] = new PutVerdict(
                        "", PutVerdict.Kind.REFUSED, field, "it has characters that are none, such as a zero byte");
            }
        }
        write(rows, verdicts, writing);
        for (int i = 0; i < verdicts.length; i++) {
            if (Objects.requireNonNull(verdicts[i]).kind() == PutVerdict.Kind.BUSY) {
                verdicts[i] = null;
            }
        }
        write(rows, verdicts, writing);
        return List.of(verdicts);
    }

    /** Those that have no verdict yet. */
    private static void write(List<WrittenRow> rows, @Nullable PutVerdict[] verdicts, Writing writing) {
        int[] open = IntStream.range(0, verdicts.length)
                .filter(i -> verdicts[i] == null)
                .toArray();
        if (open.length > 0) {
            List<PutVerdict> answers =
                    writing.write(IntStream.of(open).mapToObj(rows::get).toList());
            for (int i = 0; i < open.length; i++) {
                verdicts[open[i]] = answers.get(i);
            }
        }
    }

    private List<PutVerdict> call(String function, Object... values) {
        return sql.sql("SELECT * FROM service." + function + " ORDER BY place")
                .params(values)
                .query((line, n) -> verdict(line))
                .list();
    }

    private static String json(List<WrittenRow> rows) {
        return JSON.writeValueAsString(rows);
    }

    private static PutVerdict verdict(ResultSet line) throws SQLException {
        return new PutVerdict(
                text(line, "number"),
                PutVerdict.Kind.valueOf(line.getString("verdict")),
                text(line, "field"),
                PersonalNumbers.masked(text(line, "reason")));
    }

    private static String text(ResultSet line, String column) throws SQLException {
        String text = line.getString(column);
        return text == null ? "" : text;
    }
}
