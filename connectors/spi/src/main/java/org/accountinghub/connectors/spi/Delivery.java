package org.accountinghub.connectors.spi;

import java.util.List;
import java.util.Map;

/**
 * How one kind of document is delivered: an ordered list of steps, each written once and findable afterwards.
 *
 * @param <D> the document
 */
public interface Delivery<D> {

    /** The steps for this document, in order; at least one. Depends on nothing but the document and the settings. */
    List<Step> steps(D document);

    /**
     * Does one step: reads as it needs, then writes at most once and never re-sends. Never throws for what a partner or
     * the network does; an exception is a bug.
     */
    Outcome perform(Work<D> work, Conversation conversation);

    /** Looks for what an earlier attempt of this step may have done. Writes nothing. */
    Finding find(Work<D> work, Conversation conversation);

    /**
     * What it would do with this document. Reads as it needs, writes nothing.
     *
     * @param bound as in {@link Work}; empty while the partner does not have the customer
     */
    Rehearsal rehearse(D document, Map<String, String> bound, Conversation conversation);
}
