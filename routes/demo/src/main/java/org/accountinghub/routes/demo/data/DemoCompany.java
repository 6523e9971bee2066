package org.accountinghub.routes.demo.data;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A company of the demo: a subgroup of the store with books of its own.
 *
 * @param code the subgroup
 * @param serial from which its organisation number and its tenant's number at the partner are made
 * @param sendsImmediately whether its orders are sent as soon as they are ready for invoicing, or when somebody asks
 * @param settings what else its administrator has chosen
 */
public record DemoCompany(String code, String name, int serial, boolean sendsImmediately, Columns settings) {

    private static final int FIRST = 710;

    public static final DemoCompany NORTH = new DemoCompany(
            "NORR",
            "Norrlands Pump & Service AB",
            FIRST,
            true,
            Columns.of("send_as", "ORDER")
                    .with("add_assigned_in_our_reference", true)
                    .with("require_measures", true));
    public static final DemoCompany SOUTH = new DemoCompany(
            "SYD",
            "Öresunds Värme och Ventilation AB",
            FIRST + 1,
            false,
            Columns.of("require_prices", true)
                    .with("require_registry_articles", true)
                    .with("order_text", "Betalningsvillkor enligt avtal."));

    /** Those who play with so many accounting systems: the two above, and where they do not suffice others with plain orders. */
    public static List<DemoCompany> companies(int systems) {
        return Stream.concat(
                        Stream.of(NORTH, SOUTH),
                        IntStream.rangeClosed(3, systems).mapToObj(DemoCompany::further))
                .toList();
    }

    private static DemoCompany further(int number) {
        return new DemoCompany(
                "BOLAG" + number,
                "Bolag " + number + " Fastighetsteknik AB",
                FIRST + number - 1,
                true,
                Columns.of("send_as", "ORDER").with("add_assigned_in_our_reference", true));
    }

    public static List<String> codes(Collection<DemoCompany> companies) {
        return companies.stream().map(DemoCompany::code).toList();
    }

    public String organisationNumber() {
        return OrganisationNumbers.company(serial);
    }

    /** Whether its documents become orders over there, which somebody invoices, else invoices directly. */
    public boolean sendsOrders() {
        return "ORDER".equals(settings.get("send_as"));
    }
}
