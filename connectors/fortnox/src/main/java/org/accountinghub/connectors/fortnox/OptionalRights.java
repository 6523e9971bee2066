package org.accountinghub.connectors.fortnox;

import java.util.Set;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Blocked;
import org.accountinghub.connectors.spi.Outcome.Rejected;
import org.accountinghub.mappings.model.Problem;

/**
 * Rights that only some documents need. A connection that lacks one goes on with all the others, so its lack is this
 * document's problem and does not hold the connection.
 */
final class OptionalRights {

    private static final Set<String> LACKING = Set.of("fortnox.right-missing", "fortnox.forbidden");

    private static final String CAUSE = "right-missing-";

    private OptionalRights() {}

    static boolean lacks(String right, Problem problem) {
        return problem.cause().equals("fortnox." + CAUSE + right);
    }

    /** The outcome of a call that needs this right. */
    static Outcome needed(String right, Outcome outcome) {
        if (!(outcome instanceof Blocked blocked)
                || !LACKING.contains(blocked.problem().cause())) {
            return outcome;
        }
        return new Rejected(FortnoxProblems.partner(
                        CAUSE + right,
                        "The consent or the company's licence lacks the right " + right + ", which this needs.",
                        "Check the company's licences in Fortnox, consent again with the right " + right
                                + " among the connection's scopes, and retry.")
                .at("right " + right)
                .inWordsOfPartner(blocked.problem().partnerSays().orElse("")));
    }
}
