package org.accountinghub.routes.engine;

import static org.accountinghub.routes.engine.TransferState.DELIVERED;
import static org.accountinghub.routes.engine.TransferState.DISMISSED;
import static org.accountinghub.routes.engine.TransferState.DUE;
import static org.accountinghub.routes.engine.TransferState.EXHAUSTED;
import static org.accountinghub.routes.engine.TransferState.IN_DOUBT;
import static org.accountinghub.routes.engine.TransferState.QUEUED;
import static org.accountinghub.routes.engine.TransferState.REJECTED;
import static org.accountinghub.routes.engine.TransferState.SENDING;
import static org.accountinghub.routes.engine.TransferState.SUPERSEDED;
import static org.accountinghub.routes.engine.TransferState.WAITING;
import static org.accountinghub.routes.engine.TransferState.WITHDRAWN;

import java.util.EnumSet;
import java.util.Set;

/** Every legal change of state, in one place. */
public final class TransferStates {

    private TransferStates() {}

    /** The states a transfer may go to from here. */
    public static Set<TransferState> after(TransferState state) {
        return switch (state) {
            case WAITING -> EnumSet.of(DUE, DISMISSED, WITHDRAWN, SUPERSEDED);
            case DUE -> EnumSet.of(QUEUED, WAITING, DISMISSED, WITHDRAWN, SUPERSEDED);
            case QUEUED -> EnumSet.of(SENDING, DUE, EXHAUSTED, DISMISSED, WITHDRAWN, SUPERSEDED);
            case SENDING -> EnumSet.of(DELIVERED, REJECTED, DUE, QUEUED, WAITING, EXHAUSTED, IN_DOUBT, WITHDRAWN);
            case REJECTED, EXHAUSTED -> EnumSet.of(DUE, DELIVERED, DISMISSED, WITHDRAWN, SUPERSEDED);
            case IN_DOUBT -> EnumSet.of(DUE, DELIVERED, DISMISSED);
            case DISMISSED, WITHDRAWN -> EnumSet.of(DUE);
            case DELIVERED, SUPERSEDED -> EnumSet.noneOf(TransferState.class);
        };
    }

    public static boolean allows(TransferState from, TransferState to) {
        return after(from).contains(to);
    }
}
