package org.accountinghub.routes.demo.data;

import java.util.List;
import java.util.Optional;
import org.accountinghub.routes.demo.data.DemoCustomer.DemoAddress;

/** Customers of a kind that one of the shown orders needs. */
final class ShownCustomers {

    static final String GERMAN = "10301";
    static final String NORWEGIAN = "10302";
    static final String ALWAYS_INVOICED = "10303";
    static final String BUILDER = "10304";
    static final String SOUTH_AS_CUSTOMER = "10305";
    static final String NORTH_AS_CUSTOMER = "10306";
    static final String INTERNAL = "10307";
    static final String LEFT = "10308";
    static final String DEMANDING = "10309";
    static final String PROJECT_OWNER = "10310";
    static final String HOUSE_OWNER = "P3101";
    static final String FLAT_OWNER = "P3102";
    static final String GARDENER = "P3103";
    static final String SUN_SEEKER = "P3104";
    static final String COUPLE = "P3105";

    private ShownCustomers() {}

    static List<DemoCustomer> all() {
        return List.of(
                abroad(GERMAN, "Holsteiner Pumpendienst GmbH", "DE", "24103", "Kiel")
                        .with("vat_treatment", "EU_REVERSE_CHARGE")
                        .with("vat_number", "DE136695976")
                        .with("currency", "EUR")
                        .with("language", "en"),
                abroad(NORWEGIAN, "Nordlys Fiskemottak AS", "NO", "9008", "Tromsø")
                        .with("vat_treatment", "EXPORT")
                        .with("language", "en"),
                business(ALWAYS_INVOICED, "Brf Solsidan 4 i Umeå", OrganisationNumbers.housingAssociation(901))
                        .with("always_as_invoice", true),
                business(BUILDER, "Norrlandsbygg Entreprenad AB", OrganisationNumbers.company(904))
                        .with("vat_treatment", "DOMESTIC_REVERSE_CHARGE"),
                business(SOUTH_AS_CUSTOMER, DemoCompany.SOUTH.name(), DemoCompany.SOUTH.organisationNumber())
                        .with("company_code", DemoCompany.SOUTH.code()),
                business(NORTH_AS_CUSTOMER, DemoCompany.NORTH.name(), DemoCompany.NORTH.organisationNumber())
                        .with("company_code", DemoCompany.NORTH.code()),
                business(INTERNAL, "Pump & Värme Gruppen, internt", OrganisationNumbers.company(907)),
                business(LEFT, "Ålderdomshemmet Björken (nedlagt)", OrganisationNumbers.municipality(908))
                        .inactive(),
                business(DEMANDING, "Region Norr Fastighet", OrganisationNumbers.municipality(909))
                        .with("require_order_number", true)
                        .with("require_cost_centre", true),
                business(PROJECT_OWNER, "Kvarteret Ångloket AB", OrganisationNumbers.company(910)),
                person(HOUSE_OWNER, "Märta Öhman-Åström").with("property_designation", "Umeå Sörböle 12:7"),
                person(FLAT_OWNER, "Göran Wång")
                        .with("apartment_number", "1203")
                        .with("housing_association", OrganisationNumbers.housingAssociation(902)),
                person(GARDENER, "Kerstin Ödmark"),
                person(SUN_SEEKER, "Nils Älvsjö").with("property_designation", "Lund Västra Sallerup 3:14"),
                person(COUPLE, "Linnéa och Per-Åke Fält").with("property_designation", "Malmö Bellevue 21"));
    }

    private static DemoCustomer business(String number, String name, String registration) {
        return customer(number, name, false, Optional.of(registration), address("SE", "903 26", "Umeå"));
    }

    private static DemoCustomer abroad(String number, String name, String country, String postalCode, String city) {
        return customer(number, name, false, Optional.empty(), address(country, postalCode, city));
    }

    private static DemoCustomer person(String number, String name) {
        return customer(number, name, true, Optional.empty(), address("SE", "222 22", "Lund"));
    }

    private static DemoCustomer customer(
            String number, String name, boolean isPrivate, Optional<String> registration, DemoAddress address) {
        return new DemoCustomer(
                number,
                name,
                isPrivate,
                registration,
                Columns.of("email", "faktura-" + number + "@post.example").with("assigned_technician", "Samira Nasser"),
                List.of(address),
                List.of());
    }

    private static DemoAddress address(String country, String postalCode, String city) {
        return new DemoAddress("INVOICE", "Hamngatan 12", "", postalCode, city, country);
    }
}
