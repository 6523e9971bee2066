package org.accountinghub.connectors.http;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.SourceKey;

/**
 * Brings a customer: the bound one confirmed; else one found by our number, else by registration number; else created. Its
 * registration number shows in no exchange.
 */
public final class CustomerDelivery implements Delivery<Customer> {

    /** The customers that a partner has. A finding is of one that was compared with ours. */
    public interface There {

        /** How one is created: by what it is found again. */
        Step creation();

        Finding withId(String id, Customer ours, Conversation conversation);

        /** One with our number, wherever the partner keeps it. */
        Finding withOurNumber(Customer ours, Conversation conversation);

        Finding withRegistration(Customer ours, Conversation conversation);

        /** What creating it may have made since then. Not one that looks alike: that may be somebody else. */
        default Finding created(Customer ours, Instant since, Conversation conversation) {
            return withOurNumber(ours, conversation);
        }

        Outcome create(Customer ours, Instant begun, Conversation conversation);

        /** What creating it would come to. */
        Rehearsal rehearseCreation(Customer ours, Conversation conversation);

        PartnerProblems problems();
    }

    private final There customers;
    private final InstantSource clock;

    public CustomerDelivery(There customers, InstantSource clock) {
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    public List<Step> steps(Customer customer) {
        return List.of(customers.creation());
    }

    @Override
    public Outcome perform(Work<Customer> work, Conversation everything) {
        Instant begun = clock.instant();
        Customer ours = work.document();
        Conversation conversation = hiding(ours, everything);
        return there(ours, bound(work.bound()), conversation)
                .settled()
                .orElseGet(() -> customers.create(ours, begun, conversation));
    }

    @Override
    public Finding find(Work<Customer> work, Conversation everything) {
        Customer ours = work.document();
        Conversation conversation = hiding(ours, everything);
        return bound(work.bound())
                .map(id -> customers.withId(id, ours, conversation))
                .orElseGet(() -> customers.created(ours, work.firstIntent(), conversation));
    }

    @Override
    public Rehearsal rehearse(Customer ours, Map<String, String> bound, Conversation everything) {
        Conversation conversation = hiding(ours, everything);
        return Rehearsal.of(
                        there(ours, bound(bound), conversation),
                        customers.problems().system() + " has the customer as number")
                .orElseGet(() -> customers.rehearseCreation(ours, conversation));
    }

    private Finding there(Customer ours, Optional<String> bound, Conversation conversation) {
        if (bound.isPresent()) {
            Finding known = customers.withId(bound.get(), ours, conversation);
            return known instanceof Finding.Absent
                    ? new Finding.Disagrees(customers.problems().gone("customer", ours.number()))
                    : known;
        }
        Finding numbered = customers.withOurNumber(ours, conversation);
        return numbered instanceof Finding.Absent ? customers.withRegistration(ours, conversation) : numbered;
    }

    private static Optional<String> bound(Map<String, String> bound) {
        return Optional.ofNullable(bound.get(SourceKey.CUSTOMER));
    }

    private static Conversation hiding(Customer ours, Conversation everything) {
        return Hiding.of(SecretNumbers.of(ours), everything);
    }
}
