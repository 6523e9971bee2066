package org.accountinghub.routes.ledger;

import org.accountinghub.routes.engine.port.CustomerFacts;
import org.accountinghub.routes.engine.port.Fingerprints;
import org.accountinghub.routes.engine.port.RegisterConflicts;
import org.accountinghub.routes.engine.port.RegisterLedger;
import org.accountinghub.routes.engine.port.RegisterMatches;
import org.accountinghub.routes.engine.port.RegisterRuns;

/** The ports of registers. */
public record Registers(
        RegisterRuns runs,
        RegisterLedger ledger,
        RegisterMatches matches,
        RegisterConflicts conflicts,
        Fingerprints fingerprints,
        CustomerFacts facts) {}
