package org.accountinghub.routes.demo.data;

import java.util.List;
import java.util.Optional;

/**
 * A customer's facility with the service objects in it.
 *
 * @param invoicedTo customer number of who pays for everything there
 */
public record DemoPlace(
        String customer,
        String name,
        String street,
        String postalCode,
        String city,
        Optional<String> orderNumber,
        Optional<String> invoicedTo,
        List<DemoObject> objects) {

    /** @param invoicedTo customer number of who pays for this one */
    public record DemoObject(String name, String serialNumber, Optional<String> invoicedTo) {}
}
