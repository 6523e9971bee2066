package org.accountinghub.mappings.twentyfoursevenoffice;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Moments on the wire: UTC, written without zone as 24SevenOffice writes them; read with or without one. The year 1, its
 * word for none, and what is no moment are read as absent.
 */
public final class MomentAdapter extends XmlAdapter<@Nullable String, @Nullable LocalDateTime> {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    @Override
    public @Nullable LocalDateTime unmarshal(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            TemporalAccessor read =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
            LocalDateTime moment = read instanceof OffsetDateTime zoned
                    ? zoned.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                    : (LocalDateTime) read;
            return moment.getYear() > 1 ? moment : null;
        } catch (DateTimeException noMoment) {
            return null;
        }
    }

    @Override
    public @Nullable String marshal(@Nullable LocalDateTime moment) {
        return moment == null ? null : WRITTEN.format(moment);
    }
}
