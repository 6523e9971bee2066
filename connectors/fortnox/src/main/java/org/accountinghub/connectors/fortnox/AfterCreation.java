package org.accountinghub.connectors.fortnox;

import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.Problem;

/** What all steps share that come after the creation of a document. */
final class AfterCreation {

    private AfterCreation() {}

    /** The document that they are about. */
    static PartnerDocument created(Work<?> work) {
        return work.done(Step.CREATE)
                .orElseThrow(() ->
                        new IllegalArgumentException(work.step().name() + " comes after the creation of its document"));
    }

    /**
     * A problem that does not hide that the document is there.
     *
     * @param lacks what the document does not have yet, or is not
     */
    static Problem without(Problem problem, String noun, PartnerDocument made, String lacks) {
        return new Problem(
                problem.cause(),
                problem.stage(),
                problem.field(),
                "The " + noun + " is in Fortnox, as number " + made.number() + ", and " + lacks + ": "
                        + problem.reason(),
                problem.remedy(),
                problem.partnerSays());
    }

    static Problem gone(String noun, PartnerDocument made) {
        return FortnoxProblems.partner(
                noun + "-gone",
                "The " + noun + " " + made.number() + " that the hub made is gone from Fortnox.",
                "Find out who deleted it and why; then dismiss the transfer or send the order again.");
    }
}
