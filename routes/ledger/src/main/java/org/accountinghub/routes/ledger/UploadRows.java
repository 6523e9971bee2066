package org.accountinghub.routes.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.port.Upload;

/** Reads uploads as the tables hold them. */
final class UploadRows {

    static final String SELECT = """
            SELECT u.*, %s, %s FROM hub.upload u
            LEFT JOIN hub.upload_pass c ON c.upload_id = u.id AND c.phase = 'CHECK'
            LEFT JOIN hub.upload_pass a ON a.upload_id = u.id AND a.phase = 'APPLY'
            """.formatted(columns("c"), columns("a"));

    private UploadRows() {}

    static Upload upload(ResultSet row, int number) throws SQLException {
        return new Upload(
                row.getLong("id"),
                Register.valueOf(row.getString("register")),
                row.getString("file_name"),
                row.getString("who"),
                Upload.State.valueOf(row.getString("state")),
                at(row, "received_at").orElseThrow(),
                at(row, "heard_at").orElseThrow(),
                row.getLong("bytes"),
                row.getInt("starts"),
                Optional.ofNullable(row.getString("reason")).map(reason -> new Upload.Refusal(reason, remedy(row))),
                List.of((String[]) row.getArray("remarks").getArray()),
                pass(row, "c"),
                pass(row, "a"));
    }

    private static String remedy(ResultSet row) {
        try {
            return String.valueOf(row.getString("remedy"));
        } catch (SQLException e) {
            throw new IllegalStateException("an upload's row has a column for the remedy", e);
        }
    }

    private static Optional<Upload.Pass> pass(ResultSet row, String pass) throws SQLException {
        Optional<Instant> began = at(row, pass + "_began_at");
        if (began.isEmpty()) {
            return Optional.empty();
        }
        Upload.Tally tally = new Upload.Tally(
                row.getInt(pass + "_created"),
                row.getInt(pass + "_updated"),
                row.getInt(pass + "_unchanged"),
                row.getInt(pass + "_refused"),
                row.getInt(pass + "_ignored"));
        return Optional.of(new Upload.Pass(
                row.getInt(pass + "_place"),
                tally,
                began.get(),
                at(row, pass + "_heard_at").orElseThrow(),
                at(row, pass + "_ended_at")));
    }

    private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static String columns(String pass) {
        return List.of(
                        "place",
                        "created",
                        "updated",
                        "unchanged",
                        "refused",
                        "ignored",
                        "began_at",
                        "heard_at",
                        "ended_at")
                .stream()
                .map(column -> pass + "." + column + " AS " + pass + "_" + column)
                .reduce((one, two) -> one + ", " + two)
                .orElseThrow();
    }
}
