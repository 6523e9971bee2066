package org.accountinghub.mappings.example;

import org.accountinghub.mappings.model.Address;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Translation;

/** A customer as it is created there. */
public final class CustomerTranslation {

    private static final int LONGEST_NAME = 60;

    private CustomerTranslation() {}

    public static Translation<ExampleCustomer> translate(Customer customer) {
        Review review = new Review("example", Problem.Stage.MAPPING);
        if (customer.name().isBlank()) {
            review.refuse("name-missing", "name", "The customer has no name.", "Give the customer a name.");
        }
        if (customer.name().length() > LONGEST_NAME) {
            review.note("the name was cut after " + LONGEST_NAME + " characters");
        }
        return review.result(() -> new ExampleCustomer(
                customer.number(),
                customer.name()
                        .substring(0, Math.min(LONGEST_NAME, customer.name().length())),
                customer.registration().map(RegistrationNumber::value).orElse(""),
                customer.invoiceEmail(),
                customer.invoiceAddress().map(Address::city).orElse("")));
    }
}
