package org.accountinghub.connectors.fortnox.simulator;

import java.time.InstantSource;
import org.accountinghub.connectors.testkit.SimulatorFactory;
import org.accountinghub.connectors.testkit.partner.SimulatedPartner;

/** Lets the sandbox find the simulated Fortnox. */
public final class FortnoxSimulatorFactory implements SimulatorFactory {
    @Override
    public SimulatedPartner create(InstantSource clock) {
        return new FortnoxSimulator(clock);
    }
}
