package org.accountinghub.routes.demo.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people in the office did with orders before the hub came: orders made of orders, projects, agreements, a call. */
final class ShownActs {

    static final String AGREEMENT = "A-17";
    static final String NORTHERN_PROJECT = "P-88";
    static final String SOUTHERN_PROJECT = "P-99";

    /** Orders that projects collect, which are not sent by themselves. */
    static final List<String> COLLECTED = List.of(
            "NORR work 761", "NORR service 762", "SYD work 771", "SYD service 772", "SYD work 773", "SYD service 774");

    private ShownActs() {}

    static void happen(Clerk clerk) {
        clerk.deliverPart(order("NORR sales 3101"), 2);
        clerk.deliverPart(order("NORR sales 3101"), 1);
        clerk.partOf(order("NORR service 752"), 2);
        clerk.backOrder(order("SYD work 751"), "Monterat det som var beställt.");
        clerk.separate(order("SYD work 753"), 2, "754");
        clerk.nextOrderOf(new Called.Agreement(AGREEMENT));
        clerk.collect(new Called.Project(NORTHERN_PROJECT), orders(0, 2));
        clerk.collect(new Called.Project(SOUTHERN_PROJECT), orders(2, 4));
        clerk.collect(new Called.Project(SOUTHERN_PROJECT), orders(4, 6));
        clerk.notesCall("SYD", "Vill ha offert på värmepump", "Nyberg & Lind Fastigheter", "040-123 45 67");
    }

    /** What one can see with the orders that were made. */
    static Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("NORR sales 3101-1", "partial delivery of sales order 3101, with a number of its own");
        shown.put("NORR sales 3101-2", "another one; what is left is not sent yet");
        shown.put("NORR service 752_1", "part of service order 752");
        shown.put("SYD work 751-1", "back order of work order 751: what had to be ordered first");
        shown.put("SYD work 754", "an assignment separated from work order 753");
        shown.put("NORR sales " + AGREEMENT + "-1", "from an agreement, for one period");
        shown.put("NORR project " + NORTHERN_PROJECT + "-1", "a project's invoice: collects orders 761 and 762");
        shown.put("SYD project " + SOUTHERN_PROJECT + "-1", "first invoice of a project: collects 771 and 772");
        shown.put("SYD project " + SOUTHERN_PROJECT + "-2", "its second invoice: collects 773 and 774");
        return shown;
    }

    private static List<Called.Order> orders(int from, int to) {
        return COLLECTED.subList(from, to).stream().map(ShownActs::order).toList();
    }

    private static Called.Order order(String name) {
        String[] words = name.split(" ");
        return new Called.Order(words[0], words[1], words[2]);
    }
}
