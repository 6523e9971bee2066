package org.accountinghub.connectors.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.fortnox.simulator.SimulatorHand;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.connectors.spi.RegisterSource.Page;
import org.accountinghub.connectors.spi.RegisterSource.There;
import org.accountinghub.connectors.testkit.acceptance.Trial;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** A register as large as a large company's: loaded, listed and found with the fewest calls, in seconds. */
class ManyRecordsTest {

    private static final int CUSTOMERS = 20_000;
    private static final int ARTICLES = 5_000;
    private static final int PAGE = 500;

    @Test
    @Timeout(60)
    void twentyThousandCustomersAndFiveThousandArticlesAreListedByTheirPagesAlone() {
        try (FortnoxBench bench = new FortnoxBench();
                Trial trial = new Trial(bench)) {
            load(bench, "customers", "CustomerNumber", "Name", CUSTOMERS);
            load(bench, "articles", "ArticleNumber", "Description", ARTICLES);
            FortnoxConnector connector = (FortnoxConnector) trial.connector();

            assertThat(listed(connector.customersThere())).hasSize(CUSTOMERS);
            assertThat(listed(connector.articlesThere())).hasSize(ARTICLES);

            assertThat(bench.partner().journal().count("GET /3/customers")).isEqualTo(CUSTOMERS / PAGE);
            assertThat(bench.partner().journal().count("GET /3/articles"))
                    .as("and one for the inactive")
                    .isEqualTo(ARTICLES / PAGE + 1);
            assertThat(bench.partner().book().effects()).hasSize(CUSTOMERS + ARTICLES);
        }
    }

    /** Records numbered from 1, a thousand a request. */
    private static void load(FortnoxBench bench, String register, String number, String name, int records) {
        for (int from = 1; from <= records; from += 1000) {
            ArrayNode batch = JsonMapper.shared().createArrayNode();
            for (int i = from; i < from + 1000; i++) {
                batch.addObject().put(number, Integer.toString(i)).put(name, "Nr " + i);
            }
            SimulatorHand.administer(
                    bench.simulator(), "POST", "tenants/" + FortnoxBench.TENANT + "/" + register, batch.toString());
        }
    }

    private static Set<RegisterRecord> listed(RegisterSource source) {
        Set<RegisterRecord> records = new HashSet<>();
        Optional<String> token = Optional.empty();
        do {
            Answer<Page> answer = source.list(Optional.empty(), token, Conversation.UNHEARD);
            assertThat(answer).isInstanceOf(Answer.Value.class);
            Page page = ((Answer.Value<Page>) answer).value();
            page.records().stream().map(There::record).forEach(records::add);
            token = page.next();
        } while (token.isPresent());
        return records;
    }
}
