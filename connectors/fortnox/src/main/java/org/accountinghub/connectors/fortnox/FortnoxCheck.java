package org.accountinghub.connectors.fortnox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.fortnox.wire.CompanyInformation;
import org.accountinghub.mappings.model.Problem;
import tools.jackson.databind.JsonNode;

/** Tries each right that the connector needs by a small read; a right is for reading and writing at Fortnox. */
final class FortnoxCheck {

    private final FortnoxSettings settings;
    private final FortnoxClient client;

    FortnoxCheck(FortnoxSettings settings, FortnoxClient client) {
        this.settings = settings;
        this.client = client;
    }

    List<Problem> run(Conversation conversation) {
        List<Problem> problems = new ArrayList<>(company(conversation));
        rights().forEach((path, right) -> {
            Map<String, String> query = path.equals(LockedPeriods.PATH) ? Map.of() : Map.of("limit", "1");
            Reply<JsonNode> reply = client.read(path, query, JsonNode.class, conversation);
            FortnoxProblems.COMMON
                    .inTheWay(reply)
                    .map(problem -> about(right, problem))
                    .ifPresent(problems::add);
        });
        return problems.stream().distinct().toList();
    }

    private List<Problem> company(Conversation conversation) {
        Reply<CompanyInformation.Body> reply =
                client.read("/companyinformation", Map.of(), CompanyInformation.Body.class, conversation);
        if (reply instanceof Said<CompanyInformation.Body> said) {
            Optional<String> actual = said.body().companyInformation().databaseNumber();
            return settings
                    .tenant()
                    .filter(expected -> actual.isPresent() && !actual.get().equals(expected))
                    .stream()
                    .map(expected -> FortnoxProblems.otherCompany(expected, actual.orElse("")))
                    .toList();
        }
        return FortnoxProblems.COMMON.inTheWay(reply).map(problem -> about("companyinformation", problem)).stream()
                .toList();
    }

    /** A missing right says which; what is wrong with the connection as a whole is said once. */
    private static Problem about(String right, Problem problem) {
        boolean one = problem.cause().equals("fortnox.right-missing")
                || problem.cause().equals("fortnox.forbidden");
        return one ? problem.at("right " + right) : problem;
    }

    /**
     * What everybody needs, and what these settings do. The right to orders is looked at when the connection names it: a
     * connection that only sends invoices must not be held up by its lack.
     */
    private Map<String, String> rights() {
        Map<String, String> rights = new LinkedHashMap<>();
        rights.put(FortnoxCustomers.CUSTOMERS, "customer");
        rights.put(FortnoxArticles.PATH, "article");
        rights.put(InvoiceForm.PATH, "invoice");
        if (settings.ordersExpected()) {
            rights.put(OrderForm.PATH, FortnoxSettings.ORDER);
        }
        List<String> needed = FortnoxSettings.needed(settings.policy());
        if (needed.contains(FortnoxSettings.SETTINGS)) {
            rights.put(LockedPeriods.PATH, FortnoxSettings.SETTINGS);
        }
        if (needed.contains(FortnoxSettings.COST_CENTRE)) {
            rights.put(CostCentres.PATH, FortnoxSettings.COST_CENTRE);
        }
        return rights;
    }
}
