package org.accountinghub.connectors.fortnox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.accountinghub.connectors.http.CustomerDelivery;
import org.accountinghub.connectors.http.PartnerProblems;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Delivered;
import org.accountinghub.connectors.spi.Outcome.Rejected;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.fortnox.CustomerTranslation;
import org.accountinghub.mappings.fortnox.wire.FortnoxCustomer;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Translation;

/**
 * Fortnox's customers: found by number or by organisation number, created under our own number, which Fortnox gives only
 * once.
 */
final class FortnoxCustomers implements CustomerDelivery.There {

    static final String CUSTOMERS = "/customers";
    static final String NUMBER_TAKEN = "fortnox.customer-number-taken";

    private final FortnoxClient client;
    private final CustomerSearch search;

    FortnoxCustomers(FortnoxClient client) {
        this.client = client;
        this.search = new CustomerSearch(client);
    }

    @Override
    public Step creation() {
        return Step.create(IdempotencyClass.B, Duration.ZERO);
    }

    @Override
    public Finding withId(String id, Customer ours, Conversation conversation) {
        return search.byNumber(ours, id, conversation);
    }

    @Override
    public Finding withOurNumber(Customer ours, Conversation conversation) {
        return withId(ours.number(), ours, conversation);
    }

    @Override
    public Finding withRegistration(Customer ours, Conversation conversation) {
        return search.byRegistration(ours, conversation);
    }

    @Override
    public Rehearsal rehearseCreation(Customer ours, Conversation conversation) {
        return Rehearsal.of(CustomerTranslation.toCreate(ours));
    }

    @Override
    public Outcome create(Customer ours, Instant begun, Conversation conversation) {
        Outcome outcome = post(CustomerTranslation.toCreate(ours), begun, conversation);
        if (outcome instanceof Delivered delivered
                && !delivered.document().number().equals(ours.number())) {
            String number = delivered.document().number();
            List<String> notes = new ArrayList<>(delivered.document().notes());
            notes.add("Fortnox gave the customer the number " + number + " instead of " + ours.number());
            return new Delivered(new PartnerDocument(number, number, notes));
        }
        return numberTaken(outcome)
                ? withOurNumber(ours, conversation)
                        .settled()
                        .filter(Delivered.class::isInstance)
                        .orElse(outcome)
                : outcome;
    }

    Outcome post(Translation<FortnoxCustomer> translation, Instant begun, Conversation conversation) {
        if (translation instanceof Translation.Refused<FortnoxCustomer> refused) {
            return new Rejected(refused.combined());
        }
        var translated = (Translation.Done<FortnoxCustomer>) translation;
        Reply<FortnoxCustomer.Body> reply = client.post(
                CUSTOMERS,
                new FortnoxCustomer.Body(translated.value()),
                FortnoxCustomer.Body.class,
                begun,
                conversation);
        return reply instanceof Said<FortnoxCustomer.Body> said
                ? said.body()
                        .customer()
                        .customerNumber()
                        .<Outcome>map(number -> new Delivered(new PartnerDocument(number, number, translated.notes())))
                        .orElseGet(() -> FortnoxProblems.unreadable("it names no customer number", true))
                : ((Failed<FortnoxCustomer.Body>) reply).outcome();
    }

    /** Someone was quicker, or an earlier request of ours came late. */
    private static boolean numberTaken(Outcome outcome) {
        return outcome instanceof Rejected rejected
                && rejected.problem().cause().equals(NUMBER_TAKEN);
    }

    @Override
    public PartnerProblems problems() {
        return FortnoxProblems.COMMON;
    }
}
