package org.accountinghub.routes.store;

import java.util.List;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.PersonalNumbers;
import org.accountinghub.routes.engine.port.AppliedRule;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads which rules made a document what it is. */
final class RuleReader {

    private final JdbcClient sql;

    RuleReader(JdbcClient sql) {
        this.sql = sql;
    }

    /** In the order that people read them; none where there is no such document. */
    List<AppliedRule> rules(DocumentKey key) {
        return sql.sql("""
                        SELECT rule, detail FROM service.hub_document_rules
                        WHERE subgroup = ? AND kind = ? AND number = ? AND payer_number = ? AND generation = ?
                        ORDER BY position, detail""")
                .params(key.order().subgroup(), key.order().kind(), key.order().number(), key.payer(), key.generation())
                .query((line, n) ->
                        new AppliedRule(line.getString("rule"), PersonalNumbers.masked(line.getString("detail"))))
                .list();
    }
}
