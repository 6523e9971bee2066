package org.accountinghub.routes.app.endtoend;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A store and a Fortnox company that hold many of the same articles, before anybody has connected them. Fortnox is master of
 * descriptions.
 */
record TwoArticleRegisters(int same, int onlyHere, int onlyThere) {

    /** The sizes of a company with 5,000 articles, divided. */
    static TwoArticleRegisters ofFiveThousand(int divisor) {
        return new TwoArticleRegisters(3_800 / divisor, 200 / divisor, 1_200 / divisor);
    }

    int here() {
        return same + onlyHere;
    }

    int there() {
        return same + onlyThere;
    }

    int after() {
        return same + onlyHere + onlyThere;
    }

    void fillStore(JdbcClient owner) {
        owner.sql("""
                        INSERT INTO service.articles (number, description)
                        SELECT 'A' || n, 'Del ' || n FROM generate_series(1, ?) n
                        UNION ALL SELECT 'B' || n, 'Del ' || n FROM generate_series(1, ?) n""").params(same, onlyHere).update();
    }

    /** As Fortnox names their fields. */
    List<ObjectNode> atFortnox() {
        return IntStream.rangeClosed(1, there())
                .mapToObj(n -> JsonMapper.shared()
                        .createObjectNode()
                        .put("ArticleNumber", n <= same ? "A" + n : "C" + n)
                        .put("Description", "Artikel " + n))
                .toList();
    }

    /** Number and description of each, on both sides, when the report has been approved and done. */
    Set<String> bothAfter() {
        Set<String> all = new TreeSet<>();
        IntStream.rangeClosed(1, there()).forEach(n -> all.add((n <= same ? "A" : "C") + n + " Artikel " + n));
        IntStream.rangeClosed(1, onlyHere).forEach(n -> all.add("B" + n + " Del " + n));
        return all;
    }
}
