package org.accountinghub.connectors.http;

import java.time.Duration;
import java.util.Optional;

/** What came of one request, its body as bytes. */
public sealed interface RawAnswer {

    /** The partner answered with a status. */
    final class Received implements RawAnswer {

        private final int status;
        private final Optional<Duration> retryAfter;
        private final Optional<byte[]> body;

        Received(int status, Optional<Duration> retryAfter, Optional<byte[]> body) {
            this.status = status;
            this.retryAfter = retryAfter;
            this.body = body;
        }

        public int status() {
            return status;
        }

        /** The header, where given and understood. */
        public Optional<Duration> retryAfter() {
            return retryAfter;
        }

        /** As it came; empty = larger than {@link RawClient#LARGEST_BODY}, so that it was not read to its end. */
        public Optional<byte[]> body() {
            return body;
        }

        @Override
        public String toString() {
            return "status " + status;
        }
    }

    /** No answer: {@link Answer.NotSent} or {@link Answer.NoAnswer}. */
    record Lost(Answer why) implements RawAnswer {}
}
