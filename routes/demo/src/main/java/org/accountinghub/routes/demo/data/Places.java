package org.accountinghub.routes.demo.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.routes.demo.data.DemoPlace.DemoObject;

/** Invents facilities and service objects: every second company has one, some paid for by somebody else. */
final class Places {

    /** Customers from here on are kept apart for trouble. */
    static final int ORDINARY = 140;

    private static final String[] KINDS = {"Undercentral", "Fläktrum plan 7", "Kylcentral", "Pannrum", "Pumpstation"};
    private static final String[] OBJECTS = {
        "Tilluftsaggregat LA01", "Cirkulationspump VS1-P1", "Kylmaskin KM2", "Värmepump VP1"
    };

    private Places() {}

    static List<DemoPlace> of(List<DemoCustomer> businesses) {
        List<DemoPlace> places = new ArrayList<>();
        for (int i = 0; i < ORDINARY; i += 2) {
            DemoCustomer customer = businesses.get(i);
            DemoCustomer manager = businesses.get((i + 51) % ORDINARY);
            DemoCustomer.DemoAddress address = customer.addresses().get(0);
            List<DemoObject> objects = new ArrayList<>();
            for (int k = 0; k < 2; k++) {
                objects.add(new DemoObject(
                        OBJECTS[(i / 2 + k) % OBJECTS.length],
                        "SN" + (880000 + i * 10 + k),
                        k == 1 && i % 10 == 0 ? Optional.of(manager.number()) : Optional.empty()));
            }
            places.add(new DemoPlace(
                    customer.number(),
                    KINDS[i / 2 % KINDS.length] + ", " + address.city(),
                    "Industrivägen " + (i + 1),
                    address.postalCode(),
                    address.city(),
                    i % 12 == 4 ? Optional.of("Avrop " + (7000 + i)) : Optional.empty(),
                    i % 24 == 6 ? Optional.of(manager.number()) : Optional.empty(),
                    objects));
        }
        return places;
    }
}
