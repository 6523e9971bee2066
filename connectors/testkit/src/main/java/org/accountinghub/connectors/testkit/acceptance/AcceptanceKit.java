package org.accountinghub.connectors.testkit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.testkit.partner.Effect;
import org.accountinghub.connectors.testkit.partner.FaultScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What all parts of the kit share: a bench and a trial for each test, and what must hold after every one. */
abstract class AcceptanceKit {

    private Optional<Trial> trial = Optional.empty();

    /** A new simulated partner with one company that has consented. */
    protected abstract Bench bench();

    @BeforeEach
    final void open() {
        trial = Optional.of(new Trial(bench()));
    }

    /** Whatever a test did: nothing secret showed, each request had a permit, and no request is missing in the bench's list. */
    @AfterEach
    final void everythingHeld() {
        Trial tried = trial();
        try {
            tried.transcript().assertHides(tried.hidden());
            Set<String> named = new HashSet<>(tried.bench().madeByBrowser());
            tried.bench().calls().forEach(kind -> named.add(kind.operation()));
            assertThat(named)
                    .as("the bench names every kind of call")
                    .containsAll(tried.bench().partner().journal().counts().keySet());
        } finally {
            tried.close();
            tried.bench().close();
        }
    }

    final Trial trial() {
        return trial.orElseThrow();
    }

    final boolean has(Behaviour behaviour) {
        return trial().bench().behaviours().has(behaviour);
    }

    /** So that what goes wrong next is not the token. */
    final void haveToken() {
        if (has(Behaviour.TOKENS)) {
            trial().tokens().current();
        }
    }

    final FaultScript faults() {
        return trial().bench().partner().faults();
    }

    final int requests(String operation) {
        return trial().bench().partner().journal().count(operation);
    }

    final List<Effect> created(Class<?> document) {
        Bench bench = trial().bench();
        return bench.partner().book().created(bench.tenant(), bench.bookKind(document));
    }

    /** Opens the connector anew with other settings, on the same bench. */
    final Trial reopened(Map<String, String> other) {
        Bench bench = trial().bench();
        trial().close();
        Trial anew = new Trial(bench, other);
        trial = Optional.of(anew);
        return anew;
    }

    /** Whether all requests but the one for a token were readings. */
    static void assertOnlyRead(Bench bench) {
        Set<String> asked = new HashSet<>(bench.partner().journal().counts().keySet());
        asked.remove(bench.givesTokens());
        assertThat(asked).allMatch(bench::reads);
    }

    static void assertFound(Finding finding, Effect effect) {
        assertThat(finding)
                .isInstanceOfSatisfying(
                        Finding.Found.class,
                        found -> assertThat(found.document().number()).isEqualTo(effect.number()));
    }

    static void assertDelivered(Outcome outcome, Effect effect) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Delivered.class,
                        delivered -> assertThat(delivered.document().number()).isEqualTo(effect.number()));
    }
}
