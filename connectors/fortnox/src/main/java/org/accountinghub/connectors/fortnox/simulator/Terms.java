package org.accountinghub.connectors.fortnox.simulator;

import java.util.Locale;
import java.util.Set;

/** The terms of payment that each simulated company has: their codes are numbers of days. */
final class Terms {
    private static final Set<String> CODES =
            Set.of("", "0", "5", "8", "10", "14", "15", "20", "28", "30", "45", "60", "90", "K");
    private static final int USUAL_DAYS = 30;

    private Terms() {}

    /** The code as Fortnox stores it. */
    static String known(String code) {
        String upper = code.toUpperCase(Locale.ROOT);
        if (!CODES.contains(upper)) {
            throw Refusal.of("Kan inte hitta betalningsvillkoret.", 2000429);
        }
        return upper;
    }

    static int days(String code) {
        return code.isEmpty() || code.equals("K") ? (code.isEmpty() ? USUAL_DAYS : 0) : Integer.parseInt(code);
    }
}
