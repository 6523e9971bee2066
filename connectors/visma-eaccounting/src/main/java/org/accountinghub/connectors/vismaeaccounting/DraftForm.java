package org.accountinghub.connectors.vismaeaccounting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.vismaeaccounting.Catalogue;
import org.accountinghub.mappings.vismaeaccounting.DraftTranslation;
import org.accountinghub.mappings.vismaeaccounting.EAccountingRules;
import org.accountinghub.mappings.vismaeaccounting.Recipient;
import org.accountinghub.mappings.vismaeaccounting.wire.Deductor;
import org.accountinghub.mappings.vismaeaccounting.wire.DocumentThere;
import org.accountinghub.mappings.vismaeaccounting.wire.DraftThere;
import org.accountinghub.mappings.vismaeaccounting.wire.InvoiceThere;
import org.accountinghub.mappings.vismaeaccounting.wire.NewDraft;

/** A billable order as an invoice draft; a person may have made the invoice of it already. */
final class DraftForm extends Form<NewDraft, DraftThere> {

    static final String PATH = "/customerinvoicedrafts";

    private final Newest newest;
    private final DraftTranslation translation;

    DraftForm(VismaClient client, Newest newest, EAccountingRules rules) {
        super(client, PATH, "invoice draft", DraftThere.class);
        this.newest = newest;
        this.translation = new DraftTranslation(rules);
    }

    static String path(String id) {
        return PATH + "/" + VismaClient.segment(id);
    }

    @Override
    Translation<NewDraft> translate(BillableOrder order, Recipient recipient, Catalogue catalogue) {
        return translation.translate(order, recipient, catalogue);
    }

    @Override
    NewDraft shared(NewDraft content, List<Deductor> by) {
        return content.shared(by);
    }

    @Override
    Reply<List<DocumentThere>> since(Instant since, Conversation conversation) {
        return newest.drafts(since, conversation)
                .then(drafts -> newest.invoices(since, conversation).map(invoices -> {
                    List<DocumentThere> all = new ArrayList<>(drafts);
                    all.addAll(invoices);
                    return all;
                }));
    }

    @Override
    PartnerDocument known(DocumentThere found, List<String> notes) {
        if (found instanceof InvoiceThere invoice) {
            return new PartnerDocument(
                    invoice.identity().orElse(""), invoice.invoiceNumber().orElse(""), notes);
        }
        String id = found.id().orElse("");
        return new PartnerDocument(id, id, notes);
    }
}
