package org.accountinghub.routes.demo.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.accountinghub.routes.demo.data.DemoOrder.DemoAssignment;

/** Orders that show one rule each: who pays, with or without VAT, which numbers and references go along, what is not sent. */
public final class ShownOrders {

    /** Invoiced together at the partner. */
    public static final List<String> TOGETHER = List.of("NORR sales 741", "NORR sales 742");

    /** Delivered and invoiced there in two parts. */
    public static final String IN_PARTS = "NORR sales 743";

    public static final String CANCELLED_THERE = "NORR sales 744";

    /** Somebody chooses to send it again. */
    public static final String SENT_AGAIN = "SYD work 734";

    /** Restored after it was sent, and not sent again. */
    public static final String RESTORED = "SYD work 735";

    public static final String NOT_ASKED_FOR = "SYD work 733";

    public static final String REDUCED = "NORR work 723";

    private static final String WORK = "work";
    private static final String SERVICE = "service";
    private static final String SALES = "sales";

    private final Map<String, DemoCustomer> customers;
    private final List<DemoPlace> places;
    private final Rows rows;
    private final LocalDate today;
    private final List<DemoOrder> orders = new ArrayList<>();
    private final List<DemoLine> beside = new ArrayList<>();

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
        reductions();
        parts();
        atPartner();
        notSent();
        return List.copyOf(orders);
    }

    /** Projects and agreements that they belong to; known once the orders are. */
    List<DemoLine> beside() {
        return List.copyOf(beside);
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

    private void parts() {
        orders.add(north(SALES, 3101)
                .of(customer(ShownCustomers.PROJECT_OWNER))
                .selling(List.of(rows.aPart(13).with("quantity", BigDecimal.valueOf(5))))
                .resting("SIGNED"));
        show(
                "a work order; an article had to be ordered",
                south(WORK, 751)
                        .of(customer(ShownCustomers.PROJECT_OWNER))
                        .doing(List.of(DemoAssignment.of(
                                "Pump läcker",
                                "",
                                "Tätat tillfälligt.",
                                List.of(rows.hours(5, "1", false), rows.aPart(5).toBeOrdered())))));
        show("a service order", plain(north(SERVICE, 752)).doing(List.of(work(14), work(15))));
        show("a work order", plain(south(WORK, 753)).doing(List.of(work(16), work(17))));
        DemoRow yearly = rows.hours(3, "4", false);
        beside.add(new DemoLine(
                "agreements",
                Columns.of("number", ShownActs.AGREEMENT)
                        .with("subgroup_code", DemoCompany.NORTH.code())
                        .with("customer_id", new Called.Customer(ShownCustomers.PROJECT_OWNER))
                        .with("currency", "SEK")
                        .with("next_on", today.minusDays(1))));
        beside.add(new DemoLine(
                "agreement_rows",
                yearly.columns()
                        .without("kind")
                        .with("agreement_id", new Called.Agreement(ShownActs.AGREEMENT))
                        .with("position", 1)));
        project(DemoCompany.NORTH, ShownActs.NORTHERN_PROJECT);
        project(DemoCompany.SOUTH, ShownActs.SOUTHERN_PROJECT);
        for (String name : ShownActs.COLLECTED) {
            String[] words = name.split(" ");
            DemoCompany company = words[0].equals(DemoCompany.NORTH.code()) ? DemoCompany.NORTH : DemoCompany.SOUTH;
            orders.add(plain(ready(company, words[1], words[2])));
        }
    }

    private void project(DemoCompany company, String number) {
        beside.add(new DemoLine(
                "projects",
                Columns.of("number", number)
                        .with("subgroup_code", company.code())
                        .with("name", "Ombyggnad undercentral")
                        .with("customer_id", new Called.Customer(ShownCustomers.PROJECT_OWNER))));
    }

    private void atPartner() {
        show("over there invoiced together with 742", plain(north(SALES, 741)));
        show("over there invoiced together with 741", plain(north(SALES, 742)));
        show(
                "over there delivered and invoiced in two parts",
                north(SALES, 743)
                        .of(customer(ShownCustomers.PROJECT_OWNER))
                        .selling(List.of(rows.aPart(16).with("quantity", new BigDecimal("4")))));
        show("cancelled over there", plain(north(SALES, 744)));
        show("sent again: somebody answered yes", plain(south(WORK, 734)));
        show("restored and edited, not sent again, invoiced by hand", plain(south(WORK, 735)));
    }

    private void notSent() {
        show("cancelled before anybody sent it", plain(north(WORK, 731)).resting("CANCELLED"));
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
        return ready(DemoCompany.NORTH, kind, String.valueOf(number));
    }

    private DemoOrder south(String kind, int number) {
        return ready(DemoCompany.SOUTH, kind, String.valueOf(number));
    }

    private DemoOrder ready(DemoCompany company, String kind, String number) {
        return DemoOrder.ready(company, kind, number, today);
    }

    private DemoCustomer customer(String number) {
        return Objects.requireNonNull(customers.get(number));
    }
}
