package org.accountinghub.routes.operations;

import java.time.Instant;
import java.util.Map;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.port.MatchLine;
import org.accountinghub.routes.engine.port.RegisterMatches;

/**
 * A report of what matches, in numbers.
 *
 * @param linked pairs that were linked before
 * @param counts lines by class
 * @param open lines nobody has decided about, by class
 * @param replaced whether there is a newer report, so that this one decides nothing any more
 */
public record MatchSummary(
        long id,
        String connection,
        Register register,
        Instant made,
        long linked,
        Map<MatchLine.Kind, Long> counts,
        Map<MatchLine.Kind, Long> open,
        boolean replaced) {

    static MatchSummary of(RegisterMatches.Match match) {
        return new MatchSummary(
                match.id(),
                match.connection(),
                match.register(),
                match.made(),
                match.linked(),
                match.counts(),
                match.open(),
                match.replaced());
    }
}
