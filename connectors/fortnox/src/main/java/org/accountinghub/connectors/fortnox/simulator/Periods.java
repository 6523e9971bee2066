package org.accountinghub.connectors.fortnox.simulator;

import java.time.LocalDate;

/** Whether a company's books are open on a day. Which of the two codes means which is unverified. */
final class Periods {
    private Periods() {}

    static void checkOpen(FortnoxCompany company, LocalDate day) {
        if (company.lockedUntil().map(locked -> !day.isAfter(locked)).orElse(false)) {
            throw Refusal.of("Perioden är låst.", 2000401);
        }
        if (company.financialYear(day).isEmpty()) {
            throw Refusal.of("Det finns inget räkenskapsår för datumet.", 2002141);
        }
    }
}
