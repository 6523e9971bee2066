package org.accountinghub.connectors.spi;

import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.Problem;

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
}
