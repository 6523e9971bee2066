package org.accountinghub.routes.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Subject;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.TransferState;
import org.jspecify.annotations.Nullable;

/** Rows of {@code hub.transfer} as the engine's values. */
final class TransferRows {

    private TransferRows() {}

    static Transfer transfer(ResultSet row, int number) throws SQLException {
        return new Transfer(
                row.getLong("id"),
                row.getString("connection"),
                subject(row),
                TransferState.valueOf(row.getString("state")),
                instant(row, "due_at"),
                row.getInt("attempts"),
                row.getInt("dispatch"),
                problem(row.getString("problem")),
                Optional.ofNullable(row.getObject("waits_for", Long.class)),
                Optional.ofNullable(row.getString("requested_by")));
    }

    static DocumentKey documentKey(ResultSet row) throws SQLException {
        return new DocumentKey(sourceKey(row), row.getString("payer"), row.getInt("generation"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> instantIfAny(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** A text array; null is none. */
    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    static Optional<Problem> problem(@Nullable String json) {
        return Optional.ofNullable(json).map(text -> CanonicalJson.read(text, Problem.class));
    }

    static @Nullable String json(Optional<Problem> problem) {
        return problem.map(CanonicalJson::text).orElse(null);
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return switch (row.getString("subject")) {
            case "DOCUMENT" -> new Subject.OfDocument(documentKey(row));
            case "CUSTOMER" -> new Subject.OfCustomer(sourceKey(row));
            case "ARTICLE" -> new Subject.OfArticle(sourceKey(row));
            default -> new Subject.OfRecord(sourceKey(row));
        };
    }

    private static SourceKey sourceKey(ResultSet row) throws SQLException {
        return new SourceKey(
                row.getString("store"), row.getString("subgroup"), row.getString("kind"), row.getString("number"));
    }
}
