package org.accountinghub.routes.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the demo ended, as it is written with {@code --report}.
 *
 * @param orders orders that were ready for invoicing
 * @param documents what they became: one for each payer
 * @param delivered documents that are at the partner
 * @param problems documents that are not, by cause
 * @param afterwards what people did at the partner that needs somebody, by cause; those documents are delivered
 * @param invoicedThere orders whose documents are all invoiced and booked at the partner
 * @param invoicedInStore orders that the store shows as invoiced
 * @param kinds the documents by company, kind of order and what they are sent as
 * @param notWanted why the store wants its other orders not sent, and how many they are
 * @param sums of the delivered documents by currency
 * @param systems the same for each accounting system by itself
 * @param seconds from start to end
 */
record DemoReport(
        int orders,
        int documents,
        int delivered,
        List<Cause> problems,
        List<Cause> afterwards,
        int invoicedThere,
        int invoicedInStore,
        List<Kind> kinds,
        List<Kind> targets,
        Map<String, Integer> notWanted,
        List<Sum> sums,
        Partner partner,
        List<PlayedSystem> systems,
        long seconds) {

    static final String ORDER = "order";
    static final String INVOICE = "invoice";

    /** Orders on which people did at the partner what they should not. */
    static final Set<String> MEDDLED_WITH = Set.of("744", "735");

    /** Whether every document is accounted for, and each system has what was sent to it once, to the öre, and told back. */
    boolean isWhole() {
        int stopped = problems.stream().mapToInt(Cause::count).sum();
        return delivered + stopped == documents
                && systems.stream().allMatch(PlayedSystem::agrees)
                && afterwards.stream().flatMap(cause -> cause.orders().stream()).allMatch(this::isExplained)
                && problems.stream().noneMatch(cause -> cause.cause().equals(Documents.STILL_MOVING));
    }

    /** Somebody meddled with it, or it stopped half way and says so. */
    private boolean isExplained(String order) {
        return MEDDLED_WITH.contains(order)
                || problems.stream().anyMatch(cause -> cause.orders().contains(order));
    }

    /** Documents with one cause. */
    record Cause(String cause, int count, List<String> orders) {}

    /**
     * Documents of one kind.
     *
     * @param company the subgroup; empty for all
     * @param kind of order; empty for all
     * @param as {@link #ORDER} or {@link #INVOICE}
     * @param invoiced how many of them the store shows with booked invoices
     * @param paid how many of these are paid
     */
    record Kind(
            String company,
            String kind,
            String as,
            int orders,
            int documents,
            int delivered,
            int stopped,
            int invoiced,
            int paid) {}

    /** With VAT; {@code atPartner} before it was rounded to whole kronor. */
    record Sum(String currency, BigDecimal sent, BigDecimal atPartner) {

        boolean agrees() {
            return sent.compareTo(atPartner) == 0;
        }
    }

    /**
     * What the partner's own book says.
     *
     * @param orders made by the hub
     * @param invoices made by the hub
     * @param invoicesOfOrders made by the book-keeper of these orders
     * @param taxReductions asked for by the hub
     */
    record Partner(int customers, int orders, int invoices, int invoicesOfOrders, int taxReductions, int duplicates) {

        static Partner of(SimulatedSystem system) {
            return new Partner(
                    system.madeOverApi("customer"),
                    system.madeOverApi(ORDER),
                    system.madeOverApi(INVOICE),
                    system.madeByHand(INVOICE),
                    system.madeOverApi("tax-reduction"),
                    system.duplicates());
        }

        Partner plus(Partner other) {
            return new Partner(
                    customers + other.customers,
                    orders + other.orders,
                    invoices + other.invoices,
                    invoicesOfOrders + other.invoicesOfOrders,
                    taxReductions + other.taxReductions,
                    duplicates + other.duplicates);
        }
    }
}
