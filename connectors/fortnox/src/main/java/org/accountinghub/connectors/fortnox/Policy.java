package org.accountinghub.connectors.fortnox;

import java.util.List;

/**
 * What a company wants done where Fortnox could be told one thing or another.
 *
 * @param afterInvoice in the order in which they are done
 */
record Policy(
        UnknownArticle unknownArticle,
        WhenLocked whenLocked,
        InactiveCostCentre inactiveCostCentre,
        Clearing clearing,
        List<FollowUp> afterInvoice) {

    /** What happens to a row whose article Fortnox does not have. */
    enum UnknownArticle {
        TEXT_ROW,
        CREATE,
        REFUSE
    }

    /** What happens to an invoice whose date is in a locked period. */
    enum WhenLocked {
        HOLD,
        FIRST_OPEN_DATE
    }

    /** What happens to a document with a cost centre that is not used any more. */
    enum InactiveCostCentre {
        REFUSE,
        LEAVE_OUT
    }

    /** Which values of a register's record are deleted by Fortnox's word for that. */
    enum Clearing {
        NEVER,
        TEXTS,
        ALL
    }

    Policy {
        afterInvoice = afterInvoice.stream().distinct().sorted().toList();
    }
}
