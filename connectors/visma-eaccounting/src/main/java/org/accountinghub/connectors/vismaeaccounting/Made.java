package org.accountinghub.connectors.vismaeaccounting;

import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.Problem;

/** What earlier steps made, for those that follow. */
final class Made {

    /** The draft of an invoice that is made of it at once; elsewhere the draft or order itself is {@link Step#CREATE}. */
    static final String DRAFT = "draft";

    private Made() {}

    /** The draft or order that an invoice is made of. */
    static PartnerDocument source(Work<?> work) {
        return work.done(DRAFT).or(() -> work.done(Step.CREATE)).orElseThrow(() -> missing(work));
    }

    static PartnerDocument created(Work<?> work) {
        return work.done(Step.CREATE).orElseThrow(() -> missing(work));
    }

    static PartnerDocument again(PartnerDocument made, String note) {
        return new PartnerDocument(made.id(), made.number(), List.of(note));
    }

    /** A problem that does not hide that something is there. */
    static Problem without(Problem problem, String noun, PartnerDocument made, String lacks) {
        return new Problem(
                problem.cause(),
                problem.stage(),
                problem.field(),
                "The " + noun + " is in eAccounting, as " + made.number() + ", and " + lacks + ": " + problem.reason(),
                problem.remedy(),
                problem.partnerSays());
    }

    static Problem gone(String noun, PartnerDocument made) {
        return VismaProblems.partner(
                noun.replace(' ', '-') + "-gone",
                "The " + noun + " " + made.number()
                        + " that the hub made is gone from eAccounting, and no invoice names it.",
                "Find out who deleted it and why; then dismiss the transfer or send the order again.");
    }

    /** The step's notes hold nothing that changes; {@code empty} where it was not done. */
    static Optional<PartnerDocument> draft(Work<?> work) {
        return work.done(DRAFT);
    }

    private static IllegalArgumentException missing(Work<?> work) {
        return new IllegalArgumentException(work.step().name() + " comes after the creation of its document");
    }
}
