package org.accountinghub.connectors.twentyfoursevenoffice;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.accountinghub.connectors.soap.SoapAnswer;
import org.accountinghub.connectors.spi.Outcome;

/** What an answer says, once faults and the troubles of single items are understood. */
sealed interface Hearing<T> {

    /** The operation's answer; none of its items is in trouble. */
    record Well<T>(T body) implements Hearing<T> {}

    /** Whatever was asked was not done: the session is unknown. */
    record SessionGone<T>() implements Hearing<T> {}

    /** Nothing was done; nobody calls before the time has passed. */
    record Limited<T>(Duration pause, String words) implements Hearing<T> {}

    /**
     * Any other failure.
     *
     * @param strange nothing known of its words: it may be the session all the same
     */
    record Ill<T>(Outcome outcome, boolean strange) implements Hearing<T> {}

    static <T> Hearing<T> of(SoapAnswer<T> answer, Operation<T> operation, boolean write, Instant now) {
        if (answer instanceof SoapAnswer.Said<T> said) {
            Optional<ItemTrouble> trouble = operation.trouble(said.body());
            return trouble.<Hearing<T>>map(item -> item(item, write, now)).orElseGet(() -> new Well<>(said.body()));
        }
        if (answer instanceof SoapAnswer.Faulted<T> fault) {
            return fault(fault.code() + ": " + fault.words(), write, fault.retryAfter(), now);
        }
        if (answer instanceof SoapAnswer.Unusable<T> unusable) {
            return switch (unusable.status()) {
                case 401 -> new SessionGone<>();
                case 429 ->
                    new Limited<>(unusable.retryAfter().orElseGet(() -> Quarantine.from(unusable.text(), now)), "429");
                default -> new Ill<>(OfficeProblems.unusable(unusable, write), false);
            };
        }
        return new Ill<>(
                answer instanceof SoapAnswer.NotSent<T> notSent
                        ? OfficeProblems.COMMON.notSent(notSent.why())
                        : OfficeProblems.COMMON.noAnswer(((SoapAnswer.NoAnswer<T>) answer).why(), write),
                false);
    }

    private static <T> Hearing<T> item(ItemTrouble item, boolean write, Instant now) {
        Troubles.Trouble trouble = Troubles.of(item.words());
        if (!item.made() && trouble.kind() == Troubles.Kind.SESSION) {
            return new SessionGone<>();
        }
        if (!item.made() && trouble.kind() == Troubles.Kind.LIMIT) {
            return new Limited<>(Quarantine.from(item.words(), now), item.words());
        }
        return new Ill<>(OfficeProblems.ofItem(trouble, item, write), trouble.kind() == Troubles.Kind.UNKNOWN);
    }

    private static <T> Hearing<T> fault(String words, boolean write, Optional<Duration> retryAfter, Instant now) {
        Troubles.Trouble trouble = Troubles.of(words);
        return switch (trouble.kind()) {
            case SESSION, UNAUTHORIZED -> new SessionGone<>();
            case LIMIT -> new Limited<>(retryAfter.orElseGet(() -> Quarantine.from(words, now)), words);
            default ->
                new Ill<>(OfficeProblems.ofFault(trouble, words, write), trouble.kind() == Troubles.Kind.UNKNOWN);
        };
    }
}
