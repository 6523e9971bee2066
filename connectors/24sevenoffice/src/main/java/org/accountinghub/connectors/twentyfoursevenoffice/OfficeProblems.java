package org.accountinghub.connectors.twentyfoursevenoffice;

import java.time.Duration;
import java.util.Optional;
import org.accountinghub.connectors.http.PartnerProblems;
import org.accountinghub.connectors.soap.SoapAnswer;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Blocked;
import org.accountinghub.connectors.spi.Outcome.Rejected;
import org.accountinghub.connectors.spi.Outcome.Retry;
import org.accountinghub.connectors.spi.Outcome.Uncertain;
import org.accountinghub.mappings.model.Problem;

/** What each answer other than yes means: the verdict, and the problem in words for the person who can mend it. */
final class OfficeProblems {

    static final PartnerProblems COMMON = new PartnerProblems("24sevenoffice", "24SevenOffice");

    private OfficeProblems() {}

    /** A trouble beside an item that was to be written or read: it is that item's alone. */
    static Outcome ofItem(Troubles.Trouble trouble, ItemTrouble item, boolean write) {
        String words = item.words();
        if (item.made()) {
            return new Uncertain(partner(
                            "half-made",
                            "24SevenOffice made something of the document and then said that it failed.",
                            PartnerProblems.SEARCHES)
                    .inWordsOfPartner(words));
        }
        return switch (trouble.kind()) {
            case FORBIDDEN, UNAUTHORIZED ->
                new Rejected(partner(
                                "right-missing",
                                "24SevenOffice does not let the hub's user do this.",
                                "Give the user the right in 24SevenOffice and retry, or do this by hand.")
                        .inWordsOfPartner(words));
            default -> ofFault(trouble, words, write);
        };
    }

    /** A fault that is neither the limit nor the session. */
    static Outcome ofFault(Troubles.Trouble trouble, String words, boolean write) {
        return switch (trouble.kind()) {
            case REFUSED -> {
                Problem problem = partner(trouble.cause(), trouble.reason(), trouble.remedy())
                        .inWordsOfPartner(words);
                yield new Rejected(trouble.field().isEmpty() ? problem : problem.at(trouble.field()));
            }
            case FORBIDDEN ->
                new Blocked(connection(
                                "right-missing",
                                "24SevenOffice forbids what the hub asks for.",
                                "Give the hub's user the rights and the company the modules for customers, products and invoices.")
                        .inWordsOfPartner(words));
            default -> COMMON.outOfOrder(words, write);
        };
    }

    /** An answer without an envelope. */
    static Outcome unusable(SoapAnswer.Unusable<?> answer, boolean write) {
        int status = answer.status();
        String words = status + " " + answer.defect();
        if (status == 404 || status == 405 || status == 410) {
            return new Blocked(connection(
                            "not-24sevenoffice",
                            "What answers at the connection's address is not 24SevenOffice's web service.",
                            "Check the connection's base-address.")
                    .inWordsOfPartner(words));
        }
        if (status == 403) {
            return new Blocked(connection(
                            "forbidden",
                            "24SevenOffice forbids what the hub asks for.",
                            "Check the user's rights and the company's modules in 24SevenOffice.")
                    .inWordsOfPartner(words));
        }
        if (status >= 400 && status < 500 && status != 408) {
            return new Rejected(partner(
                            "refused",
                            "24SevenOffice refuses the document.",
                            "Mend what 24SevenOffice names and retry.")
                    .inWordsOfPartner(words));
        }
        return status / 100 == 2 ? unreadable(answer.defect(), write) : COMMON.outOfOrder(words, write);
    }

    static Outcome unreadable(String defect, boolean write) {
        return COMMON.unreadable(defect, write);
    }

    static Outcome limited(Duration wait, String words) {
        return new Retry(limit().inWordsOfPartner(words), Optional.of(wait), false);
    }

    static Problem limit() {
        return connection(
                "limit-reached",
                "24SevenOffice's limit of calls is reached; it is in quarantine.",
                PartnerProblems.WAIT);
    }

    /** A write refused for its session did nothing; it goes again as an attempt of its own. */
    static Outcome sessionEnded() {
        return new Retry(
                connection(
                        "session-ended",
                        "The session at 24SevenOffice had ended.",
                        "Nothing: the hub has logged in anew and sends again."),
                Optional.of(Duration.ofSeconds(1)),
                false);
    }

    static Outcome newSessionRefused() {
        return new Blocked(
                connection(
                        "session-refused",
                        "24SevenOffice refuses a session that it has just given.",
                        "Check that the hub's user may use the web services in this company, then try it: ./hub connections check NAME."));
    }

    static Problem partner(String cause, String reason, String remedy) {
        return COMMON.partner(cause, reason, remedy);
    }

    static Problem connection(String cause, String reason, String remedy) {
        return COMMON.connection(cause, reason, remedy);
    }
}
