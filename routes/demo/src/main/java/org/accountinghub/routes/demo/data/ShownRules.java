package org.accountinghub.routes.demo.data;

import java.time.LocalDate;
import java.util.List;
import org.accountinghub.routes.demo.data.DemoOrder.DemoAssignment;

/** Orders that show a rule each: who pays, with or without VAT, which numbers and references go along, tax reductions. */
final class ShownRules extends Showcase {

    ShownRules(List<DemoCustomer> customers, List<DemoPlace> places, Rows rows, LocalDate today) {
        super(customers, places, rows, today);
    }

    List<DemoOrder> all() {
        payers();
        taxes();
        references();
        reductions();
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
        show(
                "our reference: the customer's technician; order number and cost centre: the customer's",
                north(WORK, 720).of(customer("10001")).doing(List.of(work(20))));
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

    private void reductions() {
        show(
                "ROT for a house",
                north(WORK, 723)
                        .of(customer(ShownCustomers.HOUSE_OWNER))
                        .with("tax_reduction", "ROT")
                        .doing(List.of(housework("HEATING_PLUMBING", 1)))
                        .reducedFor(asking("Märta Öhman-Åström")));
        show(
                "ROT for a flat: the housing association's number goes along",
                south(SERVICE, 724)
                        .of(customer(ShownCustomers.FLAT_OWNER))
                        .with("tax_reduction", "ROT")
                        .doing(List.of(housework("ELECTRICITY", 2)))
                        .reducedFor(asking("Göran Wång")));
        show(
                "RUT",
                south(WORK, 725)
                        .of(customer(ShownCustomers.GARDENER))
                        .with("tax_reduction", "RUT")
                        .doing(List.of(housework("GARDENING", 3)))
                        .reducedFor(asking("Kerstin Ödmark")));
        show(
                "green technology",
                south(WORK, 726)
                        .of(customer(ShownCustomers.SUN_SEEKER))
                        .with("tax_reduction", "GREEN")
                        .doing(List.of(housework("SOLAR_CELLS", 4)))
                        .reducedFor(asking("Nils Älvsjö")));
    }

    private DemoAssignment housework(String type, int n) {
        return DemoAssignment.of(
                "Arbete i bostad",
                "",
                "Utfört enligt offert.",
                List.of(rows.hours(n, "7.5", false).labour(type, "7.5"), rows.aPart(n)));
    }

    private static Columns asking(String name) {
        return Columns.of("name", name).with("personal_number", Customers.NOBODYS_PERSONAL_NUMBER);
    }

    private DemoRow untaxed(String treatment, int n) {
        return rows.aPart(n).untaxed(treatment);
    }
}
