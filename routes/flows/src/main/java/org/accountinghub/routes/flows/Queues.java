package org.accountinghub.routes.flows;

/** Names of the queues. Everything under {@code transfers.} dead-letters to {@link #DEAD}. */
public final class Queues {

    public static final String DEAD = "transfers.dead";

    /** Messages nobody can read; kept for a person to look at, the transfers themselves are in the ledger. */
    public static final String UNREADABLE = "unreadable.transfers";

    private Queues() {}

    public static String of(String connector) {
        return "transfers." + connector;
    }
}
