package org.accountinghub.routes.demo.data;

import java.util.List;
import java.util.stream.Collectors;

/** A line of the store, or several, as people call them, who do not know their ids. */
sealed interface Called {

    /** An expression for the id, or the array of ids, with a parameter for each of the words. */
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

    record Order(String company, String kind, String number) implements Called {
        @Override
        public String id() {
            return "(SELECT id FROM service.orders WHERE subgroup_code = ? AND kind = ? AND number = ?)";
        }

        @Override
        public List<Object> words() {
            return List.of(company, kind, number);
        }
    }

    record Project(String number) implements Called {
        @Override
        public String id() {
            return "(SELECT id FROM service.projects WHERE number = ?)";
        }

        @Override
        public List<Object> words() {
            return List.of(number);
        }
    }

    record Agreement(String number) implements Called {
        @Override
        public String id() {
            return "(SELECT id FROM service.agreements WHERE number = ?)";
        }

        @Override
        public List<Object> words() {
            return List.of(number);
        }
    }

    /** One that was made a moment ago. */
    record Made(long number) implements Called {
        @Override
        public String id() {
            return "?";
        }

        @Override
        public List<Object> words() {
            return List.of(number);
        }
    }

    record Several(List<? extends Called> lines) implements Called {
        @Override
        public String id() {
            return lines.stream().map(Called::id).collect(Collectors.joining(", ", "ARRAY[", "]::bigint[]"));
        }

        @Override
        public List<Object> words() {
            return lines.stream().flatMap(line -> line.words().stream()).toList();
        }
    }

    record Assignment(Order order, int position) implements Called {
        @Override
        public String id() {
            return "(SELECT a.id FROM service.assignments a WHERE a.order_id = " + order.id() + " AND a.position = "
                    + position + ")";
        }

        @Override
        public List<Object> words() {
            return order.words();
        }
    }

    /** All rows of an order. */
    record Rows(Order order) implements Called {
        @Override
        public String id() {
            return "(SELECT array_agg(r.id ORDER BY r.position) FROM service.order_rows r WHERE r.order_id = "
                    + order.id() + ")";
        }

        @Override
        public List<Object> words() {
            return order.words();
        }
    }

    /** So much of the only row of {@link Rows}. */
    record Quantity(int quantity) implements Called {
        @Override
        public String id() {
            return "ARRAY[?::numeric]";
        }

        @Override
        public List<Object> words() {
            return List.of(quantity);
        }
    }
}
