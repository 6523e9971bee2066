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
import org.accountinghub.mappings.vismaeaccounting.EAccountingRules;
import org.accountinghub.mappings.vismaeaccounting.OrderTranslation;
import org.accountinghub.mappings.vismaeaccounting.Recipient;
import org.accountinghub.mappings.vismaeaccounting.wire.Deductor;
import org.accountinghub.mappings.vismaeaccounting.wire.DocumentThere;
import org.accountinghub.mappings.vismaeaccounting.wire.NewOrder;
import org.accountinghub.mappings.vismaeaccounting.wire.OrderThere;

/** A billable order as an order. */
final class OrderForm implements Form<NewOrder, OrderThere> {

    static final String PATH = "/orders";

    private static final DocumentMatch MATCH = new DocumentMatch("order");

    private final VismaClient client;
    private final Newest newest;
    private final OrderTranslation translation;

    OrderForm(VismaClient client, Newest newest, EAccountingRules rules) {
        this.client = client;
        this.newest = newest;
        this.translation = new OrderTranslation(rules);
    }

    static String path(String id) {
        return PATH + "/" + VismaClient.segment(id);
    }

    @Override
    public String noun() {
        return "order";
    }

    @Override
    public DocumentMatch match() {
        return MATCH;
    }

    @Override
    public Translation<NewOrder> translate(BillableOrder order, Recipient recipient, Catalogue catalogue) {
        return translation.translate(order, recipient, catalogue);
    }

    @Override
    public Reply<OrderThere> create(NewOrder content, Instant begun, Conversation conversation) {
        return client.post(PATH, content, OrderThere.class, begun, conversation);
    }

    @Override
    public Reply<Boolean> replace(String id, NewOrder content, Instant begun, Conversation conversation) {
        return client.act("PUT", path(id), content, begun, conversation);
    }

    @Override
    public NewOrder shared(NewOrder content, List<Deductor> by) {
        return content.shared(by);
    }

    @Override
    public Reply<OrderThere> read(String id, Conversation conversation) {
        return client.read(path(id), Map.of(), OrderThere.class, conversation);
    }

    @Override
    public Reply<List<DocumentThere>> since(Instant since, Conversation conversation) {
        return newest.orders(since, conversation).map(List::<DocumentThere>copyOf);
    }

    @Override
    public PartnerDocument known(DocumentThere found, List<String> notes) {
        String number = found instanceof OrderThere order ? order.number().orElse("") : "";
        return new PartnerDocument(found.id().orElse(""), number, notes);
    }
}
