package org.accountinghub.routes.demo;

import java.util.List;

/**
 * How the demo ended, as it is written with {@code --report}.
 *
 * @param orders orders that were ready for invoicing
 * @param documents what they became: one for each payer
 * @param delivered documents that are at the partner
 * @param problems documents that are not, by cause
 * @param invoicedInStore orders that the store shows as invoiced
 * @param seconds from start to end
 */
record DemoReport(
        int orders,
        int documents,
        int delivered,
        List<Cause> problems,
        int invoicedInStore,
        Partner partner,
        long seconds) {

    /** Whether every document is accounted for and nothing was made twice. */
    boolean isWhole() {
        int stopped = problems.stream().mapToInt(Cause::count).sum();
        return delivered + stopped == documents
                && partner.duplicates() == 0
                && partner.invoices() == delivered
                && problems.stream().noneMatch(cause -> cause.cause().equals(Documents.STILL_MOVING));
    }

    /** Documents that stopped for one cause. */
    record Cause(String cause, int count, List<String> orders) {}

    /** What the partner's own book says. */
    record Partner(int customers, int orders, int invoices, int duplicates) {}
}
