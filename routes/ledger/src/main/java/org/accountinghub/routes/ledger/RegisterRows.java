package org.accountinghub.routes.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.port.MatchLine;
import org.accountinghub.routes.engine.port.RegisterLedger.Known;
import org.accountinghub.routes.engine.port.RegisterLedger.Line;
import org.accountinghub.routes.engine.port.RegisterLedger.Link;
import org.accountinghub.routes.engine.port.RegisterLedger.Remembered;
import org.accountinghub.routes.engine.port.RegisterRun;
import org.accountinghub.routes.engine.port.RunCounts;

/** Rows of the tables of registers as the engine's values. */
final class RegisterRows {

    private RegisterRows() {}

    static Link link(ResultSet row, int number) throws SQLException {
        return new Link(
                row.getString("number"),
                row.getString("partner_id"),
                row.getString("partner_number"),
                Link.By.valueOf(row.getString("linked_by")));
    }

    /** Of a row that may have a link, or else a line. */
    static Known known(ResultSet row) throws SQLException {
        if (row.getString("partner_id") == null) {
            return new Known(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new Line(
                            MatchLine.Kind.valueOf(row.getString("kind")),
                            MatchLine.Decision.valueOf(row.getString("decision")))));
        }
        return new Known(
                Optional.of(link(row, 0)),
                Optional.of(new Remembered(
                        row.getLong("version"),
                        prints(row.getString("ours")),
                        prints(row.getString("theirs")),
                        row.getLong("run_id"),
                        row.getBoolean("gone"),
                        BegunWrites.read((String[]) row.getArray("begun").getArray()))),
                Optional.empty());
    }

    /** A field that this hub does not know any more is forgotten. */
    private static Map<RegisterField, String> prints(String json) {
        Map<String, String> byName = CanonicalJson.texts(json);
        Map<RegisterField, String> prints = new EnumMap<>(RegisterField.class);
        for (RegisterField field : RegisterField.values()) {
            String print = byName.get(field.name());
            if (print != null) {
                prints.put(field, print);
            }
        }
        return prints;
    }

    static String json(Map<RegisterField, String> prints) {
        Map<String, String> byName = new TreeMap<>();
        prints.forEach((field, print) -> byName.put(field.name(), print));
        return CanonicalJson.text(byName);
    }

    static RegisterRun run(ResultSet row, int number) throws SQLException {
        return new RegisterRun(
                row.getLong("id"),
                row.getString("connection"),
                Register.valueOf(row.getString("register")),
                RegisterRun.Kind.valueOf(row.getString("kind")),
                RegisterRun.State.valueOf(row.getString("state")),
                row.getString("asked_by"),
                TransferRows.instant(row, "asked_at"),
                TransferRows.instantIfAny(row, "changed_at"),
                TransferRows.instantIfAny(row, "ended_at"),
                TransferRows.instantIfAny(row, "since"),
                TransferRows.instantIfAny(row, "listed_from"),
                Optional.ofNullable(row.getString("page")),
                row.getBoolean("listed"),
                new RunCounts(
                        row.getLong("pages"),
                        row.getLong("seen"),
                        row.getLong("created"),
                        row.getLong("updated"),
                        row.getLong("exported"),
                        row.getLong("unchanged"),
                        row.getLong("skipped"),
                        row.getLong("failed"),
                        row.getLong("conflicts"),
                        row.getLong("calls")),
                Optional.ofNullable(row.getObject("total", Long.class)),
                TransferRows.problem(row.getString("problem")));
    }
}
