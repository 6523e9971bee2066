package org.accountinghub.connectors.testkit.partner;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The administration's pages about {@link SimulatedCompany}, below {@code companies/TENANT}. */
final class Companies {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COMPANIES = "companies/";

    private final SimulatedPartner partner;

    Companies(SimulatedPartner partner) {
        this.partner = partner;
    }

    Optional<Answer> answer(PartnerRequest request, String path) {
        if (!path.startsWith(COMPANIES)) {
            return Optional.empty();
        }
        String[] parts = path.substring(COMPANIES.length()).split("/", 4);
        SimulatedCompany company = partner.company(parts[0]);
        JsonNode body = request.json();
        String what = parts.length > 1 ? parts[1] : "";
        String number = parts.length > 2 ? parts[2] : "";
        String verb = parts.length > 3 ? parts[3] : "";
        return switch (request.method() + " " + what + (verb.isEmpty() ? "" : " " + verb)) {
            case "POST " -> Optional.of(Answer.empty(204));
            case "POST connection" -> Optional.of(json(connection(company, body)));
            case "POST approve" ->
                Optional.of(json(Map.of(
                        "page",
                        company.approving(URI.create(body.path("page").asString("")))
                                .toString())));
            case "GET orders" -> Optional.of(json(company.orders()));
            case "GET invoices" -> Optional.of(json(company.invoices()));
            case "POST customers" ->
                number(company.addCustomer(
                        body.path("number").asString(""),
                        body.path("name").asString(""),
                        body.path("registrationNumber").asString("")));
            case "POST articles" ->
                done(() -> company.addArticle(
                        body.path("number").asString(""),
                        body.path("description").asString("")));
            case "POST orders invoice" -> number(company.invoiceOrder(number));
            case "POST orders cancel" -> done(() -> company.cancelOrder(number));
            case "POST invoices book" -> done(() -> company.book(number));
            case "POST invoices pay" -> done(() -> company.pay(number));
            default -> Optional.empty();
        };
    }

    /** How a hub is connected to it, and by which operations documents are created: the addresses are told by who asks, who knows where this simulator is mounted. */
    private static Map<String, Object> connection(SimulatedCompany company, JsonNode addresses) {
        Map<String, URI> known = new TreeMap<>();
        addresses
                .properties()
                .forEach(address -> known.put(
                        address.getKey(), URI.create(address.getValue().asString(""))));
        Map<String, String> creates = new TreeMap<>();
        company.kinds().forEach(kind -> creates.put(kind, company.creates(kind)));
        return Map.of("settings", company.settings(known), "secrets", company.secrets(), "creates", creates);
    }

    private static Answer json(Object value) {
        return Answer.json(200, JSON.valueToTree(value));
    }

    private static Optional<Answer> number(String number) {
        return Optional.of(Answer.number(number));
    }

    private static Optional<Answer> done(Runnable act) {
        return Optional.of(Answer.done(act));
    }
}
