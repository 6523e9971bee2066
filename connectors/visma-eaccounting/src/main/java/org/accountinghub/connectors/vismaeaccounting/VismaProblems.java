package org.accountinghub.connectors.vismaeaccounting;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Problem.Stage;
import org.accountinghub.mappings.vismaeaccounting.wire.EAccountingFault;

/** What each answer other than yes means: the verdict, and the problem in words for the person who can mend it. */
final class VismaProblems {

    private static final int NOT_FOUND = 3000;
    private static final Duration WHOLE_WINDOW = Duration.ofSeconds(60);
    private static final String WAIT = "Wait: the hub tries again by itself.";
    private static final String SEARCHES = "The hub searches for what was made before it tries again.";

    private VismaProblems() {}

    /** Whether eAccounting itself says that there is no such thing; a 404 of whatever stands before it does not count. */
    static boolean saysAbsent(Answered answer) {
        return answer.status() == 404 && EAccountingFault.of(answer.text()).is(NOT_FOUND);
    }

    /** How long eAccounting asks to wait: to the second in its words, else in the header, else its whole window. */
    static Duration wait(Answered answer) {
        return EAccountingFault.of(answer.text())
                .secondsToWait()
                .map(Duration::ofSeconds)
                .or(answer::retryAfter)
                .filter(wait -> !wait.isZero())
                .orElse(WHOLE_WINDOW);
    }

    /** An answer that is not a success. A 401 is not for here: it is about the token. */
    static Outcome refused(Answered answer, boolean write) {
        EAccountingFault fault = EAccountingFault.of(answer.text());
        String words = (answer.status() + " " + fault.words()).strip();
        if (answer.status() == 429) {
            return new Retry(
                    connection("limit-reached", "Visma's limit of calls for this client and endpoint is reached.", WAIT)
                            .inWordsOfPartner(words),
                    Optional.of(wait(answer)),
                    false);
        }
        if (answer.status() < 400 || answer.status() >= 500 || answer.status() == 408) {
            return outOfOrder(write, words);
        }
        Optional<Refusals.Refusal> known = Refusals.find(fault);
        if (known.isPresent()) {
            return known(known.get(), fault, words);
        }
        if (answer.status() == 404 && fault.code().isEmpty() && isCutJson(answer)) {
            return unreadable(answer.defect().orElseThrow(), write);
        }
        if (answer.status() == 404 && fault.code().isEmpty()) {
            return new Blocked(connection(
                            "not-eaccounting",
                            "What answers at the connection's address is not eAccounting's API.",
                            "Check the connection's base-address.")
                    .inWordsOfPartner(words));
        }
        if (answer.status() == 403) {
            return new Blocked(connection(
                            "forbidden",
                            "eAccounting forbids what the hub asks for.",
                            "Check the company's modules in eAccounting and consent again with all the connection's scopes.")
                    .inWordsOfPartner(words));
        }
        return new Rejected(
                partner("refused", "eAccounting refuses the document.", "Mend what eAccounting names and retry.")
                        .inWordsOfPartner(words));
    }

    /** An answer that began as eAccounting's do and lost its end on the way says nothing. */
    private static boolean isCutJson(Answered answer) {
        return answer.defect().isPresent() && answer.text().stripLeading().startsWith("{");
    }

    static Outcome unreadable(String defect, boolean write) {
        return maybe(
                write,
                partner(
                        "answer-unreadable",
                        "eAccounting's answer could not be read: " + defect + ".",
                        write ? SEARCHES : WAIT));
    }

    static Outcome notSent(NotSent answer) {
        return new Retry(
                connection(
                        "unreachable",
                        "eAccounting could not be reached: " + answer.why() + ".",
                        WAIT + " If it lasts, look at the network."),
                Optional.empty(),
                true);
    }

    static Outcome noAnswer(NoAnswer answer, boolean write) {
        return maybe(
                write,
                connection("no-answer", "eAccounting gave no answer: " + answer.why() + ".", write ? SEARCHES : WAIT));
    }

    static Outcome noPermit(LimitReachedException limit) {
        return new Retry(
                connection("limit-reached", "Other calls of this client use up what Visma allows.", WAIT),
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
                        "eAccounting was so slow to answer the questions before it that the document was not sent.",
                        WAIT),
                Optional.empty(),
                true);
    }

    static Outcome newTokenRefused() {
        return new Blocked(connection(
                "token-refused",
                "eAccounting refuses an access token that was just given.",
                "Consent again: hub connections authorize NAME."));
    }

    static Problem partner(String cause, String reason, String remedy) {
        return Problem.of(VismaConnectorFactory.NAME + "." + cause, Stage.PARTNER, reason, remedy);
    }

    static Problem connection(String cause, String reason, String remedy) {
        return Problem.of(VismaConnectorFactory.NAME + "." + cause, Stage.CONNECTION, reason, remedy);
    }

    private static Outcome known(Refusals.Refusal refusal, EAccountingFault fault, String words) {
        if (refusal.verdict() == Verdict.BLOCKED) {
            return new Blocked(connection(refusal.cause(), refusal.reason(), refusal.remedy())
                    .inWordsOfPartner(words));
        }
        Problem problem =
                partner(refusal.cause(), refusal.reason(), refusal.remedy()).inWordsOfPartner(words);
        String fields = fault.fields().stream()
                .map(EAccountingFault.FieldFault::field)
                .filter(field -> !field.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        String field = fields.isEmpty() ? refusal.field() : fields;
        return new Rejected(field.isEmpty() ? problem : problem.at(field));
    }

    private static Outcome outOfOrder(boolean write, String words) {
        return maybe(
                write,
                partner("out-of-order", "eAccounting is out of order.", write ? SEARCHES : WAIT)
                        .inWordsOfPartner(words));
    }

    private static Outcome maybe(boolean write, Problem problem) {
        return write ? new Uncertain(problem) : new Retry(problem, Optional.empty(), true);
    }
}
