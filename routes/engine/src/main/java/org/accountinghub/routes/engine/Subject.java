package org.accountinghub.routes.engine;

import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.SourceKey;

/** What a transfer carries. */
public sealed interface Subject {

    /** The order or record it is about, in the service system. */
    SourceKey source();

    /** A customer, so that documents can name it. */
    record OfCustomer(SourceKey source) implements Subject {}

    /** An article that the partner does not have yet. */
    record OfArticle(SourceKey source) implements Subject {}

    /** A customer or an article that is on both sides, to be made alike: what differs is found out when it is claimed. */
    record OfRecord(SourceKey source) implements Subject {}

    /** One payer's part of one order. */
    record OfDocument(DocumentKey key) implements Subject {
        @Override
        public SourceKey source() {
            return key.order();
        }
    }
}
