package org.accountinghub.mappings.fortnox;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.accountinghub.mappings.fortnox.wire.CustomerItem;
import org.accountinghub.mappings.fortnox.wire.FortnoxCustomer;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.RegistrationNumber;

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
        if (!agrees(ours, theirs.name(), theirs.organisationNumber())) {
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
        return hits.stream()
                .filter(hit -> significant(Optional.of(number).map(RegistrationNumber::value))
                                .isPresent()
                        && hit.organisationNumber().filter(number::sameAs).isPresent())
                .toList();
    }

    private static boolean agrees(Customer ours, Optional<String> theirName, Optional<String> theirNumber) {
        Optional<String> ourNumber = significant(ours.registration().map(RegistrationNumber::value));
        Optional<String> foreign = significant(theirNumber);
        if (ourNumber.isPresent() && foreign.isPresent()) {
            return ourNumber.equals(foreign);
        }
        return theirName
                .map(CustomerMatch::normalised)
                .filter(name -> name.equals(normalised(ours.name())))
                .isPresent();
    }

    /** Without what people write where a number is demanded and they have none, such as 000000-0000. */
    private static Optional<String> significant(Optional<String> number) {
        return number.map(value -> RegistrationNumber.organisation(value).digits())
                .filter(digits -> !digits.matches("(\\d?)\\1*"));
    }

    private static String normalised(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
