package org.accountinghub.connectors.vismaeaccounting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.vismaeaccounting.Catalogue;
import org.accountinghub.mappings.vismaeaccounting.DocumentMatch;
import org.accountinghub.mappings.vismaeaccounting.DraftTranslation;
import org.accountinghub.mappings.vismaeaccounting.EAccountingRules;
import org.accountinghub.mappings.vismaeaccounting.Recipient;
import org.accountinghub.mappings.vismaeaccounting.wire.Deductor;
import org.accountinghub.mappings.vismaeaccounting.wire.DocumentThere;
import org.accountinghub.mappings.vismaeaccounting.wire.DraftThere;
import org.accountinghub.mappings.vismaeaccounting.wire.InvoiceThere;
import org.accountinghub.mappings.vismaeaccounting.wire.NewDraft;

/** A billable order as an invoice draft; a person may have made the invoice of it already. */
final class DraftForm implements Form<NewDraft, DraftThere> {

    static final String PATH = "/customerinvoicedrafts";

    private static final DocumentMatch MATCH = new DocumentMatch("invoice draft");

    private final VismaClient client;
    private final Newest newest;
    private final DraftTranslation translation;

    DraftForm(VismaClient client, Newest newest, EAccountingRules rules) {
        this.client = client;
        this.newest = newest;
        this.translation = new DraftTranslation(rules);
    }

    static String path(String id) {
        return PATH + "/" + VismaClient.segment(id);
    }

    @Override
    public String noun() {
        return "invoice draft";
    }

    @Override
    public DocumentMatch match() {
        return MATCH;
    }

    @Override
    public Translation<NewDraft> translate(BillableOrder order, Recipient recipient, Catalogue catalogue) {
        return translation.translate(order, recipient, catalogue);
    }

    @Override
    public Reply<DraftThere> create(NewDraft content, Instant begun, Conversation conversation) {
        return client.post(PATH, content, DraftThere.class, begun, conversation);
    }

    @Override
    public Reply<Boolean> replace(String id, NewDraft content, Instant begun, Conversation conversation) {
        return client.act("PUT", path(id), content, begun, conversation);
    }

    @Override
    public NewDraft shared(NewDraft content, List<Deductor> by) {
        return content.shared(by);
    }

    @Override
    public Reply<DraftThere> read(String id, Conversation conversation) {
        return client.read(path(id), Map.of(), DraftThere.class, conversation);
    }

    @Override
    public Reply<List<DocumentThere>> since(Instant since, Conversation conversation) {
        return newest.drafts(since, conversation)
                .then(drafts -> newest.invoices(since, conversation).map(invoices -> {
                    List<DocumentThere> all = new ArrayList<>(drafts);
                    all.addAll(invoices);
                    return all;
                }));
    }

    @Override
    public PartnerDocument known(DocumentThere found, List<String> notes) {
        if (found instanceof InvoiceThere invoice) {
            return new PartnerDocument(
                    invoice.identity().orElse(""), invoice.invoiceNumber().orElse(""), notes);
        }
        String id = found.id().orElse("");
        return new PartnerDocument(id, id, notes);
    }
}
