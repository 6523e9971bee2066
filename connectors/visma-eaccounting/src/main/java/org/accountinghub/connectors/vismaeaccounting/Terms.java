package org.accountinghub.connectors.vismaeaccounting;

import java.time.InstantSource;
import java.util.Map;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.vismaeaccounting.CompanyTerms;
import org.accountinghub.mappings.vismaeaccounting.wire.TermsOfPayment;

/** The company's terms of payment, of which each new customer must have one. */
final class Terms {

    private static final int MOST_PAGES = 20;

    private final VismaLists lists;
    private final String usual;
    private final Kept<CompanyTerms> all;

    /** @param usual of customers without their own, by name or number of days */
    Terms(VismaLists lists, String usual, InstantSource clock) {
        this.lists = lists;
        this.usual = usual;
        this.all = new Kept<>(clock);
    }

    /** The id of the customer's terms. */
    Reply<String> of(Customer customer, Conversation conversation) {
        return called(customer.terms().paymentTerms().orElse(usual), conversation);
    }

    Reply<String> usual(Conversation conversation) {
        return called(usual, conversation);
    }

    Reply<CompanyTerms> all(Conversation conversation) {
        return all.orElse(() -> lists.whole(VismaLists.TERMS, Map.of(), MOST_PAGES, conversation)
                .map(CompanyTerms::new));
    }

    void forget() {
        all.forget();
    }

    private Reply<String> called(String name, Conversation conversation) {
        return all(conversation)
                .then(known -> known.called(name)
                        .flatMap(TermsOfPayment::id)
                        .<Reply<String>>map(Said::new)
                        .orElseGet(() -> new Failed<>(new Outcome.Rejected(VismaProblems.partner(
                                        "payment-terms-unknown",
                                        "eAccounting has no terms of payment called \"" + name + "\".",
                                        "Create them in eAccounting, or correct the customer's or the connection's"
                                                + " payment-terms, and retry.")
                                .at("payment terms")))));
    }
}
