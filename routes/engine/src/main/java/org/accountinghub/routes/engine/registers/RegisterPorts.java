package org.accountinghub.routes.engine.registers;

import org.accountinghub.routes.engine.port.Fingerprints;
import org.accountinghub.routes.engine.port.RegisterLedger;
import org.accountinghub.routes.engine.port.RegisterMatches;
import org.accountinghub.routes.engine.port.RegisterRuns;
import org.accountinghub.routes.engine.port.StoreRegisters;

/** What register work reads and writes on the hub's side. */
public record RegisterPorts(
        RegisterRuns runs,
        RegisterLedger ledger,
        RegisterMatches matches,
        StoreRegisters store,
        Fingerprints fingerprints) {}
