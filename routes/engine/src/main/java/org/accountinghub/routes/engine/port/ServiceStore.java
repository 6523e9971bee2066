package org.accountinghub.routes.engine.port;

import java.time.LocalDate;
import java.util.List;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;

/** The service system's store, as far as the engine reads and writes it. Reading takes no locks. */
public interface ServiceStore {

    /** The document as it is now. What the hub itself has told of this very document does not make it gone. */
    Reading<BillableOrder> document(DocumentKey key, LocalDate documentDate);

    Reading<Customer> customer(SourceKey key);

    /** Tells the store what became of a document. Safe to tell twice. */
    void tell(ReturnLedger.StoreNote note);

    /** What reading gave. */
    sealed interface Reading<T> {

        /** There it is, and it can be sent. */
        record Ready<T>(T content) implements Reading<T> {}

        /** It cannot be sent as it stands: everything that is wrong, not just the first. */
        record Unfit<T>(List<Problem> problems) implements Reading<T> {}

        /** It is not to be sent any more: invoiced by hand, cancelled, deleted, unsent. */
        record Gone<T>(String why) implements Reading<T> {}
    }
}
