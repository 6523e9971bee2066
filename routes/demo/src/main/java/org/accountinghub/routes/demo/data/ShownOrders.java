package org.accountinghub.routes.demo.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.accountinghub.routes.demo.data.DemoOrder.DemoAssignment;

/** Orders that are divided, collected, changed at the partner, sent again or not sent. */
public final class ShownOrders extends Showcase {

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

    private final List<DemoLine> beside = new ArrayList<>();

    ShownOrders(List<DemoCustomer> customers, List<DemoPlace> places, Rows rows, LocalDate today) {
        super(customers, places, rows, today);
    }

    List<DemoOrder> all() {
        parts();
        atPartner();
        notSent();
        return List.copyOf(orders);
    }

    /** Projects and agreements that they belong to; known once the orders are. */
    List<DemoLine> beside() {
        return List.copyOf(beside);
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
        DemoPlace numbered = places.get(2);
        show(
                "nobody has asked for it to be sent",
                south(WORK, 733)
                        .at(numbered)
                        .with("contact", "Östen Wallin")
                        .with("cost_centre", "110")
                        .with("order_text", "Utfört under garanti på pumpen.")
                        .doing(List.of(work(11).on(numbered, numbered.objects().get(0))))
                        .selling(List.of(
                                rows.aPart(18).with("discount_percent", BigDecimal.TEN),
                                rows.aPart(19).toBeOrdered()))
                        .resting("READY"));
    }
}
