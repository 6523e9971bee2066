package org.accountinghub.routes.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accountinghub.routes.demo.data.DemoCompany;
import org.accountinghub.routes.demo.data.StoredDocument;
import org.accountinghub.routes.demo.data.StoredDocument.StoredInvoice;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the store says of its invoices beside what the book-keepers left: booked, paid or cancelled, and what is to be paid. */
final class Statuses {

    private final Map<String, JsonNode> papers = new HashMap<>();

    /** As they stand at the partners now. */
    static Statuses at(DemoStage stage) {
        Statuses statuses = new Statuses();
        stage.data().companies().forEach(company -> statuses.add(company, stage.system(company)));
        return statuses;
    }

    private void add(DemoCompany company, SimulatedSystem system) {
        system.invoicePapers(DemoConnections.tenantOf(company)).forEach(invoice -> add(company.code(), invoice));
    }

    Statuses add(String company, JsonNode invoice) {
        papers.put(company + " " + invoice.path("number").asString(""), invoice);
        return this;
    }

    /** Of the invoices of these companies. */
    Compared compare(List<StoredDocument> stored, Collection<String> companies) {
        int agreeing = 0;
        List<String> differing = new ArrayList<>();
        for (StoredDocument document : stored) {
            String company = document.order().split(" ", 2)[0];
            for (StoredInvoice invoice : companies.contains(company) ? document.invoices() : List.<StoredInvoice>of()) {
                if (agrees(invoice, papers.get(company + " " + invoice.number()))) {
                    agreeing++;
                } else {
                    differing.add(document.order());
                }
            }
        }
        return new Compared(agreeing, differing);
    }

    private static boolean agrees(StoredInvoice ours, @Nullable JsonNode theirs) {
        return theirs != null
                && ours.state().equals(state(theirs))
                && ours.balance().compareTo(balance(theirs)) == 0;
    }

    private static String state(JsonNode invoice) {
        if (invoice.path("cancelled").booleanValue(false)) {
            return "CANCELLED";
        }
        if (!invoice.path("settled").booleanValue(false)) {
            return "OPEN";
        }
        return balance(invoice).signum() == 0 ? "PAID" : "BOOKED";
    }

    private static BigDecimal balance(JsonNode invoice) {
        return invoice.path("balance").decimalValue(BigDecimal.ZERO);
    }

    /** @param differing orders of which an invoice is not in the store as it is there */
    record Compared(int agreeing, List<String> differing) {}
}
