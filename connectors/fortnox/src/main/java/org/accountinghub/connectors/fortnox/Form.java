package org.accountinghub.connectors.fortnox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.fortnox.wire.FortnoxDocument;
import org.accountinghub.mappings.fortnox.wire.NewTaxReduction.ReferenceDocumentType;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.model.Translation;

/**
 * What a billable order becomes at Fortnox, an invoice or an order: how it is written, read and compared.
 *
 * @param <N> the form in which it is created
 * @param <F> the form in which Fortnox has it
 */
interface Form<N, F extends FortnoxDocument> {

    /** What people call it: {@code invoice}. */
    String noun();

    /** What a tax reduction calls it. */
    ReferenceDocumentType type();

    Translation<N> translate(BillableOrder order, String customerNumber, Set<String> knownArticles);

    /** One POST. */
    Reply<F> create(N content, Instant begun, Conversation conversation);

    Reply<F> read(String number, Conversation conversation);

    /** Numbers of those that carry exactly this reference, as a list tells. */
    Reply<List<String>> listed(Reference reference, Conversation conversation);

    /** Whether one with our reference is a delivery of ours at all, as a credit note is not. */
    boolean counts(Reference reference, F found);

    /** Neither cancelled nor credited. */
    boolean alive(F found);

    /** What a person has done with it so that nothing more can be; empty = nothing. */
    Optional<Problem> closed(F found);

    Optional<LocalDate> date(F found);

    Comparison compare(BillableOrder order, F found);

    /** Why it is not what was sent; empty = it is. */
    Optional<Problem> confirm(BillableOrder order, String customerNumber, F found);
}
