package org.accountinghub.routes.demo.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.accountinghub.routes.demo.data.DemoOrder.DemoAssignment;

/** What orders that are to show something are made of. */
abstract class Showcase {

    static final String WORK = "work";
    static final String SERVICE = "service";
    static final String SALES = "sales";

    final List<DemoPlace> places;
    final Rows rows;
    final LocalDate today;
    final List<DemoOrder> orders = new ArrayList<>();
    private final Map<String, DemoCustomer> customers;

    Showcase(List<DemoCustomer> customers, List<DemoPlace> places, Rows rows, LocalDate today) {
        this.customers = customers.stream().collect(Collectors.toMap(DemoCustomer::number, Function.identity()));
        this.places = places;
        this.rows = rows;
        this.today = today;
    }

    DemoOrder plain(DemoOrder order) {
        return order.of(customer(ShownCustomers.PROJECT_OWNER)).doing(List.of(work(11)));
    }

    void show(String words, DemoOrder order) {
        orders.add(order.showing(words));
    }

    DemoAssignment work(int n) {
        return DemoAssignment.of(
                "Felsökning och åtgärd",
                "",
                "Utfört enligt beställning.",
                List.of(rows.hours(n, "2", false), rows.aPart(n)));
    }

    DemoOrder north(String kind, int number) {
        return ready(DemoCompany.NORTH, kind, String.valueOf(number));
    }

    DemoOrder south(String kind, int number) {
        return ready(DemoCompany.SOUTH, kind, String.valueOf(number));
    }

    DemoOrder ready(DemoCompany company, String kind, String number) {
        return DemoOrder.ready(company, kind, number, today);
    }

    DemoCustomer customer(String number) {
        return Objects.requireNonNull(customers.get(number));
    }
}
