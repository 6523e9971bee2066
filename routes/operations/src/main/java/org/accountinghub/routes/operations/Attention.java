package org.accountinghub.routes.operations;

import java.util.List;
import org.accountinghub.routes.engine.port.OperatorLedger;
import org.accountinghub.routes.engine.port.OperatorLedger.ProblemGroup;

/**
 * Whether anything needs a person, and what it means for the customers' invoices.
 *
 * @param kind of the problems counted in this line
 * @param causes groups of problems
 * @param orders orders concerned
 * @param transfers transfers concerned, those that wait for them included
 */
public record Attention(OperatorLedger.ProblemGroup.Kind kind, long causes, long orders, long transfers) {

    /** The most urgent kind first; nothing = nobody is needed. */
    static List<Attention> of(List<ProblemGroup> groups) {
        return groups.stream()
                .map(ProblemGroup::kind)
                .distinct()
                .sorted()
                .map(kind -> of(
                        kind,
                        groups.stream().filter(group -> group.kind() == kind).toList()))
                .toList();
    }

    private static Attention of(ProblemGroup.Kind kind, List<ProblemGroup> groups) {
        return new Attention(
                kind,
                groups.size(),
                groups.stream().mapToLong(ProblemGroup::orderCount).sum(),
                groups.stream().mapToLong(ProblemGroup::transfers).sum());
    }
}
