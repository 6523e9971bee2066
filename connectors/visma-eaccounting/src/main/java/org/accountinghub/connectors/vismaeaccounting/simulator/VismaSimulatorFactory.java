package org.accountinghub.connectors.vismaeaccounting.simulator;

import java.time.InstantSource;
import org.accountinghub.connectors.testkit.SimulatorFactory;
import org.accountinghub.connectors.testkit.partner.SimulatedPartner;

/** Lets the sandbox find the simulated eAccounting. */
public final class VismaSimulatorFactory implements SimulatorFactory {
    @Override
    public SimulatedPartner create(InstantSource clock) {
        return new VismaSimulator(clock);
    }
}
