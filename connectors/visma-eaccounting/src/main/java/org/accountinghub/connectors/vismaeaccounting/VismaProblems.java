package org.accountinghub.connectors.vismaeaccounting;

import java.time.Duration;
import java.util.stream.Collectors;
import org.accountinghub.connectors.http.Answer.Answered;
import org.accountinghub.connectors.http.PartnerProblems;
import org.accountinghub.connectors.http.Refusals;
import org.accountinghub.connectors.http.Refusals.Fault;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.vismaeaccounting.wire.EAccountingFault;

/** What each answer other than yes means: the verdict, and the problem in words for the person who can mend it. */
final class VismaProblems {

    static final PartnerProblems COMMON = new PartnerProblems(VismaConnectorFactory.NAME, "eAccounting");

    private static final Refusals REFUSALS = new Refusals(COMMON, RefusalTable.ALL);
    private static final int NOT_FOUND = 3000;
    private static final Duration WHOLE_WINDOW = Duration.ofSeconds(60);

    private VismaProblems() {}

    /** Whether eAccounting itself says that there is no such thing; a 404 of whatever stands before it does not count. */
    static boolean saysAbsent(Answered answer) {
        return answer.status() == 404 && EAccountingFault.of(answer.text()).is(NOT_FOUND);
    }

    /** How long eAccounting asks to wait: to the second in its words, else in the header, else its whole window. */
    static Duration pause(Answered limited) {
        return EAccountingFault.of(limited.text())
                .secondsToWait()
                .map(Duration::ofSeconds)
                .or(limited::retryAfter)
                .filter(wait -> !wait.isZero())
                .orElse(WHOLE_WINDOW);
    }

    /** An answer that is not a success. A 401 is not for here: it is about the token. */
    static Outcome refused(Answered answer, boolean write) {
        EAccountingFault fault = EAccountingFault.of(answer.text());
        return answer.status() == 429
                ? COMMON.limited("this client and endpoint", pause(answer), ("429 " + fault.words()).strip())
                : REFUSALS.outcome(
                        answer, new Fault(fault.code(), fault.message(), fault.words(), fields(fault)), write);
    }

    static Outcome unreadable(String defect, boolean write) {
        return COMMON.unreadable(defect, write);
    }

    static Problem partner(String cause, String reason, String remedy) {
        return COMMON.partner(cause, reason, remedy);
    }

    static Problem connection(String cause, String reason, String remedy) {
        return COMMON.connection(cause, reason, remedy);
    }

    private static String fields(EAccountingFault fault) {
        return fault.fields().stream()
                .map(EAccountingFault.FieldFault::field)
                .filter(field -> !field.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
