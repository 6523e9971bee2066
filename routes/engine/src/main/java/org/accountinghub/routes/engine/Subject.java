package org.accountinghub.routes.engine;

import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.SourceKey;

/** What a transfer carries. */
public sealed interface Subject {

    /** The order or customer it is about, in the service system. */
    SourceKey source();

    /** A customer, so that documents can name it. */
    record OfCustomer(SourceKey source) implements Subject {}

    /** One payer's part of one order. */
    record OfDocument(DocumentKey key) implements Subject {
        @Override
        public SourceKey source() {
            return key.order();
        }
    }
}
