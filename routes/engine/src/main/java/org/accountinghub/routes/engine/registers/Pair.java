package org.accountinghub.routes.engine.registers;

import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.routes.engine.port.RegisterLedger.Link;
import org.accountinghub.routes.engine.port.RegisterLedger.Remembered;

/** A linked record as it was read at the partner. */
record Pair(Link link, Remembered remembered, RegisterRecord theirs) {}
