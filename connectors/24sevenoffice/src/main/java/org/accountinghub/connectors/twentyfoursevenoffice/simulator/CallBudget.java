package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** 7,200 calls in an hour of the clock, by who calls; the rest of the hour is quarantine. */
final class CallBudget {

    private static final int CALLS = 7200;

    private final Map<String, Integer> counts = new HashMap<>();
    private Instant hour = Instant.MIN;
    private int scale = 1;

    /** So many times the documented number; 0 = any number. */
    void scale(int times) {
        scale = times;
    }

    /** @throws SoapFault with the documented words when there were too many */
    void take(String caller, Instant now) {
        Instant current = now.truncatedTo(ChronoUnit.HOURS);
        if (!current.equals(hour)) {
            counts.clear();
            hour = current;
        }
        int made = counts.merge(caller, 1, Integer::sum);
        if (scale > 0 && made > CALLS * scale) {
            throw SoapFault.quarantine(made - (long) CALLS * scale, now);
        }
    }
}
