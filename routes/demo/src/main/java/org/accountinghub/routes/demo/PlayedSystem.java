package org.accountinghub.routes.demo;

import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * How the demo ended at one of the accounting systems.
 *
 * @param companies whose books it keeps
 * @param deliveredOrders documents that the hub says are there as orders
 * @param deliveredInvoices documents that the hub says are there as invoices
 * @param invoicedThere orders whose documents are all invoiced and booked there
 * @param statuses how many invoices the store shows as they stand there: booked, paid or cancelled, and what is to be paid
 * @param differing orders of which the store shows an invoice otherwise
 */
record PlayedSystem(
        String name,
        List<String> companies,
        int documents,
        int deliveredOrders,
        int deliveredInvoices,
        int stopped,
        int invoicedThere,
        int invoicedInStore,
        int statuses,
        List<String> differing,
        List<DemoReport.Sum> sums,
        DemoReport.Partner partner) {

    static PlayedSystem of(
            SimulatedSystem system,
            List<String> companies,
            Result result,
            Returned returned,
            List<DemoReport.Sum> sums) {
        Documents sent = result.documents().in(companies);
        Statuses.Compared statuses =
                returned.statuses(List.copyOf(result.stored().values()), Set.copyOf(companies));
        return new PlayedSystem(
                system.name(),
                companies,
                sent.count(),
                sum(companies, company -> sent.deliveredAsOrders(company).size()),
                sum(companies, company -> sent.deliveredAsInvoices(company).size()),
                sent.stopped(),
                sum(companies, returned::finished),
                sum(companies, returned::marked),
                statuses.agreeing(),
                statuses.differing(),
                sums,
                DemoReport.Partner.of(system));
    }

    private static int sum(List<String> companies, ToIntFunction<String> count) {
        return companies.stream().mapToInt(count).sum();
    }

    /** Whether nothing was made twice or by nobody, the sums agree, and what became of the invoices is in the store. */
    boolean agrees() {
        return partner.duplicates() == 0
                && partner.orders() == deliveredOrders
                && partner.invoices() == deliveredInvoices
                && invoicedInStore == invoicedThere
                && differing.isEmpty()
                && sums.stream().allMatch(DemoReport.Sum::agrees);
    }
}
