package org.accountinghub.connectors.vismaeaccounting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.BillableOrder;

/** One business of a document's delivery, with its steps: its articles, itself, its tax reduction, the invoice made of it. */
interface Part {

    /** By document and settings, possibly none. */
    List<Step> steps(BillableOrder order);

    /** By the step's name and what was done before it: the settings may have changed since the steps were fixed. */
    boolean does(Work<BillableOrder> work);

    /** @param begun when this attempt at the step began */
    Outcome perform(Work<BillableOrder> work, Instant begun, Conversation conversation);

    Finding find(Work<BillableOrder> work, Conversation conversation);

    /** @param bound as in {@link Work} */
    Rehearsal rehearse(BillableOrder order, Map<String, String> bound, Conversation conversation);
}
