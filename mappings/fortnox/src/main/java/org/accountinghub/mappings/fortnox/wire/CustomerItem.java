package org.accountinghub.mappings.fortnox.wire;

import java.util.List;
import java.util.Optional;

/** A customer as lists show it. Whether it is active they do not show. */
public record CustomerItem(
        Optional<String> customerNumber,
        Optional<String> name,
        Optional<String> organisationNumber,
        Optional<String> address1,
        Optional<String> address2,
        Optional<String> zipCode,
        Optional<String> city,
        Optional<String> email,
        Optional<String> phone) {

    @Override
    public String toString() {
        return "Fortnox customer " + customerNumber.orElse("without number");
    }

    /** {@code {"MetaInformation":{…},"Customers":[…]}}. */
    public record Page(Optional<MetaInformation> metaInformation, Optional<List<CustomerItem>> customers)
            implements FortnoxPage<CustomerItem> {

        @Override
        public List<CustomerItem> items() {
            return customers.orElse(List.of());
        }
    }
}
