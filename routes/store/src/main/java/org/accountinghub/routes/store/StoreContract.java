package org.accountinghub.routes.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a store must provide, as {@code contract.txt} in this package lists it. */
public final class StoreContract {

    private static final int VERSION = 3;

    private StoreContract() {}

    /**
     * Looks whether the store provides the whole contract to the hub's role.
     *
     * @param hub logs in as the hub's role
     * @throws StoreException everything that is missing or has another type
     */
    public static void check(DataSource hub) {
        JdbcClient sql = JdbcClient.create(hub);
        List<String> missing = new ArrayList<>();
        Map<String, String> view = Map.of();
        String viewName = "";
        for (String line : lines()) {
            if (line.startsWith("function ")) {
                requireFunction(sql, line.substring("function ".length()), missing);
            } else if (line.startsWith("view ")) {
                viewName = line.substring("view ".length());
                view = columns(sql, viewName);
                if (view.isEmpty()) {
                    missing.add("view " + viewName);
                }
            } else if (!view.isEmpty()) {
                requireColumn(viewName, view, line.strip(), missing);
            }
        }
        if (!missing.isEmpty()) {
            throw new StoreException(
                    "The store does not provide the store contract: missing " + String.join(", ", missing),
                    "Run ./hub store install with the owner's address, or let the service system provide them and grant them to the hub's role.");
        }
        int version = sql.sql("SELECT version FROM service.hub_contract")
                .query(Integer.class)
                .single();
        if (version != VERSION) {
            throw new StoreException(
                    "The store provides version " + version + " of the store contract, and this hub speaks version "
                            + VERSION,
                    "Upgrade the older of the two; ./hub store install upgrades the reference store.");
        }
    }

    private static void requireColumn(String viewName, Map<String, String> view, String line, List<String> missing) {
        String column = line.substring(0, line.indexOf(' '));
        String type = line.substring(line.indexOf(' ') + 1);
        String actual = view.getOrDefault(column, "");
        if (actual.isEmpty()) {
            missing.add("column " + viewName + "." + column);
        } else if (!actual.equals(type)) {
            missing.add("column " + viewName + "." + column + " as " + type + " (it is " + actual + ")");
        }
    }

    private static void requireFunction(JdbcClient sql, String signature, List<String> missing) {
        boolean there = sql.sql("""
                        SELECT coalesce((SELECT has_function_privilege(p.oid, 'EXECUTE') FROM pg_proc p
                            JOIN pg_namespace n ON n.oid = p.pronamespace
                            WHERE n.nspname = 'service' AND has_schema_privilege(n.oid, 'USAGE')
                              AND p.proname || '(' || replace(oidvectortypes(p.proargtypes), ', ', ',') || ')' = ?), false)""").param(signature).query(Boolean.class).single();
        if (!there) {
            missing.add("function " + signature);
        }
    }

    /** Columns that the role may read, with their types without modifiers. */
    private static Map<String, String> columns(JdbcClient sql, String view) {
        Map<String, String> columns = new LinkedHashMap<>();
        sql.sql("""
                        SELECT a.attname, format_type(a.atttypid, NULL) AS type FROM pg_attribute a
                        JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE n.nspname = 'service' AND c.relname = ? AND a.attnum > 0 AND NOT a.attisdropped
                          AND has_schema_privilege(n.oid, 'USAGE') AND has_column_privilege(c.oid, a.attnum, 'SELECT')""").param(view).query(line -> {
            columns.put(line.getString("attname"), line.getString("type"));
        });
        return columns;
    }

    static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(StoreContract.class.getResourceAsStream("contract.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
