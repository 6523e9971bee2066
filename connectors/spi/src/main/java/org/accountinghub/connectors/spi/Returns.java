package org.accountinghub.connectors.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.Reference;

/**
 * Tells what became of one kind of document at the partner. Reads only.
 *
 * @param <D> the document as it is there now
 */
public interface Returns<D> {

    /**
     * One page of the documents that changed at or after {@code since}, oldest first where the partner can. The same
     * document may come again; none may be missed.
     *
     * @param page token of the page, empty for the first
     */
    Answer<Page> changedSince(Instant since, Optional<String> page, Conversation conversation);

    /**
     * The id of the document that people call so; its id is taken too, and empty when there is none. Where documents go by what
     * people call them it is what was asked.
     */
    default Answer<Optional<String>> idOf(String called, Conversation conversation) {
        return new Answer.Value<>(Optional.of(called));
    }

    /** One document, whole; empty when the partner says that there is none. */
    Answer<Optional<D>> read(String id, Conversation conversation);

    /** Every document that carries exactly this reference, to notice doubles. */
    Answer<List<Brief>> carrying(Reference reference, Conversation conversation);

    /** A document as lists show it; {@code fingerprint} changes when anything the hub follows changes. */
    record Brief(String id, Optional<Reference> reference, String fingerprint) {}

    /** A page of briefs and the next page's token. */
    record Page(List<Brief> documents, Optional<String> next) {
        public Page {
            documents = List.copyOf(documents);
        }
    }
}
