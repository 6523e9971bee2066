package org.accountinghub.routes.demo.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.routes.demo.data.DemoOrder.DemoRow;

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
                registered.orderingAs(
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
        return new DemoOrder(
                n % 2 == 0 ? DemoCompany.NORTH : DemoCompany.SOUTH,
                n % 3 == 0 ? "service" : "work",
                String.valueOf(901 + n),
                trouble == Trouble.PAYER_MISSING
                        ? Optional.empty()
                        : Optional.of(businesses.get(customerOf(trouble)).number()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                trouble == Trouble.COST_CENTRE_CLOSED ? Optional.of(CLOSED_COST_CENTRE) : Optional.empty(),
                today.minusDays(n),
                trouble == Trouble.CURRENCY_MISSING ? Optional.empty() : Optional.of("SEK"),
                false,
                "READY",
                true,
                List.of(),
                rowsOf(trouble),
                Optional.of(trouble));
    }

    private List<DemoRow> rowsOf(Trouble trouble) {
        DemoRow good = rows.aPart(trouble.index());
        BigDecimal price = new BigDecimal("495");
        return switch (trouble) {
            case ROW_WITHOUT_TEXT -> List.of(good, Rows.sold(Optional.empty(), Optional.empty(), Optional.of(price)));
            case PRICE_MISSING ->
                List.of(good, Rows.sold(Optional.empty(), Optional.of("Byte av styrkort"), Optional.empty()));
            case VAT_UNKNOWN -> List.of(good, Rows.taxed(good, Optional.of(BigDecimal.valueOf(17)), Optional.empty()));
            case VAT_MISSING -> List.of(good, Rows.taxed(good, Optional.empty(), Optional.empty()));
            case ARTICLE_INACTIVE -> {
                DemoArticle old = articles.stream()
                        .filter(article -> article.number().equals(Catalogue.INACTIVE))
                        .findFirst()
                        .orElseThrow();
                yield List.of(good, rows.row(old, "1", false));
            }
            case NOTHING_TO_INVOICE -> List.of(Rows.ordered(good));
            case VAT_MIXED ->
                List.of(good, Rows.taxed(good, Optional.of(BigDecimal.ZERO), Optional.of("DOMESTIC_REVERSE_CHARGE")));
            default -> List.of(good, Rows.freeText("Framkörning och etablering", "1", "850"));
        };
    }
}
