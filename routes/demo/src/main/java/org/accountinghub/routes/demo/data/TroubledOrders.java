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
        DemoCustomer registered = customer.registered(customer.name(), proper);
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
                        n % 2 == 0 ? DemoCompany.NORTH : DemoCompany.SOUTH,
                        n % 3 == 0 ? "service" : "work",
                        String.valueOf(901 + n),
                        today.minusDays(n))
                .of(businesses.get(customerOf(trouble)))
                .doing(List.of(DemoOrder.DemoAssignment.of("Åtgärd enligt beställning", "", "Utfört.", List.of())))
                .selling(rowsOf(trouble))
                .stoppedBy(trouble);
        return switch (trouble) {
            case PAYER_MISSING -> order.without("customer_id");
            case CURRENCY_MISSING -> order.without("currency");
            case COST_CENTRE_CLOSED -> order.with("cost_centre", CLOSED_COST_CENTRE);
            default -> order;
        };
    }

    private List<DemoRow> rowsOf(Trouble trouble) {
        DemoRow good = rows.aPart(trouble.index());
        DemoRow another = rows.aPart(trouble.index() + 1);
        return switch (trouble) {
            case ROW_WITHOUT_TEXT ->
                List.of(good, another.without("article_number").without("description"));
            case PRICE_MISSING -> List.of(good, another.without("unit_price"));
            case VAT_UNKNOWN -> List.of(good, good.with("vat_rate", BigDecimal.valueOf(17)));
            case VAT_MISSING -> List.of(good, good.without("vat_rate"));
            case ARTICLE_INACTIVE -> List.of(good, DemoRow.of(inactive(), "1", false));
            case NOTHING_TO_INVOICE -> List.of(good.toBeOrdered());
            case VAT_MIXED -> List.of(good, good.untaxed("DOMESTIC_REVERSE_CHARGE"));
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
