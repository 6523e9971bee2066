package org.accountinghub.connectors.fortnox.simulator;

/** Steers a simulator from another package as another process would. */
public final class SimulatorHand {

    private SimulatorHand() {}

    /** @throws IllegalStateException when the simulator refuses */
    public static void administer(FortnoxSimulator simulator, String method, String path, String body) {
        Caller.Answered answered = Caller.administer(simulator, method, path, body);
        if (answered.status() >= 300) {
            throw new IllegalStateException(answered.body());
        }
    }
}
