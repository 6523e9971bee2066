package org.accountinghub.routes.ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.port.RegisterLedger.Writing;

/** What the hub is about to write to a record, kept with its link as {@code FIELD=fingerprint} until it is known to be done. */
final class BegunWrites {

    private static final String BEGIN = """
            UPDATE hub.register_link l
            SET begun = ARRAY(SELECT e FROM unnest(l.begun) e UNION SELECT e FROM unnest(string_to_array(x.entries, ',')) e)
            FROM unnest(:ids, :versions, :entries) AS x (partner_id, version, entries)
            WHERE l.connection = :connection AND l.register = :register AND l.partner_id = x.partner_id
              AND l.version = x.version""";

    private final LedgerDatabase database;

    BegunWrites(LedgerDatabase database) {
        this.database = database;
    }

    void begin(String connection, Register register, List<Writing> writing) {
        if (writing.isEmpty()) {
            return;
        }
        database.sql(BEGIN)
                .param("connection", connection)
                .param("register", register.name())
                .param("ids", writing.stream().map(Writing::partnerId).toArray(String[]::new))
                .param("versions", writing.stream().map(Writing::version).toArray(Long[]::new))
                .param("entries", writing.stream().map(BegunWrites::entries).toArray(String[]::new))
                .update();
    }

    private static String entries(Writing writing) {
        List<String> entries = new ArrayList<>();
        writing.prints().forEach((field, print) -> entries.add(field.name() + "=" + print));
        return String.join(",", entries);
    }

    /** A field that this hub does not know any more is forgotten. */
    static Map<RegisterField, Set<String>> read(String[] entries) {
        Set<String> known = new HashSet<>();
        for (RegisterField field : RegisterField.values()) {
            known.add(field.name());
        }
        Map<RegisterField, Set<String>> begun = new EnumMap<>(RegisterField.class);
        for (String entry : entries) {
            int end = entry.indexOf('=');
            String field = entry.substring(0, end);
            if (known.contains(field)) {
                begun.computeIfAbsent(RegisterField.valueOf(field), none -> new TreeSet<>())
                        .add(entry.substring(end + 1));
            }
        }
        return begun;
    }
}
