package org.accountinghub.routes.engine.port;

import java.util.List;
import org.accountinghub.routes.engine.Dispatch;

/** The queue that wakes a worker at a transfer's due time. */
public interface TransferQueue {

    /** Sends one message each, held back until it is due: all or none. Losing them loses time, nothing else. */
    void send(List<Dispatch> portion);
}
