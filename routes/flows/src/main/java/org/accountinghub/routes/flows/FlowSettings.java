package org.accountinghub.routes.flows;

import java.time.Duration;

/**
 * The beat of the flows.
 *
 * @param collectEvery how often the store is polled, should its notices be lost
 * @param dispatchEvery how often what is due is handed to the queue
 * @param sweepEvery how often what got stuck is made due again
 * @param tellEvery how often the store is told what became of its orders
 * @param returnEvery how often each accounting system is asked what became of its invoices
 * @param consumers how many transfers of one connector are sent at a time by this process
 */
public record FlowSettings(
        Duration collectEvery,
        Duration dispatchEvery,
        Duration sweepEvery,
        Duration tellEvery,
        Duration returnEvery,
        int consumers) {

    public static final FlowSettings USUAL = new FlowSettings(
            Duration.ofSeconds(10),
            Duration.ofMillis(500),
            Duration.ofSeconds(15),
            Duration.ofSeconds(2),
            Duration.ofMinutes(5),
            8);
}
