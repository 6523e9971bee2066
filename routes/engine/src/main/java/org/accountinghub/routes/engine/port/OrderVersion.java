package org.accountinghub.routes.engine.port;

import java.util.List;
import org.accountinghub.mappings.model.DocumentKey;

/**
 * A document of the store and which content it has now.
 *
 * @param content differs after every change of what would be invoiced, and when the order is cancelled
 * @param cancelled whether its order is cancelled
 */
public record OrderVersion(DocumentKey key, String content, boolean cancelled) {

    /**
     * The documents of orders that were changed.
     *
     * @param mark where the next look begins; what was being saved meanwhile comes again
     */
    public record Changed(List<OrderVersion> documents, long mark) {
        public Changed {
            documents = List.copyOf(documents);
        }
    }
}
