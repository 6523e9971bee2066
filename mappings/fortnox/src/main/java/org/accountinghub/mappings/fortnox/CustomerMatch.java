package org.accountinghub.mappings.fortnox;

import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.fortnox.wire.CustomerItem;
import org.accountinghub.mappings.fortnox.wire.FortnoxCustomer;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.SameCustomer;

/** Whether a customer found at Fortnox is ours. */
public final class CustomerMatch {

    private CustomerMatch() {}

    /**
     * A customer found under a number: ours when the organisation numbers agree or, where either side lacks one, the
     * names do; and when it is active.
     *
     * @return why it must not be bound; empty = it is ours
     */
    public static Optional<Problem> confirm(Customer ours, FortnoxCustomer theirs) {
        String number = theirs.customerNumber().orElse(ours.number());
        if (!SameCustomer.agrees(ours, theirs.name(), theirs.organisationNumber())) {
            return Optional.of(Problem.of(
                            "fortnox.customer-number-taken",
                            Problem.Stage.MAPPING,
                            "Customer number " + number + " belongs to another company at Fortnox: \""
                                    + theirs.name().orElse("") + "\" there, \"" + ours.name() + "\" here.",
                            "Compare organisation number and name in both systems, then correct them or give our"
                                    + " customer another number.")
                    .at("CustomerNumber"));
        }
        if (theirs.active().isPresent() && !theirs.active().get()) {
            return Optional.of(Problem.of(
                            "fortnox.customer-inactive",
                            Problem.Stage.MAPPING,
                            "Customer " + number + " is inactive at Fortnox.",
                            "Activate the customer at Fortnox.")
                    .at("Active"));
        }
        return Optional.empty();
    }

    /** Hits of a search by organisation number that really have it: Fortnox searches by substring. */
    public static List<CustomerItem> withRegistration(RegistrationNumber number, List<CustomerItem> hits) {
        return SameCustomer.withRegistration(number, hits, CustomerItem::organisationNumber);
    }
}
