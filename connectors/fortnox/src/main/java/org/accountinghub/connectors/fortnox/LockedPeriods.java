package org.accountinghub.connectors.fortnox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Absent;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.fortnox.wire.LockedPeriod;

/** How far the company's books are closed, as it was at most ten minutes ago. Needs the right to settings. */
final class LockedPeriods {

    static final String PATH = "/settings/lockedperiod";

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final FortnoxClient client;
    private final InstantSource clock;
    private LockedPeriod known = new LockedPeriod(Optional.empty());
    private Instant knownUntil = Instant.MIN;

    LockedPeriods(FortnoxClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    synchronized Reply<LockedPeriod> now(Conversation conversation) {
        if (clock.instant().isBefore(knownUntil)) {
            return new Said<>(known);
        }
        Reply<LockedPeriod> reply = client.read(PATH, Map.of(), LockedPeriod.Body.class, conversation)
                .map(LockedPeriod.Body::lockedPeriod);
        if (reply instanceof Failed<LockedPeriod> failed) {
            return new Failed<>(OptionalRights.needed(FortnoxSettings.SETTINGS, failed.outcome()));
        }
        if (reply instanceof Absent<LockedPeriod>) {
            return new Failed<>(FortnoxProblems.unreadable("it tells no locked period", false));
        }
        known = ((Said<LockedPeriod>) reply).body();
        knownUntil = clock.instant().plus(GOOD_FOR);
        return reply;
    }

    /** Somebody has locked more since, or opened something. */
    synchronized void forget() {
        knownUntil = Instant.MIN;
    }
}
