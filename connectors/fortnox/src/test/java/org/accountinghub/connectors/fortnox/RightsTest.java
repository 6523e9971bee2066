package org.accountinghub.connectors.fortnox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.connectors.testkit.acceptance.Documents;
import org.accountinghub.connectors.testkit.acceptance.Trial;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A connection that consented before orders were known goes on with its invoices, and says what is missing when it is needed. */
class RightsTest {

    private static final BillableOrder ORDER = Documents.order();
    private static final String OLD = "companyinformation customer article invoice";

    private final FortnoxBench bench = new FortnoxBench();
    private Trial trial = new Trial(bench);

    @AfterEach
    void close() {
        trial.close();
        bench.close();
    }

    @Test
    void invoicesGoAndComeBackWithoutTheRightToOrders() {
        prepareOldConsent();

        assertThat(trial.connector().check(trial.transcript())).isEmpty();
        assertThat(trial.bring(ORDER)).isInstanceOf(Outcome.Delivered.class);
        assertThat(trial.ordersBack().changedSince(trial.clock().instant(), Optional.empty(), trial.transcript()))
                .isEqualTo(new Answer.Value<>(new Returns.Page(List.of(), Optional.empty())));
    }

    @Test
    void anOrderSaysWhatIsMissingAndHoldsNothingElse() {
        prepareOldConsent();

        Outcome outcome = trial.bring(Documents.asOrder(ORDER));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
            assertThat(rejected.problem().cause()).isEqualTo("fortnox.right-missing-order");
            assertThat(rejected.problem().field()).contains("right order");
            assertThat(rejected.problem().remedy()).contains("consent again").contains("order");
            assertThat(rejected.problem().partnerSays()).isPresent();
        });
        assertThat(trial.ordersBack().read("1", trial.transcript()))
                .isInstanceOfSatisfying(
                        Answer.None.class, none -> assertThat(none.why()).isInstanceOf(Outcome.Rejected.class));
    }

    @Test
    void theCheckLooksForTheRightsThatTheConnectionNames() {
        bench.simulator().grantConsent(FortnoxBench.TENANT, Set.of(OLD.split(" ")));

        assertThat(missing(Map.of("scopes", OLD + " order"))).containsExactly("right order");
        assertThat(missing(Map.of("scopes", OLD))).isEmpty();
        assertThat(missing(Map.of("locked-period", "first-open-date"))).containsExactly("right settings");
        assertThat(missing(Map.of("inactive-cost-centre", "leave-out"))).containsExactly("right costcenter");
    }

    @Test
    void aConsentAsksForWhatTheSettingsNeed() {
        assertThat(asked(Map.of())).isEqualTo(OLD + " order");
        assertThat(asked(Map.of("locked-period", "first-open-date", "inactive-cost-centre", "leave-out")))
                .isEqualTo(OLD + " order settings costcenter");
        assertThat(asked(Map.of("scopes", OLD))).isEqualTo(OLD);
    }

    @Test
    void namedScopesMustHoldWhatTheSettingsNeed() {
        assertThatThrownBy(() -> asked(Map.of("scopes", OLD, "locked-period", "first-open-date")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage("scopes: must hold settings, which another setting needs");
    }

    private void prepareOldConsent() {
        bench.addArticle(Documents.ARTICLE);
        bench.addCustomer(ORDER.payer().number(), ORDER.payer().name(), Documents.ORGANISATION_NUMBER);
        bench.simulator().grantConsent(FortnoxBench.TENANT, Set.of(OLD.split(" ")));
    }

    private List<String> missing(Map<String, String> settings) {
        open(settings);
        return trial.connector().check(trial.transcript()).stream()
                .map(Problem::field)
                .flatMap(Optional::stream)
                .toList();
    }

    private String asked(Map<String, String> settings) {
        Map<String, String> consented = new HashMap<>(settings);
        consented.put("grant", "authorization-code");
        open(consented);
        String query = trial.authorization()
                .consent()
                .orElseThrow()
                .page("state", URI.create("https://hub.example.org/callback"))
                .getQuery();
        return query.replaceAll(".*scope=([^&]*).*", "$1").replace('+', ' ');
    }

    private void open(Map<String, String> settings) {
        trial.close();
        trial = new Trial(bench, settings);
    }
}
