package org.accountinghub.routes.demo.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import javax.sql.DataSource;

/**
 * Everything the demo puts into the store and finds at the partner. The same for the same day.
 *
 * @param customers shared by all companies, as the store's register is
 * @param beside what orders belong to
 */
public record DemoData(
        List<DemoCompany> companies,
        List<DemoCustomer> customers,
        List<DemoPlace> places,
        List<DemoArticle> articles,
        List<DemoLine> beside,
        List<DemoOrder> orders) {

    private static final long SEED = 20260301;

    /**
     * @param today the day of the newest orders
     * @param systems for each of so many accounting systems there is at least one company; there are never less than two
     */
    public static DemoData generate(LocalDate today, int systems) {
        List<DemoCompany> companies = DemoCompany.companies(systems);
        SplittableRandom random = new SplittableRandom(SEED);
        List<DemoCustomer> customers = new ArrayList<>(new Customers(random.split()).all());
        List<DemoPlace> places = Places.of(customers);
        for (Trouble trouble : Trouble.values()) {
            int index = TroubledOrders.customerOf(trouble);
            customers.set(index, TroubledOrders.spoilt(customers.get(index), trouble));
        }
        customers.addAll(ShownCustomers.all());
        List<DemoArticle> articles = Catalogue.articles();
        Rows rows = new Rows(articles, random.split());
        List<DemoOrder> orders = new ArrayList<>(new Orders(customers, places, rows, today).all());
        ShownOrders shown = new ShownOrders(customers, places, rows, today);
        orders.addAll(new ShownRules(customers, places, rows, today).all());
        orders.addAll(shown.all());
        orders.addAll(new TroubledOrders(customers, articles, rows, today).all());
        companies.stream()
                .skip(2)
                .forEach(company -> orders.addAll(
                        new Orders(customers, places, new Rows(articles, random.split()), today).plainly(company)));
        return new DemoData(companies, List.copyOf(customers), places, articles, shown.beside(), List.copyOf(orders));
    }

    /**
     * Generates and stores it.
     *
     * @param owner logs in as the owner of a store that has the reference schema and no orders yet
     */
    public static DemoData load(DataSource owner, LocalDate today, int systems) {
        DemoData data = generate(today, systems);
        new StoreLoader(owner).load(data);
        return data;
    }

    /** Orders that the store wants sent, troubled ones included, by company, kind and number. */
    public Set<String> wanted() {
        Set<String> wanted = new LinkedHashSet<>(ShownActs.shown().keySet());
        orders.stream().filter(DemoOrder::wanted).map(DemoOrder::name).forEach(wanted::add);
        ShownActs.COLLECTED.forEach(wanted::remove);
        return wanted;
    }

    /** What one can see with some of the orders, by company, kind and number. */
    public Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>();
        orders.forEach(order -> order.shows().ifPresent(words -> shown.put(order.name(), words)));
        shown.putAll(ShownActs.shown());
        return shown;
    }

    /** @param name company, kind and number */
    public DemoOrder named(String name) {
        return orders.stream()
                .filter(order -> order.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The order that shows this trouble. */
    public DemoOrder troubled(Trouble trouble) {
        return orders.stream()
                .filter(order -> order.trouble().equals(Optional.of(trouble)))
                .findFirst()
                .orElseThrow();
    }
}
