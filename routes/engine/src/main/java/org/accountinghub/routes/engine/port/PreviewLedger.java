package org.accountinghub.routes.engine.port;

import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.Transfer;

/** What the ledger knows that bears on a document before it is sent. Reads only. */
public interface PreviewLedger {

    /** Every transfer of a document of an order with this number, of all kinds, subgroups and generations. */
    List<Known> documentsOf(String number);

    /** The customer at the partner, when bound. */
    Optional<CustomerThere> customerThere(String connection, SourceKey customer);

    /** The bound customer as it was when it was sent. */
    Optional<Customer> customerAsSent(String connection, SourceKey customer);

    /** The newest transfer that brings this customer; withdrawn and superseded ones aside. */
    Optional<Transfer> customerTransfer(String connection, SourceKey customer);

    /** The problem that names the other document which holds one of these rows, so that this one would be refused. */
    Optional<Problem> heldElsewhere(DocumentKey document, List<String> rowIds);

    /**
     * A transfer of a document.
     *
     * @param sent the frozen content, once something of it may exist at the partner
     */
    record Known(OperatorLedger.Row row, DocumentKey key, Optional<BillableOrder> sent) {}
}
