package org.accountinghub.routes.engine.returns;

import org.accountinghub.connectors.spi.Returns.Brief;
import org.accountinghub.mappings.model.BillableOrder.Target;
import org.accountinghub.routes.engine.port.ReturnLedger.DeliveredDocument;

/** Takes what one fetch shows of one kind of documents. */
interface Following {

    Target madeAs();

    /** A document that a list shows as changed. */
    void seen(Brief brief);

    /** Reads a document of ours that no list has shown for long. */
    void silent(DeliveredDocument document);
}
