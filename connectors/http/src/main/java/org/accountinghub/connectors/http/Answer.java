package org.accountinghub.connectors.http;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What came of one request. Nothing that a partner or a network does is an exception. */
public sealed interface Answer {

    /**
     * The partner answered with a status.
     *
     * @param retryAfter the header, where given and understood
     * @param text the body as it came; may hold anything, so it shows in no text of ours
     * @param json the body; a missing node when it was empty or could not be read
     * @param defect why the body could not be read: not JSON, too large, too deep
     */
    record Answered(int status, Optional<Duration> retryAfter, String text, JsonNode json, Optional<String> defect)
            implements Answer {

        public boolean success() {
            return status >= 200 && status < 300;
        }

        @Override
        public String toString() {
            return "status " + status + defect.map(words -> ", " + words).orElse("");
        }
    }

    /** Nothing reached the partner, for certain: refused connection, unknown host, failed TLS handshake. */
    record NotSent(String why) implements Answer {}

    /** The request may have reached the partner and may have been carried out. */
    record NoAnswer(Loss loss, String why) implements Answer {}

    /** How an answer was lost. */
    enum Loss {
        TIMEOUT,
        CUT,
        INTERRUPTED
    }
}
