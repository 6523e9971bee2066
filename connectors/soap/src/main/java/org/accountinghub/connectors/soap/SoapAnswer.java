package org.accountinghub.connectors.soap;

import java.time.Duration;
import java.util.Optional;
import org.accountinghub.connectors.http.Answer.Loss;

/** What came of one call. Nothing that a partner or a network does is an exception. */
public sealed interface SoapAnswer<T> {

    /** The operation's own answer; failures of single items may be inside. */
    record Said<T>(T body) implements SoapAnswer<T> {}

    /**
     * A SOAP fault, with whatever HTTP status.
     *
     * @param code without its prefix: {@code Client}, {@code Server}, …
     * @param words of the partner; may hold anything
     */
    record Faulted<T>(int status, Optional<Duration> retryAfter, String code, String words) implements SoapAnswer<T> {
        @Override
        public String toString() {
            return "status " + status + ", fault " + code;
        }
    }

    /**
     * An answer that is neither: an error page, something cut, too large or too deep, or not what the operation answers.
     *
     * @param text its beginning; may hold anything
     */
    record Unusable<T>(int status, Optional<Duration> retryAfter, String text, String defect) implements SoapAnswer<T> {
        @Override
        public String toString() {
            return "status " + status + ", " + defect;
        }
    }

    /** Nothing reached the partner, for certain. */
    record NotSent<T>(String why) implements SoapAnswer<T> {}

    /** The request may have reached the partner and may have been carried out. */
    record NoAnswer<T>(Loss loss, String why) implements SoapAnswer<T> {}
}
