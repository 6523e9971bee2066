package org.accountinghub.routes.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.port.MatchLine;

/** Lines of match reports as the database keeps them. */
final class MatchLines {

    private MatchLines() {}

    private record Halves(Optional<MatchLine.Half> ours, Optional<MatchLine.Half> theirs) {}

    static String halves(MatchLine line) {
        return CanonicalJson.text(new Halves(line.ours(), line.theirs()));
    }

    static MatchLine line(ResultSet row, int number) throws SQLException {
        Halves halves = CanonicalJson.read(row.getString("halves"), Halves.class);
        return new MatchLine(
                row.getInt("line"),
                MatchLine.Kind.valueOf(row.getString("kind")),
                halves.ours(),
                halves.theirs(),
                row.getInt("score"),
                row.getString("reason"),
                Arrays.stream((String[]) row.getArray("differing").getArray())
                        .map(RegisterField::valueOf)
                        .collect(Collectors.toSet()),
                MatchLine.Decision.valueOf(row.getString("decision")),
                Optional.ofNullable(row.getString("decided_by")));
    }
}
