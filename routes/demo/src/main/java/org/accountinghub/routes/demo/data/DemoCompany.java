package org.accountinghub.routes.demo.data;

/**
 * A company of the demo: a subgroup of the store with books of its own.
 *
 * @param code the subgroup
 * @param sendsImmediately whether its orders are sent as soon as they are ready for invoicing, or when somebody asks
 */
public record DemoCompany(String code, String name, String organisationNumber, boolean sendsImmediately) {

    public static final DemoCompany NORTH =
            new DemoCompany("NORR", "Norrlands Pump & Service AB", OrganisationNumbers.company(710), true);
    public static final DemoCompany SOUTH =
            new DemoCompany("SYD", "Öresunds Värme och Ventilation AB", OrganisationNumbers.company(711), false);
}
