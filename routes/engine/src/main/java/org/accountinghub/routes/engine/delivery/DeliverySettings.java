package org.accountinghub.routes.engine.delivery;

import java.time.Duration;
import org.accountinghub.connectors.spi.Step;

/**
 * The times behind the promise: at most one effect at the partner for answers and commits up to {@code lateness} late.
 * It holds while a worker that falls asleep wakes up within {@code longestPause}: its last write then reaches the partner
 * before {@code lateness} has passed, and the two settle waits before a second write exceed both together.
 *
 * @param lease how long a worker may keep a transfer
 * @param stepTime how long one step may take, all its calls and their time limits together; with less left no call is made
 * @param longestPause longest time a worker may stand still unnoticed (garbage collection, a stopped machine)
 * @param lateness L at least; a step whose partner may be later says so itself
 */
public record DeliverySettings(
        Duration lease, Duration stepTime, Duration longestPause, Duration lateness, RetryPolicy retry) {

    public DeliverySettings {
        RetryPolicy.positive("step-time", stepTime);
        RetryPolicy.positive("longest-pause", longestPause);
        if (lease.compareTo(stepTime) <= 0) {
            throw new IllegalArgumentException("lease: " + lease + " must exceed step-time, " + stepTime);
        }
        if (lateness.compareTo(lease.plus(longestPause)) <= 0) {
            throw new IllegalArgumentException("lateness: " + lateness
                    + " must exceed lease and longest-pause together, " + lease.plus(longestPause));
        }
    }

    public static DeliverySettings defaults() {
        return new DeliverySettings(
                Duration.ofMinutes(2),
                Duration.ofSeconds(45),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                RetryPolicy.defaults());
    }

    /** One of the two waits before a write of unknown outcome is made again. */
    public Duration settle() {
        return settle(lateness);
    }

    /** The settle wait for this step, whose partner may be later than most. */
    public Duration settle(Step step) {
        return settle(step.lateness().compareTo(lateness) > 0 ? step.lateness() : lateness);
    }

    private Duration settle(Duration late) {
        return late.plus(longestPause).dividedBy(2).plusSeconds(1);
    }
}
