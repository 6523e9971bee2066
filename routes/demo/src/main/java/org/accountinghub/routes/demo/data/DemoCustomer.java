package org.accountinghub.routes.demo.data;

import java.util.List;
import java.util.Optional;

/**
 * A customer of the store.
 *
 * @param number the customer number
 * @param registration organisation number, or personal number of a private customer
 * @param more all else that stands in the register about it
 */
public record DemoCustomer(
        String number,
        String name,
        boolean isPrivate,
        Optional<String> registration,
        Columns more,
        List<DemoAddress> addresses,
        List<String> contacts) {

    /** @param use INVOICE, VISITING or POSTAL */
    public record DemoAddress(
            String use, String line1, String line2, String postalCode, String city, String countryCode) {}

    /** How sales to it are taxed, in the store contract's words. */
    String treatment() {
        return String.valueOf(more.values().getOrDefault("vat_treatment", "DOMESTIC"));
    }

    DemoCustomer inactive() {
        return with("active", false);
    }

    DemoCustomer with(String column, Object value) {
        return new DemoCustomer(number, name, isPrivate, registration, more.with(column, value), addresses, contacts);
    }

    DemoCustomer without(String column) {
        return new DemoCustomer(number, name, isPrivate, registration, more.without(column), addresses, contacts);
    }

    DemoCustomer registered(String newName, String newRegistration) {
        return new DemoCustomer(number, newName, isPrivate, Optional.of(newRegistration), more, addresses, contacts);
    }

    DemoCustomer living(DemoAddress address) {
        return new DemoCustomer(number, name, isPrivate, registration, more, List.of(address), contacts);
    }
}
