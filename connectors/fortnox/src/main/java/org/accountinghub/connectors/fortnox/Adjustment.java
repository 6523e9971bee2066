package org.accountinghub.connectors.fortnox;

import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Rejected;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Problem;

/** Something about an order that is looked at in Fortnox before it is written, and perhaps changed by the connection's policy. */
interface Adjustment {

    /**
     * An order as it is sent.
     *
     * @param notes what was changed
     */
    record Adjusted(BillableOrder order, List<String> notes) {}

    Reply<Adjusted> adjust(BillableOrder order, Conversation conversation);

    /** Why Fortnox would refuse it all the same; for a look before sending. */
    default Reply<Optional<Problem>> inTheWay(BillableOrder order, Conversation conversation) {
        return new Said<>(Optional.empty());
    }

    /** Fortnox's refusal of an order that was adjusted, in more words where this knows them. */
    default Outcome explained(Rejected refused, BillableOrder sent, Conversation conversation) {
        return refused;
    }
}
