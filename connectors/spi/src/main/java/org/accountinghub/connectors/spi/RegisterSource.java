package org.accountinghub.connectors.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;

/** Reads one register at the partner. Writes nothing. */
public interface RegisterSource {

    /** What {@link #read} tells of a record. */
    Set<RegisterField> fields();

    /**
     * How much earlier than the newest change seen a later listing must begin, since the partner's own time of change is
     * coarse, late or by another clock.
     */
    Duration overlap();

    /**
     * One page of the register: all of it, or what changed at or after {@code since}. The same record may come again; none
     * that was there during the whole listing may be missed.
     *
     * @param since empty = the whole register
     * @param page token of the page, empty for the first
     */
    Answer<Page> list(Optional<Instant> since, Optional<String> page, Conversation conversation);

    /** One record, whole; empty when the partner says that there is none. */
    Answer<Optional<There>> read(String id, Conversation conversation);

    /**
     * A record at the partner.
     *
     * @param id the partner's own id, to read and change it by
     * @param record what is known of it; its number is the one people use there
     */
    record There(String id, RegisterRecord record) {}

    /**
     * A page of a listing.
     *
     * @param records with the fields that lists show; when these are all of {@link #fields()}, no record need be read
     * @param next the next page's token
     * @param total how many records the whole listing has, where the partner says so
     */
    record Page(List<There> records, Optional<String> next, OptionalLong total) {
        public Page {
            records = List.copyOf(records);
        }
    }
}
