package org.accountinghub.routes.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accountinghub.routes.demo.data.DemoCompany;
import org.accountinghub.routes.demo.data.ShownOrders;
import tools.jackson.databind.JsonNode;

/** Who works in the accounting systems: makes invoices of orders, books what the hub has not booked, sees payments come in. */
final class BookKeeper {

    /** Of ten orders or invoices one is left for another day, and five of the booked invoices are paid. */
    private static final int TEN = 10;

    private static final int DONE_OF_TEN = 9;
    private static final int PAID_OF_TEN = 5;

    private final SimulatedFortnox fortnox;
    private final Progress progress;
    private final Set<String> done = new HashSet<>();
    private final Set<String> unbooked = new LinkedHashSet<>();

    BookKeeper(SimulatedFortnox fortnox, Progress progress) {
        this.fortnox = fortnox;
        this.progress = progress;
    }

    /** Invoices the orders of this company that the hub has sent as orders. */
    void invoiceOrders(DemoCompany company, Documents sent) {
        String tenant = DemoConnections.tenantOf(company);
        List<JsonNode> orders = sent.deliveredAsOrders(company.code());
        List<String> together = new ArrayList<>();
        int single = 0;
        int left = 0;
        for (JsonNode document : orders) {
            String name = Documents.order(document);
            String number = Documents.number(document);
            if (name.equals(ShownOrders.CANCELLED_THERE)) {
                fortnox.cancelOrder(tenant, number);
            } else if (name.equals(ShownOrders.IN_PARTS)) {
                inParts(tenant, number);
                done.add(sent.there(document));
            } else if (ShownOrders.TOGETHER.contains(name)) {
                together.add(number);
                done.add(sent.there(document));
            } else if ((single + left) % TEN < DONE_OF_TEN) {
                fortnox.invoiceOrder(tenant, number);
                done.add(sent.there(document));
                single++;
            } else {
                left++;
            }
        }
        fortnox.invoiceTogether(tenant, together);
        progress.step("The simulated book-keeper of " + company.code() + " makes an invoice of each of " + single
                + " orders, one of " + together.size() + " together,");
        progress.step("  two of an order delivered in parts; cancels an order; leaves " + left + " for another day");
    }

    /** Half of the first row that has several now, the rest later. */
    private void inParts(String tenant, String number) {
        JsonNode order = fortnox.order(tenant, number);
        int position = 0;
        for (JsonNode row : order.path("OrderRows")) {
            BigDecimal quantity = new BigDecimal(row.path("OrderedQuantity").asString("0"));
            if (quantity.compareTo(BigDecimal.ONE) > 0) {
                BigDecimal half = quantity.divide(BigDecimal.valueOf(2));
                fortnox.invoicePart(tenant, number, Map.of(String.valueOf(position), half.toPlainString()));
                break;
            }
            position++;
        }
        fortnox.invoiceOrder(tenant, fortnox.restOf(tenant, order));
    }

    /** Books what is not booked, and sees payments come in. */
    void bookAndBePaid(DemoCompany company, Documents sent) {
        String tenant = DemoConnections.tenantOf(company);
        int seen = 0;
        int booked = 0;
        int paid = 0;
        for (JsonNode invoice : fortnox.invoices(tenant)) {
            String number = invoice.path("DocumentNumber").asString();
            boolean direct = invoice.path("OrderReference").asString("0").equals("0")
                    && !invoice.path("InvoiceType").asString("").equals("SUMMARYINVOICE");
            boolean isBooked = invoice.path("Booked").booleanValue(false);
            if (!isBooked && (!direct || seen % TEN < DONE_OF_TEN)) {
                fortnox.book(tenant, number);
                isBooked = true;
                booked++;
            }
            if (isBooked && seen % TEN < PAID_OF_TEN) {
                fortnox.pay(tenant, number);
                paid++;
            }
            if (!isBooked) {
                unbooked.add(DemoConnections.nameOf(company) + " " + number);
            }
            seen++;
        }
        sent.deliveredAsInvoices(company.code()).stream()
                .filter(document ->
                        !unbooked.contains(DemoConnections.nameOf(company) + " " + Documents.number(document)))
                .map(sent::there)
                .forEach(done::add);
        String books = booked == 0
                ? seen + " invoices are booked already, by the hub"
                : booked + " of " + seen + " invoices are booked";
        progress.step("The book-keeper of " + company.code() + ": " + books + ", " + paid + " are paid");
    }

    /** Whether what is called so there is invoiced as a whole, and all its invoices are booked. */
    boolean hasFinished(String there) {
        return done.contains(there);
    }
}
