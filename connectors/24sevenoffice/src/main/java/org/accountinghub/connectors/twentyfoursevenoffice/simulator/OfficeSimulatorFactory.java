package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import java.time.InstantSource;
import org.accountinghub.connectors.testkit.SimulatorFactory;
import org.accountinghub.connectors.testkit.partner.SimulatedPartner;

/** Lets the sandbox find the simulated 24SevenOffice. */
public final class OfficeSimulatorFactory implements SimulatorFactory {
    @Override
    public SimulatedPartner create(InstantSource clock) {
        return new OfficeSimulator(clock);
    }
}
