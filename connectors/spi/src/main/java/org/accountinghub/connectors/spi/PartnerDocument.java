package org.accountinghub.connectors.spi;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a step made or found at the partner.
 *
 * @param id the partner's own id, to read it by; it stays whatever people change there
 * @param number what people call it there; they may change it
 * @param notes what the delivery changed or noticed on the way, for people: a cut text, a replaced character, a rounded total
 */
public record PartnerDocument(String id, String number, List<String> notes) {

    public PartnerDocument {
        notes = List.copyOf(notes);
    }

    /** The same with one note more. */
    public PartnerDocument noting(String note) {
        return new PartnerDocument(
                id, number, Stream.concat(notes.stream(), Stream.of(note)).toList());
    }
}
