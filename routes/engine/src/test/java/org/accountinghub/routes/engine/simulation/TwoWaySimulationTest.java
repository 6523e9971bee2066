package org.accountinghub.routes.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.accountinghub.routes.engine.simulation.TwoWay.Reckoning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ten thousand edits on both sides of worlds whose hub dies between any two calls. A failure names its seed; {@code
 * -Dsimulation.seed=N} runs that one alone, {@code -Dsimulation.seeds=N} so many.
 */
class TwoWaySimulationTest {

    private static final int EDITS = 500;
    private static final int WORLDS = 20;

    @Test
    void bothSidesEndAlikeAndNothingIsLostInSilence() {
        Long only = Long.getLong("simulation.seed");
        if (only != null) {
            new TwoWay(only, EDITS).run();
            return;
        }
        int seeds = Integer.getInteger("simulation.seeds", WORLDS);
        Reckoning all = Reckoning.NOTHING;
        for (long seed = 1; seed <= seeds; seed++) {
            try {
                all = all.plus(new TwoWay(seed, EDITS).run());
            } catch (AssertionError e) {
                throw new AssertionError(
                        "seed " + seed + " (run it again with -Dsimulation.seed=" + seed + "): " + e.getMessage(), e);
            }
        }
        System.out.println(all);
        assertThat(all.edits()).isEqualTo(seeds * EDITS);
        assertThat(all.deaths()).as("%s", all).isGreaterThan(seeds * 10);
        assertThat(all.losses()).as("%s", all).isGreaterThan(seeds * 2);
        assertThat(all.conflicts()).as("%s", all).isGreaterThan(seeds * 10);
        assertThat(all.writes())
                .as("what one side alone wrote is written to the other at most once: %s", all)
                .isLessThan(all.edits());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aFlawInTheHubShows(TwoWayFlaw flaw) {
        Throwable end = catchThrowable(() -> {
            for (long seed = 1; seed <= WORLDS; seed++) {
                new TwoWay(seed, EDITS, flaw).run();
            }
        });

        assertThat(end).isInstanceOf(AssertionError.class);
    }
}
