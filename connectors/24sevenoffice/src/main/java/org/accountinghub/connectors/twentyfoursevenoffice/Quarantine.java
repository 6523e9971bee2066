package org.accountinghub.connectors.twentyfoursevenoffice;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * "Limit exceeded by 1. Request is blocked. Quarantine ends at …": how long it lasts. How the moment is written is not
 * documented, nor its zone: it is read as UTC in any of the usual forms, and the nearest one to come is meant.
 */
final class Quarantine {

    /** Where the text tells no moment. */
    static final Duration USUAL = Duration.ofMinutes(5);

    private static final Duration LONGEST = Duration.ofHours(2);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Pattern END =
            Pattern.compile("quarantine ends? at[: ]+([0-9][0-9T:./ \\-]*[0-9](?: ?[ap]m)?)", Pattern.CASE_INSENSITIVE);
    private static final List<DateTimeFormatter> FORMS = Stream.of(
                    "uuuu-M-d'T'H:m:s",
                    "uuuu-M-d H:m:s",
                    "uuuu-M-d H:m",
                    "M/d/uuuu h:m:s a",
                    "M/d/uuuu H:m:s",
                    "d/M/uuuu H:m:s",
                    "d.M.uuuu H:m:s",
                    "d.M.uuuu H:m",
                    "d-M-uuuu H:m:s")
            .map(form -> new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(form)
                    .toFormatter(Locale.ENGLISH))
            .toList();

    private Quarantine() {}

    static Duration from(String words, Instant now) {
        Matcher end = END.matcher(words);
        if (!end.find()) {
            return USUAL;
        }
        String text = end.group(1).strip().replaceAll("\\.\\d+$", "");
        return FORMS.stream()
                .flatMap(form -> moment(text, form).stream())
                .map(moment -> Duration.between(now, moment))
                .filter(wait ->
                        wait.compareTo(LONGEST) <= 0 && wait.plus(LONGEST).compareTo(Duration.ZERO) > 0)
                .min(Comparator.comparing(Duration::abs))
                .map(wait -> wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait)
                .orElse(USUAL);
    }

    private static Optional<Instant> moment(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException otherForm) {
            return Optional.empty();
        }
    }
}
