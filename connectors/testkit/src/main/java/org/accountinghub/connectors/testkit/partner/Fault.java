package org.accountinghub.connectors.testkit.partner;

import java.time.Duration;

/**
 * One way for a partner to misbehave.
 *
 * @param status what the partner means by its answer, however it words it: 400 = it refuses the document, 401 = the token or
 *     session is no longer good, 429 = too many calls, 5xx = it is out of order; 0 = the connection is cut
 * @param delay in real time for {@code SLOW} and {@code COMMIT_AND_HANG}, by the simulator's clock for
 *     {@code COMMIT_LATE}
 */
public record Fault(Kind kind, int status, Duration delay) {
    private static final Duration UNTIL_RELEASED = Duration.ofDays(36_500);

    /** What happens. */
    public enum Kind {
        /** Nothing is done, and the connection is cut. */
        CUT,
        /** It is done, and the connection is cut without an answer. */
        COMMIT_AND_CUT,
        /** It is done, and no answer comes before the client's patience ends. */
        COMMIT_AND_HANG,
        /** It is answered as if it were done, but it is not. */
        LIE,
        /** It is done later, and now answered with a cut or an error status. */
        COMMIT_LATE,
        /** An error status is answered, and nothing is done. */
        STATUS,
        /** It is done, and an error status is answered. */
        COMMIT_AND_STATUS,
        /** It is done, and the answer ends in the middle. */
        MALFORMED,
        /** It is done and answered, slowly. */
        SLOW,
        /** The tenant's consent is revoked before the request is looked at. */
        REVOKE_CONSENT;

        /** Whether only a request that would change something can meet this fault. */
        boolean needsCommit() {
            return this == COMMIT_AND_CUT
                    || this == COMMIT_AND_HANG
                    || this == LIE
                    || this == COMMIT_LATE
                    || this == COMMIT_AND_STATUS;
        }
    }

    public static Fault cut() {
        return new Fault(Kind.CUT, 0, Duration.ZERO);
    }

    public static Fault commitAndCut() {
        return new Fault(Kind.COMMIT_AND_CUT, 0, Duration.ZERO);
    }

    public static Fault commitAndHang(Duration atMost) {
        return new Fault(Kind.COMMIT_AND_HANG, 0, atMost);
    }

    public static Fault lie() {
        return new Fault(Kind.LIE, 0, Duration.ZERO);
    }

    /** Commits after a time by the simulator's clock, or when released; the connection is cut now. */
    public static Fault commitLate(Duration after) {
        return new Fault(Kind.COMMIT_LATE, 0, after);
    }

    /** Commits only when released; the connection is cut now. */
    public static Fault commitWhenReleased() {
        return commitLate(UNTIL_RELEASED);
    }

    /** 500, 503, 429, 401, 400 or another status, or the partner's own way to say it; nothing is done. */
    public static Fault status(int status) {
        return new Fault(Kind.STATUS, status, Duration.ZERO);
    }

    public static Fault commitAndStatus(int status) {
        return new Fault(Kind.COMMIT_AND_STATUS, status, Duration.ZERO);
    }

    public static Fault malformed() {
        return new Fault(Kind.MALFORMED, 0, Duration.ZERO);
    }

    public static Fault slow(Duration delay) {
        return new Fault(Kind.SLOW, 0, delay);
    }

    public static Fault revokeConsent() {
        return new Fault(Kind.REVOKE_CONSENT, 0, Duration.ZERO);
    }
}
