package org.accountinghub.connectors.fortnox;

import java.time.Duration;
import org.accountinghub.connectors.http.Answer.Answered;
import org.accountinghub.connectors.http.PartnerProblems;
import org.accountinghub.connectors.http.Refusals;
import org.accountinghub.connectors.http.Refusals.Fault;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.mappings.fortnox.wire.FortnoxFault;
import org.accountinghub.mappings.model.Problem;

/** What each answer other than yes means: the verdict, and the problem in words for the person who can mend it. */
final class FortnoxProblems {

    static final PartnerProblems COMMON = new PartnerProblems("fortnox", "Fortnox");

    private static final Refusals REFUSALS = new Refusals(COMMON, RefusalTable.ALL);
    private static final Duration WINDOW = Duration.ofSeconds(5);

    private FortnoxProblems() {}

    /** Whether Fortnox itself says that there is no such thing; a 404 of whatever stands before it does not count. */
    static boolean saysAbsent(Answered answer) {
        return answer.status() == 404 && FortnoxFault.of(answer.text()).code().isPresent();
    }

    /** As a rule Fortnox says nothing about how long; its window is five seconds. */
    static Duration pause(Answered limited) {
        return limited.retryAfter().filter(wait -> wait.compareTo(WINDOW) > 0).orElse(WINDOW);
    }

    /** An answer that is not a success. A 401 is not for here: it is about the token. */
    static Outcome refused(Answered answer, boolean write) {
        FortnoxFault fault = FortnoxFault.of(answer.text());
        return answer.status() == 429
                ? COMMON.limited("this company", pause(answer), ("429 " + fault.words()).strip())
                : REFUSALS.outcome(answer, new Fault(fault.code(), fault.message(), fault.words(), ""), write);
    }

    static Outcome unreadable(String defect, boolean write) {
        return COMMON.unreadable(defect, write);
    }

    static Problem otherCompany(String expected, String actual) {
        return connection(
                "other-company",
                "The consent is for company " + actual + ", the connection belongs to company " + expected + ".",
                "Consent for the right company, or correct the connection's tenant-id.");
    }

    static Problem partner(String cause, String reason, String remedy) {
        return COMMON.partner(cause, reason, remedy);
    }

    static Problem connection(String cause, String reason, String remedy) {
        return COMMON.connection(cause, reason, remedy);
    }
}
