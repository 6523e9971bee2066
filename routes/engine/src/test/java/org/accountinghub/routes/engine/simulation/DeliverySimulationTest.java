package org.accountinghub.routes.engine.simulation;

import org.junit.jupiter.api.Test;

/**
 * Thousands of worlds. A failure names its seed; {@code -Dsimulation.seed=N} runs that one alone,
 * {@code -Dsimulation.seeds=N} runs so many.
 */
class DeliverySimulationTest {

    @Test
    void everyDocumentArrivesOnceOrSaysWhyNot() {
        Long only = Long.getLong("simulation.seed");
        if (only != null) {
            new Simulation(only).run();
            return;
        }
        int seeds = Integer.getInteger("simulation.seeds", 1000);
        for (long seed = 1; seed <= seeds; seed++) {
            try {
                new Simulation(seed).run();
            } catch (AssertionError e) {
                throw new AssertionError(
                        "seed " + seed + " (run it again with -Dsimulation.seed=" + seed + "): " + e.getMessage(), e);
            }
        }
    }
}
