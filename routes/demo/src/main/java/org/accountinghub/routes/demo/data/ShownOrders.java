package org.accountinghub.routes.demo.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.accountinghub.routes.demo.data.DemoOrder.DemoAssignment;

/** Orders that show one rule each: who pays, with or without VAT, which numbers and references go along, what is not sent. */
final class ShownOrders {

    private static final String WORK = "work";
    private static final String SERVICE = "service";
    private static final String SALES = "sales";

    private final Map<String, DemoCustomer> customers;
    private final List<DemoPlace> places;
    private final Rows rows;
    private final LocalDate today;
    private final List<DemoOrder> orders = new ArrayList<>();

    ShownOrders(List<DemoCustomer> customers, List<DemoPlace> places, Rows rows, LocalDate today) {
        this.customers = customers.stream().collect(Collectors.toMap(DemoCustomer::number, Function.identity()));
        this.places = places;
        this.rows = rows;
        this.today = today;
    }

    List<DemoOrder> all() {
        payers();
        taxes();
        references();
        notSent();
        return List.copyOf(orders);
    }

    private void payers() {
        DemoPlace ordinary = places.get(1);
        Called other = new Called.Customer(customer("10021").number());
        DemoOrder two = north(WORK, 701).at(ordinary);
        show(
                "each assignment has a payer of its own",
                two.doing(List.of(
                        work(1).on(ordinary, ordinary.objects().get(0)),
                        work(2).on(ordinary, ordinary.objects().get(1)).with("invoiced_to_id", other))));
        DemoPlace rented = places.get(0);
        show(
                "the service object says who pays",
                north(WORK, 702)
                        .at(rented)
                        .doing(List.of(work(3).on(rented, rented.objects().get(1)))));
        DemoPlace managed = places.get(3);
        show(
                "the facility says who pays",
                north(WORK, 703)
                        .at(managed)
                        .doing(List.of(work(4).on(managed, managed.objects().get(0)))));
        show(
                "the order says who pays",
                south(WORK, 704).at(ordinary).with("invoiced_to_id", other).doing(List.of(work(5))));
        show(
                "one company invoices the other: its internal customer pays",
                north(WORK, 705).of(customer(ShownCustomers.SOUTH_AS_CUSTOMER)).doing(List.of(work(6))));
        show(
                "a housing association that always gets invoices, not orders",
                north(SERVICE, 706).of(customer(ShownCustomers.ALWAYS_INVOICED)).doing(List.of(work(7))));
        show(
                "the customer is deactivated, another one pays",
                south(WORK, 707)
                        .of(customer(ShownCustomers.LEFT))
                        .with("invoiced_to_id", other)
                        .doing(List.of(work(8))));
    }

    private void taxes() {
        show(
                "reverse charge: no VAT",
                north(SALES, 711)
                        .of(customer(ShownCustomers.BUILDER))
                        .selling(
                                List.of(untaxed("DOMESTIC_REVERSE_CHARGE", 1), untaxed("DOMESTIC_REVERSE_CHARGE", 2))));
        show(
                "to Germany: no VAT, in EUR",
                north(SALES, 712)
                        .of(customer(ShownCustomers.GERMAN))
                        .with("currency", "EUR")
                        .selling(List.of(untaxed("EU_REVERSE_CHARGE", 3), untaxed("EU_REVERSE_CHARGE", 4))));
        show(
                "to Norway: export, no VAT",
                south(SALES, 713)
                        .of(customer(ShownCustomers.NORWEGIAN))
                        .selling(List.of(untaxed("EXPORT", 5), untaxed("EXPORT", 6))));
        show(
                "a private person: prices with VAT",
                south(SALES, 714)
                        .of(customer(ShownCustomers.GARDENER))
                        .selling(List.of(rows.aPart(7), rows.hours(1, "1.5", false))));
    }

    private void references() {
        DemoPlace numbered = places.get(2);
        show(
                "your order number from the facility, which is the delivery address",
                north(SERVICE, 721)
                        .at(numbered)
                        .doing(List.of(work(9).on(numbered, numbered.objects().get(0)))));
        show(
                "order number and cost centre are required; rows have their own",
                north(SERVICE, 722)
                        .of(customer(ShownCustomers.DEMANDING))
                        .with("customers_order_number", "RN-2026-0815")
                        .with("cost_centre", "120")
                        .with("requester", "Tora Nyström, drift")
                        .selling(List.of(
                                rows.aPart(11).with("cost_centre", "130"),
                                rows.aPart(12).with("cost_centre", "140"),
                                rows.hours(2, "3", false)))
                        .doing(List.of(work(10))));
    }

    private void notSent() {
        show("cancelled: nobody invoices it", plain(north(WORK, 731)).resting("CANCELLED"));
        show("invoiced by hand", plain(north(WORK, 732)).resting("INVOICED"));
        show("nobody has asked for it to be sent", plain(south(WORK, 733)).resting("READY"));
    }

    private DemoOrder plain(DemoOrder order) {
        return order.of(customer(ShownCustomers.PROJECT_OWNER)).doing(List.of(work(11)));
    }

    private void show(String words, DemoOrder order) {
        orders.add(order.showing(words));
    }

    private DemoAssignment work(int n) {
        return DemoAssignment.of(
                "Felsökning och åtgärd",
                "",
                "Utfört enligt beställning.",
                List.of(rows.hours(n, "2", false), rows.aPart(n)));
    }

    private DemoRow untaxed(String treatment, int n) {
        return rows.aPart(n).untaxed(treatment);
    }

    private DemoOrder north(String kind, int number) {
        return DemoOrder.ready(DemoCompany.NORTH, kind, String.valueOf(number), today);
    }

    private DemoOrder south(String kind, int number) {
        return DemoOrder.ready(DemoCompany.SOUTH, kind, String.valueOf(number), today);
    }

    private DemoCustomer customer(String number) {
        return Objects.requireNonNull(customers.get(number));
    }
}
