package org.accountinghub.connectors.testkit.partner;

import java.time.Duration;

/**
 * What reaches the client. A cut reply is a connection closed without a byte; a delay passes in
 * real time, since a client's timeout does; a broken reply is no answer that the contract knows.
 */
public record Reply(Answer answer, boolean cut, boolean broken, Duration delay) {

    static Reply whole(Answer answer) {
        return new Reply(answer, false, false, Duration.ZERO);
    }

    static Reply cut(Duration delay) {
        return new Reply(Answer.empty(0), true, true, delay);
    }

    static Reply malformed(Answer answer) {
        return new Reply(answer, false, true, Duration.ZERO);
    }

    static Reply slow(Answer answer, Duration delay) {
        return new Reply(answer, false, false, delay);
    }
}
