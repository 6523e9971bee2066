package org.accountinghub.routes.demo.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One order for each {@link Trouble}, with a customer of its own that carries the trouble where it is the customer's. */
final class TroubledOrders {

    static final String CLOSED_COST_CENTRE = "990";

    private final List<DemoCustomer> businesses;
    private final List<DemoArticle> articles;
    private final Rows rows;
    private final LocalDate today;

    TroubledOrders(List<DemoCustomer> businesses, List<DemoArticle> articles, Rows rows, LocalDate today) {
        this.businesses = businesses;
        this.articles = articles;
        this.rows = rows;
        this.today = today;
    }

    /** The customer that this trouble is shown with. */
    static int customerOf(Trouble trouble) {
        return Places.ORDINARY + trouble.index();
    }

    /** The customer as the trouble wants it. */
    static DemoCustomer spoilt(DemoCustomer customer, Trouble trouble) {
        String proper = OrganisationNumbers.company(500 + trouble.index());
        DemoCustomer registered = customer.registered(customer.name(), proper).with("vat_treatment", "DOMESTIC");
        return switch (trouble) {
            case PAYER_INACTIVE -> registered.inactive();
            case PERSONAL_NUMBER_OF_COMPANY ->
                customer.registered("Ängelholms Kyl & Frys AB", Customers.NOBODYS_PERSONAL_NUMBER);
            case ORDER_NUMBER_TOO_LONG ->
                registered.with(
                        "customers_order_number",
                        "Ramavtal 2026/4711 Fastighetsdrift Norra distriktet, avrop 17, attest Åkesson, ref. kostnadsbärare 88120");
            case COUNTRY_UNKNOWN ->
                registered.living(new DemoCustomer.DemoAddress("INVOICE", "Hamngatan 3", "", "951 31", "Luleå", "XX"));
            case ORDER_NUMBER_MISSING ->
                registered.without("customers_order_number").with("require_order_number", true);
            case COST_CENTRE_MISSING -> registered.without("cost_centre").with("require_cost_centre", true);
            case FACILITY_MISSING -> registered.with("require_facility", true);
            case VAT_NUMBER_MISSING -> registered.with("vat_treatment", "EU_REVERSE_CHARGE");
            default -> registered;
        };
    }

    List<DemoOrder> all() {
        List<DemoOrder> orders = new ArrayList<>();
        for (Trouble trouble : Trouble.values()) {
            orders.add(order(trouble));
        }
        return orders;
    }

    private DemoOrder order(Trouble trouble) {
        int n = trouble.index();
        DemoOrder order = DemoOrder.ready(
                        companyOf(trouble), n % 3 == 0 ? "service" : "work", trouble.order(), today.minusDays(n))
                .of(businesses.get(customerOf(trouble)))
                .doing(List.of(DemoOrder.DemoAssignment.of("Åtgärd enligt beställning", "", "Utfört.", List.of())))
                .selling(rowsOf(trouble))
                .stoppedBy(trouble);
        return switch (trouble) {
            case PAYER_MISSING -> order.without("customer_id");
            case CURRENCY_MISSING -> order.without("currency");
            case COST_CENTRE_CLOSED -> order.with("cost_centre", CLOSED_COST_CENTRE);
            case MEASURES_MISSING -> order.doing(List.of());
            case REDUCTION_WITHOUT_PROPERTY ->
                reduced(order, "ROT").with("customer_id", new Called.Customer(ShownCustomers.GARDENER));
            case REDUCTION_OF_COMPANY -> reduced(order, "ROT").with("property_designation", "Umeå Öst 1:2");
            case REDUCTION_OF_OTHER_WORK ->
                reduced(order, "RUT").with("customer_id", new Called.Customer(ShownCustomers.GARDENER));
            case PERSON_TWICE ->
                order.with("tax_reduction", "ROT")
                        .with("customer_id", new Called.Customer(ShownCustomers.COUPLE))
                        .reducedFor(
                                asking("Linnéa Fält", Customers.NOBODYS_PERSONAL_NUMBER),
                                asking("Linnéa Fält igen", "121212-1212"));
            default -> order;
        };
    }

    private static DemoOrder reduced(DemoOrder order, String reduction) {
        return order.with("tax_reduction", reduction)
                .reducedFor(asking("Kerstin Ödmark", Customers.NOBODYS_PERSONAL_NUMBER));
    }

    private static Columns asking(String name, String personalNumber) {
        return Columns.of("name", name).with("personal_number", personalNumber);
    }

    /** The one whose group has the requirement, where it is a group's. */
    private static DemoCompany companyOf(Trouble trouble) {
        return switch (trouble) {
            case MEASURES_MISSING, VAT_NUMBER_MISSING -> DemoCompany.NORTH;
            case PRICE_REQUIRED, ARTICLE_UNKNOWN -> DemoCompany.SOUTH;
            default -> trouble.index() % 2 == 0 ? DemoCompany.NORTH : DemoCompany.SOUTH;
        };
    }

    private List<DemoRow> rowsOf(Trouble trouble) {
        DemoRow good = rows.aPart(trouble.index());
        DemoRow another = rows.aPart(trouble.index() + 1);
        DemoRow labour = rows.hours(trouble.index(), "4", false).labour("HEATING_PLUMBING", "4");
        return switch (trouble) {
            case ROW_WITHOUT_TEXT ->
                List.of(good, another.without("article_number").without("description"));
            case PRICE_MISSING -> List.of(good, another.without("unit_price"));
            case PRICE_REQUIRED -> List.of(good, another.with("unit_price", BigDecimal.ZERO));
            case ARTICLE_UNKNOWN -> List.of(good, DemoRow.freeText("Hyra av byggställning", "3", "1250"));
            case VAT_UNKNOWN -> List.of(good, good.with("vat_rate", BigDecimal.valueOf(17)));
            case VAT_MISSING -> List.of(good, good.without("vat_rate"));
            case ARTICLE_INACTIVE -> List.of(good, DemoRow.of(inactive(), "1", false));
            case NOTHING_TO_INVOICE -> List.of(good.toBeOrdered());
            case VAT_MIXED -> List.of(good, good.untaxed("DOMESTIC_REVERSE_CHARGE"));
            case VAT_NUMBER_MISSING -> List.of(good.untaxed("EU_REVERSE_CHARGE"));
            case REDUCTION_WITHOUT_PROPERTY, REDUCTION_OF_COMPANY, REDUCTION_OF_OTHER_WORK, PERSON_TWICE ->
                List.of(good, labour);
            default -> List.of(good, another);
        };
    }

    private DemoArticle inactive() {
        return articles.stream()
                .filter(article -> article.number().equals(Catalogue.INACTIVE))
                .findFirst()
                .orElseThrow();
    }
}
