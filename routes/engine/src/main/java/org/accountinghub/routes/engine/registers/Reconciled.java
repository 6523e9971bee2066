package org.accountinghub.routes.engine.registers;

import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.routes.engine.port.RegisterLedger.Remembered;

/** What became of a pair as far as the store is concerned, and what is left to be said to the partner. */
sealed interface Reconciled {

    /**
     * Done.
     *
     * @param merged with what the partner is to be told
     * @param remembered as it is now
     * @param written whether the store was changed
     * @param conflicts how many were settled or left
     */
    record Done(Merge.Merged merged, RegisterRecord ours, Remembered remembered, boolean written, int conflicts)
            implements Reconciled {}

    /** The store does not have it; empty = it was never there. */
    record Missing(boolean wasThere) implements Reconciled {}

    /** Somebody changed it or made it alike meanwhile: to be looked at again. */
    record Overtaken() implements Reconciled {}

    /** Nothing was written. */
    record Failed(Problem problem) implements Reconciled {}
}
