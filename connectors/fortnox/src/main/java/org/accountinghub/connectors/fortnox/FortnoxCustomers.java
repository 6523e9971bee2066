package org.accountinghub.connectors.fortnox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Reply<FortnoxCustomer.Body> reply = client.read(
                CUSTOMERS + "/" + FortnoxClient.segment(id), Map.of(), FortnoxCustomer.Body.class, conversation);
        if (reply instanceof Failed<FortnoxCustomer.Body> failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        return reply instanceof Said<FortnoxCustomer.Body> said
                ? CustomerSearch.confirmed(ours, said.body().customer(), List.of())
                : new Finding.Absent();
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
        Translation<FortnoxCustomer> translation = CustomerTranslation.toCreate(ours);
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
        if (reply instanceof Said<FortnoxCustomer.Body> said) {
            return created(ours, said.body().customer(), translated.notes());
        }
        Outcome failure = ((Failed<FortnoxCustomer.Body>) reply).outcome();
        return numberTaken(failure)
                ? withOurNumber(ours, conversation)
                        .settled()
                        .filter(Delivered.class::isInstance)
                        .orElse(failure)
                : failure;
    }

    private static Outcome created(Customer ours, FortnoxCustomer theirs, List<String> translationNotes) {
        Optional<String> number = theirs.customerNumber();
        if (number.isEmpty()) {
            return FortnoxProblems.unreadable("it names no customer number", true);
        }
        List<String> notes = new ArrayList<>(translationNotes);
        if (!number.get().equals(ours.number())) {
            notes.add("Fortnox gave the customer the number " + number.get() + " instead of " + ours.number());
        }
        return new Delivered(new PartnerDocument(number.get(), number.get(), notes));
    }

    /** Someone was quicker, or an earlier request of ours came late. */
    private static boolean numberTaken(Outcome outcome) {
        return outcome instanceof Rejected rejected
                && rejected.problem().cause().equals("fortnox.customer-number-taken");
    }

    @Override
    public PartnerProblems problems() {
        return FortnoxProblems.COMMON;
    }
}
