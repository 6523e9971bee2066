package org.accountinghub.routes.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** The hub's times as people at this machine read them. */
record LocalTimes(Instant now, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

    static LocalTimes here() {
        return new LocalTimes(Instant.now(), ZoneId.systemDefault());
    }

    /** Today's as time of day, others with their day; what is no time stays as it is. */
    String at(String instant) {
        try {
            ZonedDateTime local = Instant.parse(instant).atZone(zone);
            boolean today = local.toLocalDate().equals(now.atZone(zone).toLocalDate());
            return today ? TIME.format(local) : DAY.format(local) + " " + TIME.format(local);
        } catch (DateTimeParseException e) {
            return instant;
        }
    }

    /** How long ago, in its largest unit. */
    String ago(String instant) {
        try {
            Duration since = Duration.between(Instant.parse(instant), now);
            if (since.toMinutes() < 1) {
                return Math.max(0, since.toSeconds()) + " s";
            }
            return since.toHours() < 1
                    ? since.toMinutes() + " min"
                    : since.toDays() < 1 ? since.toHours() + " h" : since.toDays() + " d";
        } catch (DateTimeParseException e) {
            return instant;
        }
    }

    /** The text with all times in it as of this machine. */
    String in(String text) {
        return INSTANT.matcher(text).replaceAll(found -> at(found.group()));
    }
}
