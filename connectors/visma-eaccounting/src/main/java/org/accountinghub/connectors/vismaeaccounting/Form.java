package org.accountinghub.connectors.vismaeaccounting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
abstract class Form<N, T extends DocumentThere> {

    private final VismaClient client;
    private final String path;
    private final String noun;
    private final Class<T> type;

    /**
     * @param path where there are all of them
     * @param noun what people call one: {@code order}
     */
    Form(VismaClient client, String path, String noun, Class<T> type) {
        this.client = client;
        this.path = path;
        this.noun = noun;
        this.type = type;
    }

    final String noun() {
        return noun;
    }

    final DocumentMatch match() {
        return new DocumentMatch(noun);
    }

    /** Where one is. */
    final String at(String id) {
        return path + "/" + VismaClient.segment(id);
    }

    abstract Translation<N> translate(BillableOrder order, Recipient recipient, Catalogue catalogue);

    /** One POST. */
    final Reply<T> create(N content, Instant begun, Conversation conversation) {
        return client.post(path, content, type, begun, conversation);
    }

    /** One PUT. */
    final Reply<Boolean> replace(String id, N content, Instant begun, Conversation conversation) {
        return client.act("PUT", at(id), content, begun, conversation);
    }

    /** The same with what each person asks for of the tax reduction. */
    abstract N shared(N content, List<Deductor> by);

    final Reply<T> read(String id, Conversation conversation) {
        return client.read(at(id), Map.of(), type, conversation);
    }

    /** What was made since then, with its rows, and what has been made of it; older ones may be among them. */
    abstract Reply<List<DocumentThere>> since(Instant since, Conversation conversation);

    /** How the hub knows one of those. */
    abstract PartnerDocument known(DocumentThere found, List<String> notes);
}
