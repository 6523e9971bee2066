package org.accountinghub.routes.demo.data;

/**
 * A company of the demo: a subgroup of the store with books of its own.
 *
 * @param code the subgroup
 * @param sendsImmediately whether its orders are sent as soon as they are ready for invoicing, or when somebody asks
 * @param settings what else its administrator has chosen
 */
public record DemoCompany(
        String code, String name, String organisationNumber, boolean sendsImmediately, Columns settings) {

    public static final DemoCompany NORTH = new DemoCompany(
            "NORR",
            "Norrlands Pump & Service AB",
            OrganisationNumbers.company(710),
            true,
            Columns.of("send_as", "ORDER")
                    .with("add_assigned_in_our_reference", true)
                    .with("require_measures", true));
    public static final DemoCompany SOUTH = new DemoCompany(
            "SYD",
            "Öresunds Värme och Ventilation AB",
            OrganisationNumbers.company(711),
            false,
            Columns.of("require_prices", true)
                    .with("require_registry_articles", true)
                    .with("order_text", "Betalningsvillkor enligt avtal."));

    /** Whether its documents become orders over there, which somebody invoices, else invoices directly. */
    public boolean sendsOrders() {
        return "ORDER".equals(settings.get("send_as"));
    }
}
