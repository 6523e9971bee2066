package org.accountinghub.routes.app.endtoend;

import org.accountinghub.connectors.fortnox.simulator.FortnoxSimulator;
import org.accountinghub.routes.cli.HubClient;

/** What a company's trial is played on. */
interface Parts {

    FortnoxSimulator fortnox();

    ServiceDesk desk();

    /** The hub's API, as its administrator. */
    HubClient api();
}
