package org.accountinghub.routes.engine.port;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;

/**
 * Which record of the store is which at a partner, and what both held when they were last made alike. Each method is one
 * commit and asks the database once or twice, however many records it is about.
 */
public interface RegisterLedger {

    /** What is known of these records, by the partner's id; those of which nothing is known are left out. */
    Map<String, Known> ofPartner(String connection, Register register, Collection<String> partnerIds);

    /** What is known of these records, by our number; those of which nothing is known are left out. */
    Map<String, Known> ofStore(String connection, Register register, Collection<String> numbers);

    /** How many records are linked and not known to be gone over there. */
    long links(String connection, Register register);

    /**
     * Links records, each on its own: one of whose two sides is linked to another record is left as it is. Linking what is
     * linked changes nothing. A customer that a document brought to this connection is linked by that.
     *
     * @return the links that were refused
     */
    List<Link> link(String connection, Register register, List<Link> links);

    /** These linked records have another number there now: what people are told of them says so. Safe twice. */
    void renumberedThere(String connection, Register register, Collection<Link> links);

    /** Forgets links that an import made and of which nothing is remembered: the store did not take the record. */
    void unlink(String connection, Register register, Collection<String> numbers);

    /**
     * Notes what is about to be written, so that it is known for the hub's own whatever becomes of the write, and the
     * conflicts that it settles, so that none is lost to a crash; operators see them at once. Each
     * is listed once, however often a write is begun anew: until it is settled, one of the same record, field and
     * {@link Noted#lost()} stands in its place; until it is acknowledged, one of the same record, field and values is the
     * same. What is about a record that was made alike since its version is left out.
     */
    void note(String connection, Register register, List<Noted> noted, List<Writing> writing);

    /**
     * Remembers what both sides held; for {@link Synchronised#settled()} conflicts are settled, and what was begun is done,
     * in the same commit. Refused
     * where {@code version} is no longer the
     * newest: somebody else made the record alike meanwhile.
     *
     * @return the numbers that were refused
     */
    List<String> synchronised(String connection, Register register, List<Synchronised> records);

    /**
     * Sees to it that these records go to the partner: those that are linked as {@code Subject.OfRecord}, others as
     * {@code OfCustomer} or {@code OfArticle}. One that waits to be claimed stands for all changes so far, and nothing is
     * made. Beside one that a worker has a second is made that waits for it, and goes on however the first ends. One that
     * stopped is superseded by the new one; not one that brings a record and may have made it there: the change waits for
     * it, as an {@code OfRecord}. Dismissed ones of unlinked records stay dismissed.
     *
     * @return how many transfers were made
     */
    int export(String connection, Register register, Collection<String> numbers, Optional<String> who);

    /** A record's number was changed in the store: its links and what is remembered of it follow, at every connection. Safe twice. */
    void renumber(Register register, String former, String now);

    /**
     * How far the store's changes were looked through; empty = never.
     *
     * @param looker who looks through them: a connection's name, or {@code *renumbered*}
     */
    Optional<Long> mark(String looker, Register register);

    /**
     * How far they are looked through now. Nothing when somebody set the mark meanwhile.
     *
     * @param before the mark as it was when the look began
     */
    void mark(String looker, Register register, Optional<Long> before, long change);

    /** Lets a looker begin with the first change again, whatever a look that is under way says of the mark. */
    void lookAgain(String looker, Register register);

    /**
     * What is known of a record.
     *
     * @param line what the newest report says of it, unless it is linked
     */
    record Known(Optional<Link> link, Optional<Remembered> remembered, Optional<Line> line) {}

    /** A line of the newest match report, as far as writing depends on it. */
    record Line(MatchLine.Kind kind, MatchLine.Decision decision) {}

    /**
     * Which record is which.
     *
     * @param number ours
     * @param partnerId the partner's own id, which stays
     * @param partnerNumber what people call it there, which they may change
     */
    record Link(String number, String partnerId, String partnerNumber, By by) {

        /** What linked them. */
        public enum By {
            /** An approved report: differences were shown. */
            MATCH,
            /** An import that created it in the store, or found its like. */
            IMPORT,
            /** A transfer that brought it. */
            TRANSFER
        }
    }

    /**
     * What both sides held when they were last made alike, as {@link Fingerprints}.
     *
     * @param version grows by one each time
     * @param ours by field; absent = never compared
     * @param theirs by field; may hold fields that the store does not have, as lists show them
     * @param run the last import that saw it; 0 = none
     * @param gone whether the partner said that it has no such record
     * @param begun what the hub has begun to write to either side since, by field
     */
    record Remembered(
            long version,
            Map<RegisterField, String> ours,
            Map<RegisterField, String> theirs,
            long run,
            boolean gone,
            Map<RegisterField, Set<String>> begun) {

        public static final Remembered NOTHING = new Remembered(0, Map.of(), Map.of(), 0, false, Map.of());

        public Remembered {
            ours = Map.copyOf(ours);
            theirs = Map.copyOf(theirs);
            begun = Map.copyOf(begun);
        }

        /** Whether a value may be there because the hub wrote it. */
        public boolean mayBeOurDoing(RegisterField field, String print) {
            return begun.getOrDefault(field, Set.of()).contains(print);
        }
    }

    /**
     * What is about to be written to one side.
     *
     * @param version of what was remembered when it was decided; 0 = nothing was
     * @param prints by field
     */
    record Writing(String partnerId, long version, Map<RegisterField, String> prints) {

        public Writing {
            prints = Map.copyOf(prints);
        }
    }

    /**
     * What is to be remembered.
     *
     * @param version the one that was read; 0 = nothing was remembered
     * @param ours replaces what was remembered
     * @param theirs replaces what was remembered
     * @param settled fields of which nothing is left to be written
     */
    record Synchronised(
            String number,
            String partnerId,
            long version,
            Map<RegisterField, String> ours,
            Map<RegisterField, String> theirs,
            Set<RegisterField> settled,
            boolean gone) {

        public Synchronised {
            ours = Map.copyOf(ours);
            theirs = Map.copyOf(theirs);
            settled = Set.copyOf(settled);
        }
    }

    /**
     * A field that changed where it has no master, or on both sides.
     *
     * @param version of what was remembered when it was found; 0 = nothing was
     * @param ours the value as it may be shown; kept sealed
     * @param theirs the value as it may be shown; kept sealed
     */
    record Noted(
            String number,
            String partnerId,
            long version,
            RegisterField field,
            String ours,
            String theirs,
            RegisterConflicts.Settled settled) {

        /** Whose value is written over, or of no effect, and which it is. */
        public String lost() {
            return settled == RegisterConflicts.Settled.ACCOUNTING_WON ? "ours " + ours : "theirs " + theirs;
        }
    }
}
