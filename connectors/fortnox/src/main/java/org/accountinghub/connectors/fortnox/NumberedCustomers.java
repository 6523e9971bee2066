package org.accountinghub.connectors.fortnox;

import java.time.Duration;
import java.time.Instant;
import org.accountinghub.connectors.http.CustomerDelivery;
import org.accountinghub.connectors.http.PartnerProblems;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.fortnox.CustomerTranslation;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Reference;

/**
 * Fortnox's customers where Fortnox gives the numbers: found by our number and name together or by organisation number,
 * created with our reference, by which one is known whose answer was lost.
 */
final class NumberedCustomers implements CustomerDelivery.There {

    private final FortnoxCustomers customers;
    private final CustomerSearch search;
    private final Duration lateness;

    NumberedCustomers(FortnoxClient client, Duration lateness) {
        this.customers = new FortnoxCustomers(client);
        this.search = new CustomerSearch(client);
        this.lateness = lateness;
    }

    @Override
    public Step creation() {
        return Step.create(IdempotencyClass.C, lateness);
    }

    @Override
    public Finding withId(String id, Customer ours, Conversation conversation) {
        return customers.withId(id, ours, conversation);
    }

    /** That somebody else has our number there says nothing. */
    @Override
    public Finding withOurNumber(Customer ours, Conversation conversation) {
        Finding finding = customers.withOurNumber(ours, conversation);
        return finding instanceof Finding.Disagrees disagrees
                        && disagrees.problem().cause().equals(FortnoxCustomers.NUMBER_TAKEN)
                ? new Finding.Absent()
                : finding;
    }

    @Override
    public Finding withRegistration(Customer ours, Conversation conversation) {
        return customers.withRegistration(ours, conversation);
    }

    @Override
    public Finding created(Customer ours, Instant since, Conversation conversation) {
        return search.byReference(ours, Reference.ofRecord(ours.key()).value(), since, conversation);
    }

    @Override
    public Outcome create(Customer ours, Instant begun, Conversation conversation) {
        return customers.post(CustomerTranslation.toCreateNumberedThere(ours), begun, conversation);
    }

    @Override
    public Rehearsal rehearseCreation(Customer ours, Conversation conversation) {
        return Rehearsal.of(CustomerTranslation.toCreateNumberedThere(ours));
    }

    @Override
    public PartnerProblems problems() {
        return customers.problems();
    }
}
