package org.accountinghub.connectors.vismaeaccounting;

import java.time.Instant;
import java.util.List;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.vismaeaccounting.Catalogue;
import org.accountinghub.mappings.vismaeaccounting.DocumentMatch;
import org.accountinghub.mappings.vismaeaccounting.Recipient;
import org.accountinghub.mappings.vismaeaccounting.wire.Deductor;
import org.accountinghub.mappings.vismaeaccounting.wire.DocumentThere;

/**
 * What a billable order becomes at eAccounting, a draft or an order: how it is written, read and found.
 *
 * @param <N> the form in which it is created
 * @param <T> the form in which eAccounting has it
 */
interface Form<N, T extends DocumentThere> {

    /** What people call it: {@code order}. */
    String noun();

    DocumentMatch match();

    Translation<N> translate(BillableOrder order, Recipient recipient, Catalogue catalogue);

    /** One POST. */
    Reply<T> create(N content, Instant begun, Conversation conversation);

    /** One PUT. */
    Reply<Boolean> replace(String id, N content, Instant begun, Conversation conversation);

    /** The same with what each person asks for of the tax reduction. */
    N shared(N content, List<Deductor> by);

    Reply<T> read(String id, Conversation conversation);

    /** What was made since then, with its rows, and what has been made of it; older ones may be among them. */
    Reply<List<DocumentThere>> since(Instant since, Conversation conversation);

    /** How the hub knows one of those. */
    PartnerDocument known(DocumentThere found, List<String> notes);
}
