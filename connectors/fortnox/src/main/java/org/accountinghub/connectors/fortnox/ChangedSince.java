package org.accountinghub.connectors.fortnox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.Map;

/** How Fortnox is asked for what changed. */
final class ChangedSince {

    /** Fortnox keeps Swedish time, whatever the connection's zone. */
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** Clocks differ a little. */
    static final Duration OVERLAP = Duration.ofMinutes(3);

    private ChangedSince() {}

    static Map<String, String> query(Instant since) {
        return Map.of("lastmodified", lastModified(since), "sortby", "documentnumber", "sortorder", "ascending");
    }

    /** By the minute, in Swedish time, a little earlier than asked. */
    static String lastModified(Instant since) {
        return minute(since.minus(OVERLAP));
    }

    /**
     * The minute in Swedish time. In the autumn's hour that comes twice the beginning of its first time is meant, less the
     * overlap: too much is read rather than too little.
     */
    static String minute(Instant from) {
        ZoneOffsetTransition change = SWEDEN.getRules().previousTransition(from.plusSeconds(1));
        boolean secondTime = change.isOverlap()
                && Duration.between(change.getInstant(), from)
                                .compareTo(change.getDuration().abs())
                        < 0;
        LocalDateTime local =
                secondTime ? change.getDateTimeAfter().minus(OVERLAP) : LocalDateTime.ofInstant(from, SWEDEN);
        return local.format(MINUTE);
    }
}
