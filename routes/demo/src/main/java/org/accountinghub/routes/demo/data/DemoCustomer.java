package org.accountinghub.routes.demo.data;

import java.util.List;
import java.util.Optional;

/**
 * A customer of the store.
 *
 * @param number the customer number
 * @param registration organisation number, or personal number of a private customer
 * @param treatment how sales to it are taxed, in the store contract's words
 * @param technician who looks after it
 */
public record DemoCustomer(
        String number,
        String name,
        boolean isPrivate,
        Optional<String> registration,
        String treatment,
        boolean active,
        String email,
        String phone,
        Optional<String> costCentre,
        Optional<String> orderNumber,
        String technician,
        List<DemoAddress> addresses,
        List<String> contacts) {

    /** @param use INVOICE, VISITING or POSTAL */
    public record DemoAddress(
            String use, String line1, String line2, String postalCode, String city, String countryCode) {}

    DemoCustomer inactive() {
        return with(name, registration, false, costCentre, orderNumber, addresses);
    }

    DemoCustomer registered(String newName, String newRegistration) {
        return with(newName, Optional.of(newRegistration), active, costCentre, orderNumber, addresses);
    }

    DemoCustomer living(DemoAddress address) {
        return with(name, registration, active, costCentre, orderNumber, List.of(address));
    }

    DemoCustomer orderingAs(String newOrderNumber) {
        return with(name, registration, active, costCentre, Optional.of(newOrderNumber), addresses);
    }

    DemoCustomer onCostCentre(String newCostCentre) {
        return with(name, registration, active, Optional.of(newCostCentre), orderNumber, addresses);
    }

    private DemoCustomer with(
            String newName,
            Optional<String> newRegistration,
            boolean newActive,
            Optional<String> newCostCentre,
            Optional<String> newOrderNumber,
            List<DemoAddress> newAddresses) {
        return new DemoCustomer(
                number,
                newName,
                isPrivate,
                newRegistration,
                treatment,
                newActive,
                email,
                phone,
                newCostCentre,
                newOrderNumber,
                technician,
                newAddresses,
                contacts);
    }
}
