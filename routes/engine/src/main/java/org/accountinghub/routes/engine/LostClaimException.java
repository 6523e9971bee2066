package org.accountinghub.routes.engine;

/** The lease ended and the transfer may be someone else's: what was learned is evidence now, not state. */
public final class LostClaimException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LostClaimException(long transferId) {
        super("the lease on transfer " + transferId + " is no longer ours");
    }
}
