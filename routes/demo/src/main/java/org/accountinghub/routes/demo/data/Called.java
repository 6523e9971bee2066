package org.accountinghub.routes.demo.data;

import java.util.List;

/** A line of the store as people call it, who do not know its id. */
sealed interface Called {

    /** An expression for the line's id, with a parameter for each of the words. */
    String id();

    List<Object> words();

    record Customer(String number) implements Called {
        @Override
        public String id() {
            return "(SELECT id FROM service.customers WHERE number = ?)";
        }

        @Override
        public List<Object> words() {
            return List.of(number);
        }
    }

    record Facility(String customer, String name) implements Called {
        @Override
        public String id() {
            return "(SELECT f.id FROM service.facilities f JOIN service.customers c ON c.id = f.customer_id"
                    + " WHERE c.number = ? AND f.name = ?)";
        }

        @Override
        public List<Object> words() {
            return List.of(customer, name);
        }
    }

    record ServiceObject(String customer, String name) implements Called {
        @Override
        public String id() {
            return "(SELECT s.id FROM service.service_objects s JOIN service.customers c ON c.id = s.customer_id"
                    + " WHERE c.number = ? AND s.name = ?)";
        }

        @Override
        public List<Object> words() {
            return List.of(customer, name);
        }
    }
}
