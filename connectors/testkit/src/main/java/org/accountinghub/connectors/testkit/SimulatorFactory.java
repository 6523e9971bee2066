package org.accountinghub.connectors.testkit;

import java.time.InstantSource;
import org.accountinghub.connectors.testkit.partner.SimulatedPartner;

/** Makes the simulator of one accounting system; found by {@link java.util.ServiceLoader}. */
public interface SimulatorFactory {
    /** A partner without companies and without a port; {@link PartnerServer} gives it an address. */
    SimulatedPartner create(InstantSource clock);
}
