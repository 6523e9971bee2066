package org.accountinghub.mappings.fortnox;

import org.accountinghub.mappings.fortnox.wire.HouseWorkType;

/** What a row reports as house work. */
record ReportedWork(HouseWorkType type, int hours) {}
