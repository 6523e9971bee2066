package org.accountinghub.connectors.spi;

import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Translation;

/**
 * What a delivery would do with a document, found out without writing anything.
 *
 * @param notes what it would change on the way: a cut text, a replaced character, an article it would create
 * @param problems why the partner would not get it; empty = it would be sent
 * @param unanswered what the partner could not be asked just now, so that more may stand against it
 */
public record Rehearsal(List<String> notes, List<Problem> problems, Optional<Problem> unanswered) {

    public Rehearsal {
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
    }

    /** Nothing stands against it. */
    public static Rehearsal noting(List<String> notes) {
        return new Rehearsal(notes, List.of(), Optional.empty());
    }

    /** Of what is sent as it was translated. */
    public static Rehearsal of(Translation<?> translation) {
        return translation instanceof Translation.Done<?> done
                ? noting(done.notes())
                : new Rehearsal(List.of(), ((Translation.Refused<?>) translation).problems(), Optional.empty());
    }

    /** Of what would end so: in a rejection, or without an answer to what was asked. */
    public static Rehearsal of(Outcome failure) {
        return failure instanceof Outcome.Rejected rejected
                ? new Rehearsal(List.of(), List.of(rejected.problem()), Optional.empty())
                : new Rehearsal(List.of(), List.of(), Optional.of(failure.problem()));
    }

    /**
     * Of what is looked for first; empty = it is not there.
     *
     * @param there says that it is, its number to follow: {@code Fortnox has the customer as number}
     */
    public static Optional<Rehearsal> of(Finding finding, String there) {
        return finding.settled()
                .map(outcome -> outcome instanceof Outcome.Delivered delivered
                        ? noting(List.of(there + " " + delivered.document().number()))
                        : of(outcome));
    }
}
