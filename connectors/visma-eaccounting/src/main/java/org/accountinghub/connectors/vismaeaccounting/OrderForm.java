package org.accountinghub.connectors.vismaeaccounting;

import java.time.Instant;
import java.util.List;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.vismaeaccounting.Catalogue;
import org.accountinghub.mappings.vismaeaccounting.EAccountingRules;
import org.accountinghub.mappings.vismaeaccounting.OrderTranslation;
import org.accountinghub.mappings.vismaeaccounting.Recipient;
import org.accountinghub.mappings.vismaeaccounting.wire.Deductor;
import org.accountinghub.mappings.vismaeaccounting.wire.DocumentThere;
import org.accountinghub.mappings.vismaeaccounting.wire.NewOrder;
import org.accountinghub.mappings.vismaeaccounting.wire.OrderThere;

/** A billable order as an order. */
final class OrderForm extends Form<NewOrder, OrderThere> {

    static final String PATH = "/orders";

    private final Newest newest;
    private final OrderTranslation translation;

    OrderForm(VismaClient client, Newest newest, EAccountingRules rules) {
        super(client, PATH, "order", OrderThere.class);
        this.newest = newest;
        this.translation = new OrderTranslation(rules);
    }

    static String path(String id) {
        return PATH + "/" + VismaClient.segment(id);
    }

    @Override
    Translation<NewOrder> translate(BillableOrder order, Recipient recipient, Catalogue catalogue) {
        return translation.translate(order, recipient, catalogue);
    }

    @Override
    NewOrder shared(NewOrder content, List<Deductor> by) {
        return content.shared(by);
    }

    @Override
    Reply<List<DocumentThere>> since(Instant since, Conversation conversation) {
        return newest.orders(since, conversation).map(List::<DocumentThere>copyOf);
    }

    @Override
    PartnerDocument known(DocumentThere found, List<String> notes) {
        String number = found instanceof OrderThere order ? order.number().orElse("") : "";
        return new PartnerDocument(found.id().orElse(""), number, notes);
    }
}
