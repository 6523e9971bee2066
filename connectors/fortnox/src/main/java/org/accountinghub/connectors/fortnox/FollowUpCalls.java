package org.accountinghub.connectors.fortnox;

import java.time.Instant;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.fortnox.wire.FortnoxInvoice;

/** The one request of each follow-up. Those that send something are GETs over there, and writes all the same. */
final class FollowUpCalls {

    private final FortnoxClient client;

    FollowUpCalls(FortnoxClient client) {
        this.client = client;
    }

    Reply<FortnoxInvoice> make(FollowUp followUp, String number, Instant begun, Conversation conversation) {
        String invoice = InvoiceForm.path(number);
        Reply<FortnoxInvoice.Body> reply = switch (followUp) {
            case BOOKKEEP -> client.put(invoice + "/bookkeep", FortnoxInvoice.Body.class, begun, conversation);
            case MARK_SENT -> client.put(invoice + "/externalprint", FortnoxInvoice.Body.class, begun, conversation);
            case EMAIL -> client.trigger(invoice + "/email", FortnoxInvoice.Body.class, begun, conversation);
            case E_INVOICE -> client.trigger(invoice + "/einvoice", FortnoxInvoice.Body.class, begun, conversation);
            case PRINT_SERVICE -> client.trigger(invoice + "/eprint", FortnoxInvoice.Body.class, begun, conversation);
        };
        return reply.map(FortnoxInvoice.Body::invoice);
    }
}
