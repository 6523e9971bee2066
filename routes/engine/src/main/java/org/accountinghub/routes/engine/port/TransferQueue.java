package org.accountinghub.routes.engine.port;

import org.accountinghub.routes.engine.Dispatch;

/** The queue that wakes a worker at a transfer's due time. */
public interface TransferQueue {

    /** Sends one message, held back until it is due. Losing it loses time, nothing else. */
    void send(Dispatch dispatch);
}
