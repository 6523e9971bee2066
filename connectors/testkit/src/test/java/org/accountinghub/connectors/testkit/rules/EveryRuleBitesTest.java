package org.accountinghub.connectors.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.testkit.acceptance.ConnectorKit;
import org.accountinghub.connectors.testkit.acceptance.WholeKit;
import org.accountinghub.connectors.testkit.rules.SoundFactory.Parts;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that no bad connector fails proves nothing. */
class EveryRuleBitesTest {

    static List<Mutant> mutants() {
        return Stream.of(
                        ConnectorMutants.all(),
                        WriteMutants.all(),
                        CustomerMutants.all(),
                        ArticleMutants.all(),
                        NumberedMutants.all(),
                        PaperMutants.all(),
                        ReturnsMutants.all(),
                        TokenMutants.all())
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void aBadConnectorFailsItsRuleAndNoOther(Mutant mutant) {
        Kits.put(mutant.bench());

        KitRun run = KitRun.of(mutant.kit());

        assertThat(mutant.rules()).hasSize(1);
        assertThat(run.failed()).as(run.reasons()).isEqualTo(mutant.rules());
    }

    /** Whatever a test does, it fails when a secret shows. */
    @Test
    void aTokenInAnExchangeIsSeenByEveryPart() {
        Kits.put(() -> new SoundBench(new SoundFactory(Mutant.calling(TellingTokens::new))));

        for (Class<?> kit : Kits.ALL) {
            assertThat(KitRun.of(kit).reasons()).as(kit.getSimpleName()).contains("a secret or personal number of");
        }
    }

    @Test
    void aCallThatTheBenchDoesNotNameIsSeenByEveryPart() {
        Kits.put(() -> new SoundBench(new SoundFactory(ConnectorMutants::greeting)));

        for (Class<?> kit : Kits.ALL) {
            assertThat(KitRun.of(kit).reasons()).as(kit.getSimpleName()).contains("the bench names every kind of call");
        }
    }

    private static final class TellingTokens extends SoundClient {
        TellingTokens(Parts parts) {
            super(parts);
        }

        @Override
        String shown(String method, String path, Secret token) {
            return path + "?token=" + token.reveal();
        }
    }

    @Test
    void aPartThatIsLeftOutIsMissed() {
        assertThat(KitRun.of(WithoutItsOrders.class).reasons()).contains("proves [", "OrderSink", "OrderSource");
    }

    @Test
    void aTestThatIsLeftOutIsMissed() {
        assertThat(KitRun.of(OneTooMany.class).reasons())
                .contains("200 tests of the kit were executed and 201 declared");
    }

    @WholeKit(tests = 13)
    static class WithoutItsOrders {
        @Nested
        class OnlyItsChecks extends ConnectorKit {
            @Override
            protected SoundBench bench() {
                return new SoundBench(new SoundFactory());
            }
        }
    }

    @WholeKit(tests = 201)
    static class OneTooMany extends SoundConnectorTest {}

    @Test
    void noRuleIsWithoutABadConnector() {
        Set<String> rules = new TreeSet<>();
        Kits.ALL.forEach(kit -> rules.addAll(rules(kit)));
        Set<String> broken = new TreeSet<>();
        mutants()
                .forEach(mutant -> rules(mutant.kit()).stream()
                        .filter(rule -> mutant.rules().contains(rule.substring(rule.indexOf('.') + 1)))
                        .forEach(broken::add));

        assertThat(rules).hasSizeGreaterThan(70);
        assertThat(broken).isEqualTo(rules);
    }

    @Test
    void whatIsBadIsTriedWithAllOfItsPart() {
        Kits.put(() -> new SoundBench(new SoundFactory()));
        for (Class<?> kit : Kits.ALL) {
            KitRun run = KitRun.of(kit);

            assertThat(run.failed()).as(run.reasons()).isEmpty();
            assertThat(run.executed()).isGreaterThanOrEqualTo(rules(kit).size());
        }
    }

    /** Rules of a part, by the class that states them. */
    private static Set<String> rules(Class<?> kit) {
        Set<String> rules = new TreeSet<>();
        for (Class<?> type = kit; type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(TestFactory.class)) {
                    rules.add(type.getSimpleName() + "." + method.getName());
                }
            }
        }
        return rules;
    }
}
