package org.accountinghub.routes.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.accountinghub.routes.demo.data.DemoCompany;
import org.accountinghub.routes.demo.data.ShownOrders;
import tools.jackson.databind.JsonNode;

/** What the companies' book-keepers do in the simulated accounting systems while one watches. */
final class BookKeeper {

    /** Of ten. */
    private static final int DONE_OF_TEN = 9;

    private static final int PAID_OF_TEN = 5;
    private static final int TEN = 10;

    private final DemoStage stage;
    private final Progress progress;
    private final Set<String> made = new HashSet<>();
    private final Set<String> done = new HashSet<>();
    private final Set<String> unbooked = new LinkedHashSet<>();

    BookKeeper(DemoStage stage, Progress progress) {
        this.stage = stage;
        this.progress = progress;
    }

    /** Invoices the orders of this company that the hub has sent as orders. */
    void invoiceOrders(DemoCompany company, Documents sent) {
        SimulatedSystem system = stage.system(company);
        String tenant = DemoConnections.tenantOf(company);
        List<String> together = new ArrayList<>();
        List<String> invoices = new ArrayList<>();
        int single = 0;
        int left = 0;
        int cancelled = 0;
        for (JsonNode document : sent.deliveredAsOrders(company.code())) {
            String name = Documents.order(document);
            String number = Documents.number(document);
            if (name.equals(ShownOrders.CANCELLED_THERE) && system.cancelsOrder(tenant, number)) {
                cancelled++;
            } else if (name.equals(ShownOrders.IN_PARTS)) {
                invoices.addAll(system.invoiceInParts(tenant, number));
                done.add(sent.there(document));
            } else if (ShownOrders.TOGETHER.contains(name)) {
                together.add(number);
                done.add(sent.there(document));
            } else if ((single + left) % TEN < DONE_OF_TEN) {
                invoices.add(system.invoiceOrder(tenant, number));
                done.add(sent.there(document));
                single++;
            } else {
                left++;
            }
        }
        invoices.addAll(system.invoiceTogether(tenant, together));
        invoices.forEach(number -> made.add(at(company, number)));
        String specially = together.isEmpty()
                ? ""
                : ", one of them in parts and " + together.size() + " of them together where " + system.title()
                        + " can";
        progress.step("The simulated book-keeper of " + company.code() + " makes " + invoices.size()
                + " invoices of the orders" + specially + "; cancels " + cancelled + "; leaves " + left
                + " for another day");
    }

    /** Books what the hub has delivered or he has made himself, and sees payments come in. */
    void bookAndBePaid(DemoCompany company, Documents sent) {
        SimulatedSystem system = stage.system(company);
        String tenant = DemoConnections.tenantOf(company);
        Set<String> ours = sent.deliveredAsInvoices(company.code()).stream()
                .map(Documents::number)
                .collect(Collectors.toSet());
        int seen = 0;
        int booked = 0;
        for (JsonNode invoice : system.invoicePapers(tenant)) {
            String number = invoice.path("number").asString();
            if (!isBooked(invoice)) {
                if (made.contains(at(company, number)) || (ours.contains(number) && seen % TEN < DONE_OF_TEN)) {
                    system.book(tenant, number);
                    booked++;
                } else {
                    unbooked.add(at(company, number));
                }
            }
            seen++;
        }
        int paid = 0;
        int place = 0;
        for (JsonNode invoice : system.invoicePapers(tenant)) {
            if (isBooked(invoice) && place % TEN < PAID_OF_TEN) {
                system.pay(tenant, invoice.path("number").asString());
                paid++;
            }
            place++;
        }
        sent.deliveredAsInvoices(company.code()).stream()
                .filter(document -> !unbooked.contains(at(company, Documents.number(document))))
                .map(sent::there)
                .forEach(done::add);
        String books =
                booked == 0 ? seen + " invoices are booked already" : booked + " of " + seen + " invoices are booked";
        progress.step("The book-keeper of " + company.code() + ": " + books + ", " + paid + " are paid");
    }

    private static boolean isBooked(JsonNode invoice) {
        return invoice.path("settled").booleanValue(false);
    }

    private static String at(DemoCompany company, String invoice) {
        return DemoConnections.nameOf(company) + " " + invoice;
    }

    /** Whether what is called so there is invoiced as a whole, and all its invoices are booked. */
    boolean hasFinished(String there) {
        return done.contains(there);
    }
}
