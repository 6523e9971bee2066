package org.accountinghub.connectors.fortnox.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The simulator's own part of {@code /_sim/}: companies, consent, window and the book-keeper's verbs,
 * for tests and demonstrations that run it as another process.
 */
final class FortnoxAdministration {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final FortnoxSimulator simulator;

    FortnoxAdministration(FortnoxSimulator simulator) {
        this.simulator = simulator;
    }

    Optional<Answer> answer(PartnerRequest request) {
        String[] path = request.steering();
        JsonNode body = request.json();
        return switch (path[0]) {
            case "window" -> done(() -> simulator.windowScale(body.path("scale").asInt(1)));
            case "clients" ->
                done(() -> simulator.client(
                        body.path("id").asString(""), body.path("secret").asString("")));
            case "approve-always" ->
                done(() -> simulator.approveAlways(body.path("tenant").asString("")));
            case "tenants" -> tenant(request, path);
            default -> Optional.empty();
        };
    }

    private Optional<Answer> tenant(PartnerRequest request, String[] path) {
        String id = path.length > 1 ? path[1] : body(request).path("id").asString("");
        String what = path.length > 2 ? path[2] : "";
        return switch (request.method() + " " + what) {
            case "POST ", "PUT " -> {
                settings(simulator.tenant(id), body(request));
                yield Optional.of(Answer.json(200, JSON.createObjectNode().put("id", id)));
            }
            case "POST consent" -> done(() -> simulator.grantConsent(id, scopes(body(request))));
            case "DELETE consent" -> done(() -> simulator.revokeConsent(id));
            case "POST customers" ->
                isList(request)
                        ? done(() -> simulator.bookKeeper(id).addCustomers(records(request)))
                        : number(simulator.bookKeeper(id).addCustomer(body(request)));
            case "POST articles" ->
                isList(request)
                        ? done(() -> simulator.bookKeeper(id).addArticles(records(request)))
                        : number(simulator.bookKeeper(id).addArticle(body(request)));
            case "GET customers" -> list(simulator.bookKeeper(id).customers());
            case "GET articles" -> list(simulator.bookKeeper(id).articles());
            case "DELETE customers" -> done(() -> simulator.bookKeeper(id).deleteCustomer(path[3]));
            case "DELETE articles" -> done(() -> simulator.bookKeeper(id).deleteArticle(path[3]));
            case "GET invoices" -> list(simulator.bookKeeper(id).invoices());
            case "PUT customers", "PUT articles", "PUT invoices", "PUT orders" ->
                done(() -> change(simulator.bookKeeper(id), what, path[3], body(request)));
            case "GET taxreductions" -> list(simulator.bookKeeper(id).taxReductions());
            case "POST taxreductions" -> number(simulator.bookKeeper(id).addTaxReduction(body(request)));
            case "GET orders" -> list(simulator.bookKeeper(id).orders());
            case "POST orders" -> orders(simulator.bookKeeper(id), path, body(request));
            case "POST invoices" ->
                path.length > 4
                        ? verb(simulator.bookKeeper(id), path[3], path[4], body(request))
                        : number(simulator.bookKeeper(id).addInvoice(body(request)));
            default -> Optional.empty();
        };
    }

    private static Optional<Answer> verb(BookKeeper keeper, String invoice, String verb, ObjectNode body) {
        return switch (verb) {
            case "book" -> done(() -> keeper.book(invoice));
            case "cancel" -> done(() -> keeper.cancel(invoice));
            case "send" -> done(() -> keeper.send(invoice));
            case "credit" -> number(keeper.credit(invoice));
            case "pay" ->
                done(() -> {
                    if (body.has("amount")) {
                        BigDecimal amount = body.path("amount").decimalValue();
                        keeper.pay(
                                invoice,
                                amount,
                                LocalDate.parse(body.path("date").asString("")));
                    } else {
                        keeper.payAll(invoice);
                    }
                });
            default -> Optional.empty();
        };
    }

    private static void change(BookKeeper keeper, String what, String number, ObjectNode fields) {
        switch (what) {
            case "customers" -> keeper.changeCustomer(number, fields);
            case "articles" -> keeper.changeArticle(number, fields);
            case "invoices" -> keeper.changeInvoice(number, fields);
            default -> keeper.changeOrder(number, fields);
        }
    }

