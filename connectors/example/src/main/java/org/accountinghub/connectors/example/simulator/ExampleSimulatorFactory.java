package org.accountinghub.connectors.example.simulator;

import java.time.InstantSource;
import org.accountinghub.connectors.testkit.SimulatorFactory;
import org.accountinghub.connectors.testkit.partner.SimulatedPartner;

/** Lets the sandbox find the simulated Example Books. */
public final class ExampleSimulatorFactory implements SimulatorFactory {
    @Override
    public SimulatedPartner create(InstantSource clock) {
        return new ExampleSimulator(clock);
    }
}
