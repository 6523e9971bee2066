package org.accountinghub.routes.engine;

/** Where a transfer stands. Legal changes stand in {@link TransferStates}. */
public enum TransferState {
    /** Waits for another transfer, which it names. */
    WAITING,
    /** Moves by itself at its due time. */
    DUE,
    /** Handed to the queue. */
    QUEUED,
    /** Claimed by a worker with a lease. */
    SENDING,
    /** The partner, the mapping or the store said no; a person mends it and retries. */
    REJECTED,
    /** Tried as often as allowed; nothing is known to be wrong with it. */
    EXHAUSTED,
    /** It may or may not have been made at the partner, and only a person can tell. */
    IN_DOUBT,
    /** All steps done. */
    DELIVERED,
    /** A person said: leave it. Reversible. */
    DISMISSED,
    /** No longer wanted by the store, and nothing was made. */
    WITHDRAWN,
    /** A newer transfer of the same customer went instead. */
    SUPERSEDED
}
