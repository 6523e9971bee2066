package org.accountinghub.connectors.fortnox;

import org.accountinghub.mappings.model.Problem;

/** A problem with something that follows the creation of a document: the document is there all the same, and people must know. */
final class AfterCreation {

    private AfterCreation() {}

    /** @param lacks what the document does not have yet, or is not */
    static Problem without(Problem problem, String noun, String number, String lacks) {
        return new Problem(
                problem.cause(),
                problem.stage(),
                problem.field(),
                "The " + noun + " is in Fortnox, as number " + number + ", and " + lacks + ": " + problem.reason(),
                problem.remedy(),
                problem.partnerSays());
    }
}
