package org.accountinghub.mappings.vismaeaccounting;

import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.SameCustomer;
import org.accountinghub.mappings.vismaeaccounting.wire.CustomerThere;

/** Whether a customer found at eAccounting is ours. */
public final class CustomerMatch {

    private CustomerMatch() {}

    /**
     * A customer found under a number: ours when the organisation numbers agree or, where either side lacks one, the
     * names do; and when it is active.
     *
     * @return why it must not be bound; empty = it is ours
     */
    public static Optional<Problem> confirm(Customer ours, CustomerThere theirs) {
        String number = theirs.customerNumber().orElse(ours.number());
        if (!SameCustomer.agrees(shortened(ours), theirs.name(), theirs.corporateIdentityNumber())) {
            return Optional.of(Problem.of(
                            DraftTranslation.ROOM + ".customer-number-taken",
                            Problem.Stage.MAPPING,
                            "Customer number " + number + " belongs to another company at eAccounting: \""
                                    + theirs.name().orElse("") + "\" there, \"" + ours.name() + "\" here.",
                            "Compare organisation number and name in both systems, then correct them or give our"
                                    + " customer another number.")
                    .at("CustomerNumber"));
        }
        if (!theirs.isActive().orElse(true)) {
            return Optional.of(Problem.of(
                            DraftTranslation.ROOM + ".customer-inactive",
                            Problem.Stage.MAPPING,
                            "Customer " + number + " is inactive at eAccounting.",
                            "Activate the customer at eAccounting.")
                    .at("IsActive"));
        }
        return Optional.empty();
    }

    /** Hits of a search by organisation number that really have it. */
    public static List<CustomerThere> withRegistration(RegistrationNumber number, List<CustomerThere> hits) {
        return SameCustomer.withRegistration(number, hits, CustomerThere::corporateIdentityNumber);
    }

    /** Hits of a search by number that have exactly it. */
    public static List<CustomerThere> withNumber(String number, List<CustomerThere> hits) {
        return hits.stream()
                .filter(hit -> hit.customerNumber().filter(number::equals).isPresent())
                .toList();
    }

    /** eAccounting keeps the first part of a long name. */
    private static Customer shortened(Customer ours) {
        String name = CustomerTranslation.name(ours).orElse("");
        return name.equals(ours.name())
                ? ours
                : new Customer(
                        ours.key(),
                        name,
                        ours.type(),
                        ours.registration(),
                        ours.vatNumber(),
                        ours.invoiceAddress(),
                        ours.visitingAddress(),
                        ours.postalAddress(),
                        ours.email(),
                        ours.invoiceEmail(),
                        ours.phone(),
                        ours.contacts(),
                        ours.terms(),
                        ours.active(),
                        ours.extensions());
    }
}
