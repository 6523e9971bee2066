package org.accountinghub.connectors.testkit.acceptance;

import org.accountinghub.mappings.model.register.Register;

/** What the kit must know besides to test a connector that changes records of the partner's registers. */
public interface EditorBench extends RegisterBench {

    /** The request that changes a record. */
    String changesRecord(Register register);
}
