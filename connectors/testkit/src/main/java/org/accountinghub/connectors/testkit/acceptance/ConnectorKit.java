package org.accountinghub.connectors.testkit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.ConnectorFactory;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.Setting;
import org.accountinghub.connectors.spi.TokenUnavailableException;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.mappings.model.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for every connector, whatever its ports. */
@Proves(Connector.class)
public abstract class ConnectorKit extends AcceptanceKit {

    @Test
    final void itIsFoundByServiceLoader() {
        ConnectorFactory ours = trial().bench().factory();

        assertThat(ServiceLoader.load(ConnectorFactory.class))
                .filteredOn(factory -> factory.name().equals(ours.name()))
                .singleElement()
                .isInstanceOf(ours.getClass());
    }

    /** Drops the answer of each kind of call: exactly one request may have been sent. */
    @TestFactory
    final Stream<DynamicTest> noClientSendsAgainByItself() {
        return trial().bench().calls().stream()
                .map(kind -> DynamicTest.dynamicTest(kind.toString(), () -> isSentOnce(kind)));
    }

    private void isSentOnce(KindOfCall kind) {
        try (Bench bench = bench();
                Trial trial = new Trial(bench)) {
            bench.partner().faults().on(kind.operation()).next(Fault.cut());
            try {
                kind.make().accept(trial);
            } catch (NoConsentException | TokenUnavailableException e) {
                trial.seen(e);
            }
            trial.transcript().assertHides(trial.hidden());
            assertThat(bench.partner().faults().struck())
                    .as("the call was made")
                    .isEqualTo(1);
            assertThat(bench.partner().journal().count(kind.operation())).isEqualTo(1);
        }
    }

    @Test
    final void requiredSettingsThatAreMissingAreNamed() {
        Bench bench = trial().bench();
        List<String> required = bench.factory().settings().stream()
                .filter(setting -> setting.required())
                .map(Setting::name)
                .toList();

        assertThat(required).isNotEmpty();
        for (String name : required) {
            assertRefused(new Mistake(name, ""));
        }
    }

    @TestFactory
    final Stream<DynamicTest> wrongSettingsAreNamed() {
        return trial().bench().mistakes().stream()
                .map(mistake -> DynamicTest.dynamicTest(mistake.toString(), () -> assertRefused(mistake)));
    }

    private void assertRefused(Mistake mistake) {
        assertThatThrownBy(() -> {
                    try (Trial refused = new Trial(trial().bench(), Map.of(mistake.setting(), mistake.value()))) {
                        refused.seen(refused.connector());
                    }
                })
                .isInstanceOfSatisfying(InvalidSettingsException.class, refused -> {
                    assertThat(refused.setting()).isEqualTo(mistake.setting());
                    assertThat(trial().seen(refused)).hasMessageStartingWith(mistake.setting() + ": ");
                });
    }

    @Test
    final void everySettingSaysWhatItMeansOnce() {
        List<Setting> settings = trial().bench().factory().settings();

        assertThat(settings)
                .extracting(Setting::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        assertThat(settings).allMatch(setting -> setting.meaning().endsWith("."));
        assertThat(settings)
                .filteredOn(Setting::secret)
                .extracting(Setting::name)
                .containsExactlyInAnyOrderElementsOf(trial().bench().secrets().keySet());
    }

    @Test
    final void openingCallsNobody() {
        assertThat(trial().bench().partner().journal().total()).isZero();
    }

    @Test
    final void aHealthyConnectionHasNoProblems() {
        assertThat(check()).isEmpty();
    }

    @Test
    final void aWrongSecretIsFoundByTheCheck() {
        Bench bench = trial().bench();
        assertThat(bench.secrets()).isNotEmpty();
        // so that no token of before is good any more
        bench.clock().advance(Duration.ofDays(1));
        for (String name : bench.secrets().keySet()) {
            reopened(Map.of(name, "wrong-" + name));

            assertThat(check()).as("wrong %s", name).isNotEmpty();
        }
    }

    @Test
    final void theCheckNamesEveryMissingRight() {
        List<String> lost = trial().bench().loseRights();

        List<Problem> problems = check();

        List<String> texts = new ArrayList<>();
        problems.forEach(problem -> texts.add(problem.field().orElse("") + " " + problem.reason()));
        assertThat(texts.size() > 1)
                .as("several rights are missing, each is named")
                .isEqualTo(has(Behaviour.RIGHTS));
        assertThat(lost).isNotEmpty();
        for (String right : lost) {
            assertThat(texts).anyMatch(text -> text.contains(right));
        }
    }

    @Test
    final void theCheckOfAPartnerThatIsAwayIsAProblemAndNoException() {
        trial().bench().partner().faults().onAnything().every(1, Fault.cut());

        assertThat(check()).isNotEmpty();
    }

    @Test
    final void whatItShowsOfItselfHidesItsSecrets() {
        trial().seen(trial().connector());
        trial().seen(Trial.settings(trial().bench(), Map.of()));
        check();

        assertThat(trial().transcript().exchanges()).isNotEmpty();
    }

    private List<Problem> check() {
        return trial().seen(trial().connector().check(trial().transcript()));
    }
}
