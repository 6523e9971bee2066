package org.accountinghub.routes.engine.port;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;

/**
 * The store's registers, read and written. Records hold no field of the group {@code ACCOUNTING}, which is written only.
 * Reading takes no locks.
 */
public interface StoreRegisters {

    /** Every record, inactive ones too, streamed in the order of their numbers. */
    void each(Register register, Consumer<Ours> taker);

    /** These records, by number; what is not there is left out. */
    Map<String, Ours> read(Register register, Collection<String> numbers);

    /**
     * Records that share their number, registration number, VAT number or name (without regard to case) with any of these;
     * it may give more.
     */
    List<Ours> resembling(Register register, Collection<RegisterRecord> theirs);

    /** An article as it is brought to a partner that does not have it; empty when it is not there. */
    Optional<Article> article(SourceKey key);

    /**
     * A page of what was changed, created or deactivated, by anybody, the hub included.
     *
     * @param mark of the look before; empty = everything
     * @param page token of the page, empty for the first
     */
    Changes changedSince(Register register, Optional<Long> mark, Optional<String> page, int limit);

    /**
     * Numbers that new records may have: the wanted one where it is free and fits the store's rules, else for customers one
     * that the store generates; for articles none. Taking none of them loses nothing but a number.
     *
     * @return by wanted number
     */
    Map<String, String> numbersFor(Register register, Collection<String> wanted);

    /**
     * Writes records, each on its own: only the fields that are named, an empty text clears. Safe to repeat.
     *
     * @return one verdict for each, in the same order
     */
    List<Verdict> write(String connection, Register register, List<Write> writes);

    /** Keeps what only the accounting system knows, beside customers that are there; of others nothing. Safe to repeat. */
    void note(String connection, List<Note> notes);

    /** Numbers that were changed since a mark, oldest first; empty = all there ever were. */
    Renumberings renumbered(Register register, Optional<Long> mark);

    /**
     * A record of the store.
     *
     * @param change differs after every change of the record
     */
    record Ours(RegisterRecord record, long change) {}

    /**
     * Changes.
     *
     * @param next the next page's token
     * @param mark where the next look begins: that of the first page counts
     */
    record Changes(List<Ours> records, Optional<String> next, long mark) {
        public Changes {
            records = List.copyOf(records);
        }
    }

    /**
     * What shall be written of one record.
     *
     * @param accountingNumber the record's number at the partner, kept beside ours; empty = left as it is
     * @param expected {@link Ours#change} as it was read: refused as {@link Verdict.Overtaken} when it is another one, or
     *     when there is no such record; 0 = created, refused so when it is there; empty = whatever is there, and created
     *     when nothing is
     */
    record Write(
            String number,
            Map<RegisterField, String> fields,
            Optional<String> accountingNumber,
            OptionalLong expected) {}

    /**
     * What is kept beside a customer.
     *
     * @param number ours
     * @param values of the group {@code ACCOUNTING}; an empty text clears, what is not named stays
     */
    record Note(String number, String accountingNumber, Map<RegisterField, String> values) {}

    /** What became of a write. */
    sealed interface Verdict {

        /** It was not there. */
        record Created() implements Verdict {}

        /** It is as it shall be. */
        record Updated() implements Verdict {}

        /** It was as it shall be. */
        record Unchanged() implements Verdict {}

        /** Somebody changed it since it was read; nothing was written. */
        record Overtaken() implements Verdict {}

        /** The store does not take it; nothing was written. */
        record Refused(String reason) implements Verdict {}
    }

    /** A customer's number before and after. */
    record Renumbering(String former, String now) {}

    /** Changed numbers, and where the next look begins. */
    record Renumberings(List<Renumbering> changed, long mark) {
        public Renumberings {
            changed = List.copyOf(changed);
        }
    }
}
