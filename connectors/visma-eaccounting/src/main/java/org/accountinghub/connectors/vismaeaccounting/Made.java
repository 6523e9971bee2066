package org.accountinghub.connectors.vismaeaccounting;

import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;

/** What earlier steps made, for those that follow. */
final class Made {

    /** The draft of an invoice that is made of it at once; elsewhere the draft or order itself is {@link Step#CREATE}. */
    static final String DRAFT = "draft";

    private Made() {}

    /** The draft or order that an invoice is made of. */
    static PartnerDocument source(Work<?> work) {
        return work.done(DRAFT).orElseGet(work::created);
    }

    static PartnerDocument again(PartnerDocument made, String note) {
        return new PartnerDocument(made.id(), made.number(), List.of(note));
    }

    /** The step's notes hold nothing that changes; {@code empty} where it was not done. */
    static Optional<PartnerDocument> draft(Work<?> work) {
        return work.done(DRAFT);
    }
}
