package org.accountinghub.connectors.fortnox;

import java.time.Duration;
import java.util.Optional;
import org.accountinghub.connectors.http.Answer.Answered;
import org.accountinghub.connectors.http.Answer.NoAnswer;
import org.accountinghub.connectors.http.Answer.NotSent;
import org.accountinghub.connectors.spi.LimitReachedException;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Blocked;
import org.accountinghub.connectors.spi.Outcome.Rejected;
import org.accountinghub.connectors.spi.Outcome.Retry;
import org.accountinghub.connectors.spi.Outcome.Uncertain;
import org.accountinghub.connectors.spi.Verdict;
import org.accountinghub.mappings.fortnox.wire.FortnoxFault;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Problem.Stage;

/** What each answer other than yes means: the verdict, and the problem in words for the person who can mend it. */
final class FortnoxProblems {

    /** Fortnox says nothing about how long; its window is five seconds. */
    static final Duration LIMIT_WAIT = Duration.ofSeconds(5);

    private static final String WAIT = "Wait: the hub tries again by itself.";

    private FortnoxProblems() {}

    /** Whether Fortnox itself says that there is no such thing; a 404 of whatever stands before it does not count. */
    static boolean saysAbsent(Answered answer) {
        return answer.status() == 404 && FortnoxFault.of(answer.text()).code().isPresent();
    }

    /** An answer that is not a success. A 401 is not for here: it is about the token. */
    static Outcome refused(Answered answer, boolean write) {
        FortnoxFault fault = FortnoxFault.of(answer.text());
        String words = (answer.status() + " " + fault.words()).strip();
        if (answer.status() == 429) {
            return limited(answer.retryAfter(), words);
        }
        if (answer.status() < 400 || answer.status() >= 500 || answer.status() == 408) {
            return outOfOrder(write, words);
        }
        Optional<Refusals.Refusal> known = Refusals.find(fault);
        if (known.isPresent()) {
            return known.get().verdict() == Verdict.UNCERTAIN ? outOfOrder(write, words) : known(known.get(), words);
        }
        if (answer.status() == 404 && fault.code().isEmpty() && isCutJson(answer)) {
            return unreadable(answer.defect().orElseThrow(), write);
        }
        if (answer.status() == 404 && fault.code().isEmpty()) {
            return new Blocked(connection(
                            "not-fortnox",
                            "What answers at the connection's address is not Fortnox's API.",
                            "Check the connection's base-address.")
                    .inWordsOfPartner(words));
        }
        if (answer.status() == 403) {
            return new Blocked(connection(
                            "forbidden",
                            "Fortnox forbids what the hub asks for.",
                            "Check the company's licences in Fortnox and consent again with all the connection's scopes.")
                    .inWordsOfPartner(words));
        }
        return new Rejected(partner("refused", "Fortnox refuses the document.", "Mend what Fortnox names and retry.")
                .inWordsOfPartner(words));
    }

    /** An answer that began as Fortnox's do and lost its end on the way says nothing, least of all that this is not Fortnox. */
    private static boolean isCutJson(Answered answer) {
        return answer.defect().isPresent() && answer.text().stripLeading().startsWith("{");
    }

    static Outcome unreadable(String defect, boolean write) {
        return maybe(
                write,
                partner(
                        "answer-unreadable",
                        "Fortnox's answer could not be read: " + defect + ".",
                        write ? "The hub searches for what was made before it tries again." : WAIT));
    }

    static Outcome notSent(NotSent answer) {
        return new Retry(
                connection(
                        "unreachable",
                        "Fortnox could not be reached: " + answer.why() + ".",
                        WAIT + " If it lasts, look at the network."),
                Optional.empty(),
                true);
    }

    static Outcome noAnswer(NoAnswer answer, boolean write) {
        return maybe(
                write,
                connection(
                        "no-answer",
                        "Fortnox gave no answer: " + answer.why() + ".",
                        write ? "The hub searches for what was made before it tries again." : WAIT));
    }

    static Outcome noPermit(LimitReachedException limit) {
        return new Retry(
                connection("limit-reached", "Other calls of this company use up what Fortnox allows.", WAIT),
                Optional.of(limit.retryAfter()),
                false);
    }

    static Outcome tokenUnavailable(Problem problem) {
        return new Retry(problem, Optional.empty(), true);
    }

    /** A write refused for its token did nothing; it goes again as an attempt of its own. */
    static Outcome tokenExpired() {
        return new Retry(
                connection(
                        "token-expired",
                        "The access token had expired.",
                        "Nothing: the hub has a new one and sends again."),
                Optional.of(Duration.ofSeconds(1)),
                false);
    }

    static Outcome tooSlow() {
        return new Retry(
                connection(
                        "too-slow",
                        "Fortnox was so slow to answer the questions before it that the document was not sent.",
                        WAIT),
                Optional.empty(),
                true);
    }

    static Outcome newTokenRefused() {
        return new Blocked(connection(
                "token-refused",
                "Fortnox refuses an access token that it has just given.",
                "Consent again: hub connections authorize NAME."));
    }

    static Problem otherCompany(String expected, String actual) {
        return connection(
                "other-company",
                "The consent is for company " + actual + ", the connection belongs to company " + expected + ".",
                "Consent for the right company, or correct the connection's tenant-id.");
    }

    static Problem partner(String cause, String reason, String remedy) {
        return Problem.of("fortnox." + cause, Stage.PARTNER, reason, remedy);
    }

    static Problem connection(String cause, String reason, String remedy) {
        return Problem.of("fortnox." + cause, Stage.CONNECTION, reason, remedy);
    }

    private static Outcome known(Refusals.Refusal refusal, String words) {
        if (refusal.verdict() == Verdict.BLOCKED) {
            return new Blocked(connection(refusal.cause(), refusal.reason(), refusal.remedy())
                    .inWordsOfPartner(words));
        }
        Problem problem =
                partner(refusal.cause(), refusal.reason(), refusal.remedy()).inWordsOfPartner(words);
        return new Rejected(refusal.field().isEmpty() ? problem : problem.at(refusal.field()));
    }

    private static Outcome limited(Optional<Duration> asked, String words) {
        return new Retry(
                connection("limit-reached", "Fortnox's limit of calls for this company is reached.", WAIT)
                        .inWordsOfPartner(words),
                Optional.of(asked.filter(wait -> wait.compareTo(LIMIT_WAIT) > 0).orElse(LIMIT_WAIT)),
                false);
    }

    private static Outcome outOfOrder(boolean write, String words) {
        return maybe(
                write,
                partner(
                                "out-of-order",
                                "Fortnox is out of order.",
                                write ? "The hub searches for what was made before it tries again." : WAIT)
                        .inWordsOfPartner(words));
    }

    private static Outcome maybe(boolean write, Problem problem) {
        return write ? new Uncertain(problem) : new Retry(problem, Optional.empty(), true);
    }
}
