package org.accountinghub.routes.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.port.ReturnLedger;

/**
 * A connection without its settings.
 *
 * @param subgroup whose orders go there; empty = those of every subgroup without a connection of its own
 * @param tenant the company over there; empty until it is known
 * @param lastFetch the newest look at what became of its invoices
 */
public record ConnectionLine(
        String name,
        String connector,
        Optional<String> subgroup,
        Connection.State state,
        Optional<String> tenant,
        Optional<Problem> problem,
        Optional<Fetched> lastFetch) {

    static ConnectionLine of(Connection connection, Optional<ReturnLedger.Fetch> fetch, Instant now) {
        return new ConnectionLine(
                connection.name(),
                connection.connector(),
                connection.subgroup(),
                connection.state(),
                connection.tenant(),
                connection.problem(),
                fetch.map(last -> Fetched.of(last, now)));
    }

    /** How a fetch is going or went. */
    public enum FetchState {
        RUNNING,
        DONE,
        /** The partner gave no more answers; it is taken up again by itself. */
        STOPPED,
        /** Nothing was heard of it for long: the hub that made it was stopped. */
        BROKEN_OFF
    }

    /**
     * A fetch of what became of invoices.
     *
     * @param heard when it last got on, or ended
     * @param looked invoices looked at
     * @param changed those of them that had changed
     * @param stoppedBy why it ended early
     */
    public record Fetched(
            FetchState state, Instant began, Instant heard, int looked, int changed, Optional<Problem> stoppedBy) {

        /** Longer than all the waits for a partner's limit in a row. */
        private static final Duration SILENCE = Duration.ofMinutes(4);

        static Fetched of(ReturnLedger.Fetch fetch, Instant now) {
            return new Fetched(
                    state(fetch, now), fetch.began(), fetch.heard(), fetch.looked(), fetch.changed(), fetch.stopped());
        }

        private static FetchState state(ReturnLedger.Fetch fetch, Instant now) {
            if (fetch.ended()) {
                return fetch.stopped().isPresent() ? FetchState.STOPPED : FetchState.DONE;
            }
            return fetch.heard().isBefore(now.minus(SILENCE)) ? FetchState.BROKEN_OFF : FetchState.RUNNING;
        }
    }
}
