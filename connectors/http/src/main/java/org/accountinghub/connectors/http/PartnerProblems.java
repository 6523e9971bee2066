package org.accountinghub.connectors.http;

import java.time.Duration;
import java.util.Optional;
import org.accountinghub.connectors.spi.LimitReachedException;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Blocked;
import org.accountinghub.connectors.spi.Outcome.Retry;
import org.accountinghub.connectors.spi.Outcome.Uncertain;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.TokenUnavailableException;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Problem.Stage;

/**
 * What can go wrong in calling any accounting system: the verdict, and the problem in words for the person who can mend it.
 *
 * @param room the connector's name, which all causes begin with
 * @param system what people call the accounting system
 */
public record PartnerProblems(String room, String system) {

    /** Remedy of what mends itself. */
    public static final String WAIT = "Wait: the hub tries again by itself.";

    /** Remedy of a write whose answer was lost. */
    public static final String SEARCHES = "The hub searches for what was made before it tries again.";

    /** About what is sent or stands there. */
    public Problem partner(String cause, String reason, String remedy) {
        return Problem.of(room + "." + cause, Stage.PARTNER, reason, remedy);
    }

    /** About the connection: nothing goes through it, whatever it is. */
    public Problem connection(String cause, String reason, String remedy) {
        return Problem.of(room + "." + cause, Stage.CONNECTION, reason, remedy);
    }

    /**
     * A bound record is there no more.
     *
     * @param kind what it is, in small letters
     */
    public Problem gone(String kind, String number) {
        return partner(
                        kind + "-gone",
                        "The " + kind + " " + number + " was here before and is gone from " + system + ".",
                        "Restore the " + kind + " in " + system + ", or bind ours to another one.")
                .at(kind + " number");
    }

    /**
     * What the hub made is there no more.
     *
     * @param noun what people call it: {@code invoice draft}
     */
    public Problem gone(String noun, PartnerDocument made) {
        return partner(
                noun.replace(' ', '-') + "-gone",
                "The " + noun + " " + made.number() + " that the hub made is gone from " + system + ".",
                "Find out who deleted it and why; then dismiss the transfer or send the order again.");
    }

    /**
     * A later step's problem, not hiding that the document is there.
     *
     * @param noun what people call it: {@code invoice draft}
     * @param lacks what the document does not have yet, or is not
     */
    public Problem without(Problem problem, String noun, PartnerDocument made, String lacks) {
        return new Problem(
                problem.cause(),
                problem.stage(),
                problem.field(),
                "The " + noun + " is in " + system + ", as number " + made.number() + ", and " + lacks + ": "
                        + problem.reason(),
                problem.remedy(),
                problem.partnerSays());
    }

    /** Why a check's reading gave nothing to look at; empty = it did. */
    public Optional<Problem> inTheWay(Reply<?> reading) {
        if (reading instanceof Reply.Failed<?> failed) {
            return Optional.of(failed.outcome().problem());
        }
        return reading instanceof Reply.Said<?>
                ? Optional.empty()
                : Optional.of(unreadable("it is not what was asked for", false).problem());
    }

    public Outcome notSent(String why) {
        return new Retry(
                connection(
                        "unreachable",
                        system + " could not be reached: " + why + ".",
                        WAIT + " If it lasts, look at the network."),
                Optional.empty(),
                true);
    }

    public Outcome noAnswer(String why, boolean write) {
        return unknown(connection("no-answer", system + " gave no answer: " + why + ".", next(write)), write);
    }

    /** @param defect what is wrong with the answer, as a clause */
    public Outcome unreadable(String defect, boolean write) {
        return unknown(
                partner("answer-unreadable", system + "'s answer could not be read: " + defect + ".", next(write)),
                write);
    }

    /** @param words the partner's own */
    public Outcome outOfOrder(String words, boolean write) {
        return unknown(
                partner("out-of-order", system + " is out of order.", next(write))
                        .inWordsOfPartner(words),
                write);
    }

    /**
     * The partner's limit is reached, so it said.
     *
     * @param whose what it counts the calls of, as {@code this company}
     */
    public Outcome limited(String whose, Duration pause, String words) {
        return new Retry(
                connection("limit-reached", system + "'s limit of calls for " + whose + " is reached.", WAIT)
                        .inWordsOfPartner(words),
                Optional.of(pause),
                false);
    }

    /** The step took so long before its write that this was left out. */
    public Outcome tooSlow() {
        return new Retry(
                connection(
                        "too-slow",
                        system + " was so slow to answer the questions before it that the document was not sent.",
                        WAIT),
                Optional.empty(),
                true);
    }

    /** A write refused for its token did nothing; it goes again as an attempt of its own. */
    public Outcome tokenExpired() {
        return new Retry(
                connection(
                        "token-expired",
                        "The access token had expired.",
                        "Nothing: the hub has a new one and sends again."),
                Optional.of(Duration.ofSeconds(1)),
                false);
    }

    public Outcome newTokenRefused() {
        return new Blocked(connection(
                "token-refused",
                system + " refuses an access token that was just given.",
                "Consent again: ./hub connections authorize NAME."));
    }

    public NoConsentException noConsent() {
        return new NoConsentException(connection(
                "no-consent",
                "Nobody has consented to this connection yet.",
                "Consent: ./hub connections authorize NAME."));
    }

    /** Why a new token is of no use: what was asked with it did not name the company. */
    public RuntimeException companyUnknown(Reply<?> asked) {
        return asked instanceof Reply.Failed<?> failed && failed.outcome() instanceof Blocked blocked
                ? new NoConsentException(blocked.problem())
                : new TokenUnavailableException(connection(
                        "company-unknown",
                        system + " gave a token but did not say for which company.",
                        "Consent again: ./hub connections authorize NAME."));
    }

    /**
     * Why nothing was called.
     *
     * @param reason a {@link LimitReachedException}, {@link NoConsentException} or {@link TokenUnavailableException}
     */
    public Outcome notCalled(RuntimeException reason) {
        if (reason instanceof LimitReachedException limit) {
            return new Retry(
                    connection("limit-reached", "Other calls use up what " + system + " allows.", WAIT),
                    Optional.of(limit.retryAfter()),
                    false);
        }
        return reason instanceof NoConsentException noConsent
                ? new Blocked(noConsent.problem())
                : new Retry(((TokenUnavailableException) reason).problem(), Optional.empty(), true);
    }

    private static String next(boolean write) {
        return write ? SEARCHES : WAIT;
    }

    /** What was written may be there; what was asked is asked again. */
    private static Outcome unknown(Problem problem, boolean write) {
        return write ? new Uncertain(problem) : new Retry(problem, Optional.empty(), true);
    }
}
