package org.accountinghub.routes.engine;

import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;

/** The content a transfer was first intended with; retries and comparisons use it, never the store. */
public sealed interface Frozen {

    /** Frozen document. */
    record Document(BillableOrder order) implements Frozen {}

    /** Frozen customer. */
    record CustomerRecord(Customer customer) implements Frozen {}
}
