package org.accountinghub.routes.engine.port;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;

/** The store's orders as they stand, wanted or not, ready or not, sent or not. Reading takes no locks. */
public interface StoredOrders {

    /** The documents that every order of this number consists of now, by subgroup, kind and payer; empty = not narrowed. */
    List<DocumentKey> documentsOf(String number, Optional<String> kind, Optional<String> subgroup);

    /** The document as it reads now, also when it is not wanted yet or was sent long ago. */
    Reading<BillableOrder> asItStands(DocumentKey key, LocalDate documentDate);

    /** As {@link #documentsOf}, of one kind in every subgroup, with the version of their content. */
    List<OrderVersion> versionsOf(String number, String kind);

    /**
     * What was changed since a mark; by anybody, the hub included.
     *
     * @param mark of the look before; empty = nothing yet, which gives the mark to begin with
     */
    OrderVersion.Changed changedSince(Optional<Long> mark);

    /** Every rule that applied, in the order they apply; nothing for a document the store does not have. */
    List<AppliedRule> rules(DocumentKey key);
}
