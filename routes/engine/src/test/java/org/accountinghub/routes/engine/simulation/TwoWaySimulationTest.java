package org.accountinghub.routes.engine.simulation;

import org.junit.jupiter.api.Test;

/**
 * Ten thousand edits on both sides of worlds whose hub dies between any two calls. A failure names its seed; {@code
 * -Dsimulation.seed=N} runs that one alone, {@code -Dsimulation.seeds=N} so many.
 */
class TwoWaySimulationTest {

    private static final int EDITS = 500;

    @Test
    void bothSidesEndAlikeAndNothingIsLostInSilence() {
        Long only = Long.getLong("simulation.seed");
        if (only != null) {
            new TwoWay(only, EDITS).run();
            return;
        }
        int seeds = Integer.getInteger("simulation.seeds", 20);
        for (long seed = 1; seed <= seeds; seed++) {
            try {
                new TwoWay(seed, EDITS).run();
            } catch (AssertionError e) {
                throw new AssertionError(
                        "seed " + seed + " (run it again with -Dsimulation.seed=" + seed + "): " + e.getMessage(), e);
            }
        }
    }
}
