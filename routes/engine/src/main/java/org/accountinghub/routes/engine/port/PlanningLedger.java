package org.accountinghub.routes.engine.port;

import java.time.Duration;
import java.util.List;
import org.accountinghub.routes.engine.Dispatch;

/** What makes transfers start and go on. Every method is safe to call twice and from several processes at once. */
public interface PlanningLedger {

    /**
     * Inserts transfers for what the store has ready, and closes what still waits and is wanted no more: never one that a
     * worker has, nor one with a step that was intended, for something may exist at the partner.
     */
    Collected collect();

    /**
     * Takes transfers that are due within {@code horizon} for the queue, round-robin over connections that are not held or
     * blocked, as many of each as its pace allows, and commits that before it returns.
     */
    List<Dispatch> takeDue(Duration horizon, Pace pace);

    /**
     * Makes due again what should be moving and has no live claim: what was queued this long ago and is due as long (lost
     * messages), what is being sent with an ended lease (dead workers), what waits for a transfer that is over
     * (delivered, dismissed, withdrawn, superseded).
     */
    int sweep(Duration queuedFor);

    /** What collecting did. */
    record Collected(int created, int withdrawn) {}
}
