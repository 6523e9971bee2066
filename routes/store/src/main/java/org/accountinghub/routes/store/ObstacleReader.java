package org.accountinghub.routes.store;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Problem.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what the service system itself holds against sending a document: the requirements of its groups and customers. */
final class ObstacleReader {

    private static final Pattern CAUSE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final JdbcClient sql;

    ObstacleReader(JdbcClient sql) {
        this.sql = sql;
    }

    List<Problem> read(DocumentKey key) {
        return sql.sql("""
                        SELECT * FROM service.hub_document_obstacles
                        WHERE subgroup = ? AND kind = ? AND number = ? AND payer_number = ? AND generation = ?
                        ORDER BY position, cause""")
                .params(key.order().subgroup(), key.order().kind(), key.order().number(), key.payer(), key.generation())
                .query((line, n) -> problem(new Columns(line)))
                .list();
    }

    private static Problem problem(Columns line) throws SQLException {
        String cause = line.orEmpty("cause");
        return Problem.of(
                        "store." + (CAUSE.matcher(cause).matches() ? cause : "requirement"),
                        Stage.STORE,
                        line.orEmpty("reason"),
                        line.orEmpty("remedy"))
                .at(line.text("field").orElse("order"));
    }
}