    private static Optional<Answer> orders(BookKeeper keeper, String[] path, ObjectNode body) {
        if (path.length == 3) {
            return number(keeper.addOrder(body));
        }
        if (path[3].equals("invoice-together")) {
            return number(keeper.invoiceTogether(List.copyOf(elements(body.path("orders")))));
        }
        return switch (path.length > 4 ? path[4] : "") {
            case "invoice" -> number(keeper.invoiceOrder(path[3]));
            case "invoice-part" -> number(keeper.invoicePart(path[3], quantities(body)));
            case "cancel" -> done(() -> keeper.cancelOrder(path[3]));
            case "delete" -> done(() -> keeper.deleteOrder(path[3]));
            default -> Optional.empty();
        };
    }

    private static Map<Integer, BigDecimal> quantities(ObjectNode body) {
        return body.path("quantities").properties().stream()
                .collect(Collectors.toMap(row -> Integer.valueOf(row.getKey()), row -> Amounts.of(row.getValue())));
    }

    private void settings(FortnoxCompany company, ObjectNode body) {
        simulator.locked(() -> body.properties().forEach(setting -> {
            JsonNode value = setting.getValue();
            switch (setting.getKey()) {
                case "id" -> {}
                case "name" -> company.name(value.asString());
                case "organisationNumber" -> company.organisationNumber(value.asString());
                case "lockedUntil" -> lock(company, value.asString(""));
                case "financialYear" ->
                    company.onlyFinancialYear(
                            LocalDate.parse(value.path("from").asString("")),
                            LocalDate.parse(value.path("to").asString("")));
                case "defaultAccount" -> {
                    if (!value.booleanValue(true)) {
                        company.withoutDefaultAccount();
                    }
                }
                case "withoutAccounts" ->
                    elements(value).forEach(account -> company.withoutAccounts(Integer.valueOf(account)));
                case "withAccounts" ->
                    elements(value).forEach(account -> company.withAccounts(Integer.valueOf(account)));
                case "withoutUnits" -> elements(value).forEach(company::withoutUnits);
                case "withoutLicences" -> elements(value).forEach(company::withoutLicences);
                case "costCentres" -> elements(value).forEach(company::costCentres);
                case "inactiveCostCentres" -> elements(value).forEach(company::inactiveCostCentres);
                case "wholeKronor" -> company.wholeKronor(value.booleanValue());
                case "vatPerRow" -> company.vatPerRow(value.booleanValue());
                case "administrationFee" -> company.administrationFee(value.decimalValue());
                case "assume" ->
                    value.properties()
                            .forEach(one -> company.assume(
                                    Assumption.of(one.getKey()), one.getValue().booleanValue()));
                case "reductionPercents" ->
                    value.properties()
                            .forEach(rate -> company.reductionPercent(
                                    rate.getKey(), rate.getValue().decimalValue()));
                default -> throw new IllegalArgumentException("unknown setting " + setting.getKey());
            }
        }));
    }

    /** An empty day opens everything. */
    private static void lock(FortnoxCompany company, String day) {
        if (day.isEmpty()) {
            company.unlocked();
        } else {
            company.lockedUntil(LocalDate.parse(day));
        }
    }

    private static Set<String> scopes(ObjectNode body) {
        return body.has("scopes") ? elements(body.path("scopes")) : FortnoxSimulator.SCOPES;
    }

    private static Set<String> elements(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asString)
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                : Arrays.stream(value.asString().split(" ")).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isList(PartnerRequest request) {
        return request.body().stripLeading().startsWith("[");
    }

    private static List<ObjectNode> records(PartnerRequest request) {
        return StreamSupport.stream(JSON.readTree(request.body()).spliterator(), false)
                .map(ObjectNode.class::cast)
                .toList();
    }

    private static ObjectNode body(PartnerRequest request) {
        return (ObjectNode) request.json();
    }

    private static Optional<Answer> list(List<ObjectNode> documents) {
        return Optional.of(Answer.json(200, JSON.createArrayNode().addAll(documents)));
    }

    private static Optional<Answer> number(String number) {
        return Optional.of(Answer.number(number));
    }

    private static Optional<Answer> done(Runnable verb) {
        return Optional.of(Answer.done(verb));
    }
}
