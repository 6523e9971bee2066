package org.accountinghub.connectors.testkit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.OrderSink;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.testkit.acceptance.StepsBench.Made;
import org.accountinghub.connectors.testkit.partner.Effect;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Deliveries of several steps: whatever is lost, late or forgotten at any one of them, each step has at most one effect, and
 * what can be found or repeated by its class is done in the end.
 */
public abstract class StepsKit extends AcceptanceKit {

    /** What goes wrong at a step. */
    private enum Mishap {
        ANSWER_LOST,
        COMMITTED_LATE,
        CUT_BEFORE_COMMIT,
        HUB_DIES_AFTERWARDS
    }

    private record Scenario(Map<String, String> settings, BillableOrder order, String step, Mishap mishap) {
        @Override
        public String toString() {
            return order.target() + " " + step + " " + mishap;
        }
    }

    @Override
    protected abstract StepsBench bench();

    @Test
    final void allStepsAreDoneOnce() {
        for (Map<String, String> settings : steps().settingsForAllSteps()) {
            for (BillableOrder order : documents(trial())) {
                try (StepsBench bench = bench();
                        Trial trial = new Trial(bench, settings)) {
                    prepare(bench);
                    Progress<BillableOrder> progress = trial.begin(order);

                    assertThat(progress.perform()).isInstanceOf(Outcome.Delivered.class);

                    assertThat(progress.done()).hasSameSizeAs(progress.steps());
                    assertEffects(bench, progress, order, Set.of());
                    trial.transcript().assertHides(trial.hidden());
                }
            }
        }
    }

    @TestFactory
    final Stream<DynamicTest> everyStepSurvivesEveryMishap() {
        return scenarios().stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.toString(), () -> survives(scenario)));
    }

    @Test
    final void rehearsingAllStepsWritesNothing() {
        for (Map<String, String> settings : steps().settingsForAllSteps()) {
            try (StepsBench bench = bench();
                    Trial trial = new Trial(bench, settings)) {
                prepare(bench);
                int before = bench.partner().book().effects().size();

                trial.rehearse(bench.orderWithEveryStep());

                assertThat(bench.partner().book().effects()).hasSize(before);
                assertOnlyRead(bench);
                trial.transcript().assertHides(trial.hidden());
            }
        }
    }

    /** With each settings all steps; a step of the same name, class and request once only. */
    private List<Scenario> scenarios() {
        List<Scenario> scenarios = new ArrayList<>();
        Set<String> tried = new HashSet<>();
        for (Map<String, String> settings : steps().settingsForAllSteps()) {
            try (StepsBench bench = bench();
                    Trial trial = new Trial(bench, settings)) {
                for (BillableOrder order : documents(trial)) {
                    for (Step step : trial.begin(order).steps()) {
                        if (tried.add(step + bench.writes(step, order))) {
                            for (Mishap mishap : Mishap.values()) {
                                scenarios.add(new Scenario(settings, order, step.name(), mishap));
                            }
                        }
                    }
                }
            }
        }
        assertThat(scenarios).as("steps to try").isNotEmpty();
        return scenarios;
    }

    private void survives(Scenario scenario) {
        try (StepsBench bench = bench();
                Trial trial = new Trial(bench, scenario.settings())) {
            prepare(bench);
            Progress<BillableOrder> progress = trial.begin(scenario.order());
            Set<String> leftToAPerson = new HashSet<>();
            for (Step step : progress.steps()) {
                if (step.name().equals(scenario.step())) {
                    meet(scenario, bench, progress, step);
                    bench.partner().faults().clear();
                    if (progress.resume(step)
                            .map(outcome -> requireDelivered(step, outcome))
                            .isEmpty()) {
                        leftToAPerson.add(step.name());
                        progress.done(step, created(progress));
                    }
                } else {
                    requireDelivered(step, progress.perform(step));
                }
            }
            bench.partner().releaseLateCommits();
            assertEffects(bench, progress, scenario.order(), leftToAPerson);
            trial.transcript().assertHides(trial.hidden());
        }
    }

    private static void meet(Scenario scenario, StepsBench bench, Progress<BillableOrder> progress, Step step) {
        fault(scenario.mishap(), step)
                .ifPresent(fault -> bench.partner()
                        .faults()
                        .on(bench.writes(step, scenario.order()))
                        .next(fault));
        Class<? extends Outcome> expected =
                scenario.mishap() == Mishap.HUB_DIES_AFTERWARDS ? Outcome.Delivered.class : Outcome.Uncertain.class;
        assertThat(progress.attempt(step)).isInstanceOf(expected);
    }

    private static Optional<Fault> fault(Mishap mishap, Step step) {
        return switch (mishap) {
            case ANSWER_LOST -> Optional.of(Fault.commitAndCut());
            case COMMITTED_LATE ->
                Optional.of(
                        step.idempotency() == IdempotencyClass.C
                                ? Fault.commitLate(step.lateness())
                                : Fault.commitLate(Duration.ofMinutes(2)));
            case CUT_BEFORE_COMMIT -> Optional.of(Fault.cut());
            case HUB_DIES_AFTERWARDS -> Optional.empty();
        };
    }

    private static PartnerDocument created(Progress<BillableOrder> progress) {
        return Optional.ofNullable(progress.done().get(Step.CREATE))
                .orElseThrow(() -> new AssertionError("only what follows the creation is left to a person"));
    }

    private static Outcome requireDelivered(Step step, Outcome outcome) {
        assertThat(outcome).as(step.name()).isInstanceOf(Outcome.Delivered.class);
        return outcome;
    }

    /** Steps that make the same kind of thing are counted together. */
    private static void assertEffects(
            StepsBench bench, Progress<BillableOrder> progress, BillableOrder order, Set<String> leftToAPerson) {
        for (Step step : progress.steps()) {
            Made made = bench.makes(step, order);
            List<Step> alike = progress.steps().stream()
                    .filter(other -> bench.makes(other, order).equals(made))
                    .toList();
            List<Effect> effects = bench.partner().book().effects(made.kind(), made.action()).stream()
                    .filter(effect -> !effect.requestId().equals("by hand"))
                    .toList();
            assertThat(effects).as(made + " of " + alike).hasSizeLessThanOrEqualTo(alike.size());
            if (alike.stream().map(Step::name).noneMatch(leftToAPerson::contains)) {
                assertThat(effects).as(made + " of " + alike).hasSize(alike.size());
            }
        }
        assertThat(bench.partner().book().duplicates()).isEmpty();
    }

    private static List<BillableOrder> documents(Trial trial) {
        BillableOrder invoice = ((StepsBench) trial.bench()).orderWithEveryStep();
        return trial.connector() instanceof OrderSink ? List.of(invoice, Documents.asOrder(invoice)) : List.of(invoice);
    }

    private static void prepare(StepsBench bench) {
        Customer payer = bench.orderWithEveryStep().payer();
        bench.addCustomer(
                payer.number(),
                payer.name(),
                payer.registration().map(RegistrationNumber::value).orElse(""));
    }

    private StepsBench steps() {
        return (StepsBench) trial().bench();
    }
}
