package org.accountinghub.connectors.spi;

import java.util.List;
import org.accountinghub.mappings.model.Problem;

/**
 * One connection to one accounting system. What it can do is what it implements: {@link CustomerSink},
 * {@link InvoiceSink}, {@link InvoiceSource}, {@link Authorization}, …. Safe for use by several threads.
 */
public interface Connector extends AutoCloseable {

    /**
     * Tries the connection without writing anything: address, token, and each right the connector needs. Empty = all is
     * well; otherwise everything that is missing, not just the first.
     */
    List<Problem> check(Conversation conversation);

    @Override
    void close();
}
