package org.accountinghub.connectors.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;

/** Tells what became of invoices at the partner. Reads only. */
public interface InvoiceSource extends Connector {

    /**
     * One page of the invoices that changed at or after {@code since}, oldest first where the partner can. The same
     * invoice may come again; none may be missed.
     *
     * @param page token of the page, empty for the first
     */
    Answer<Page> changedSince(Instant since, Optional<String> page, Conversation conversation);

    /** One invoice, whole. */
    Answer<Optional<Invoice>> read(String id, Conversation conversation);

    /** Every invoice that carries exactly this reference, to notice doubles. */
    Answer<List<Brief>> carrying(Reference reference, Conversation conversation);

    /** An invoice as lists show it; {@code fingerprint} changes when anything the hub follows changes. */
    record Brief(String id, Optional<Reference> reference, String fingerprint) {}

    /** A page of briefs and the next page's token. */
    record Page(List<Brief> invoices, Optional<String> next) {
        public Page {
            invoices = List.copyOf(invoices);
        }
    }

    /** What a read gave: a value, or why there is none now ({@link Outcome.Retry}, {@link Outcome.Blocked} or {@link Outcome.Rejected}). */
    sealed interface Answer<T> {

        /** The partner answered. */
        record Value<T>(T value) implements Answer<T> {}

        /** No answer to use. */
        record None<T>(Outcome why, Problem problem) implements Answer<T> {}
    }
}
