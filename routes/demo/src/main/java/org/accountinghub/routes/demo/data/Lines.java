package org.accountinghub.routes.demo.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes lines into the store's tables. */
final class Lines {

    private final JdbcTemplate sql;

    Lines(JdbcTemplate sql) {
        this.sql = sql;
    }

    void add(String table, Columns columns) {
        List<Object> words = new ArrayList<>();
        sql.update(insertion(table, columns, words), words.toArray());
    }

    /** @return the new line's id */
    long addWithId(String table, Columns columns) {
        List<Object> words = new ArrayList<>();
        String insertion = insertion(table, columns, words) + " RETURNING id";
        return Objects.requireNonNull(sql.queryForObject(insertion, Long.class, words.toArray()));
    }

    private static String insertion(String table, Columns columns, List<Object> words) {
        List<String> expressions = new ArrayList<>();
        columns.values().values().forEach(value -> {
            if (value instanceof Called line) {
                expressions.add(line.id());
                words.addAll(line.words());
            } else {
                expressions.add("?");
                words.add(value instanceof List<?> list ? list.toArray(String[]::new) : value);
            }
        });
        return "INSERT INTO service." + table + " ("
                + String.join(", ", columns.values().keySet()) + ") VALUES (" + String.join(", ", expressions) + ")";
    }
}
