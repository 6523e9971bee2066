package org.accountinghub.connectors.vismaeaccounting.simulator;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The simulator's own part of {@code /_sim/}: settings of companies, consent and the limit. */
final class VismaAdministration {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final VismaSimulator simulator;

    VismaAdministration(VismaSimulator simulator) {
        this.simulator = simulator;
    }

    Optional<Answer> answer(PartnerRequest request) {
        String[] path = request.steering();
        ObjectNode body = (ObjectNode) request.json();
        return switch (path[0]) {
            case "window" -> done(() -> simulator.windowScale(body.path("scale").asInt(1)));
            case "approve-always" ->
                done(() -> simulator.approveAlways(body.path("tenant").asString("")));
            case "tenants" -> path.length > 1 ? tenant(request.method(), path, body) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Answer> tenant(String method, String[] path, ObjectNode body) {
        VismaCompany company = simulator.tenant(path[1]);
        return switch (method + " " + (path.length > 2 ? path[2] : "")) {
            case "POST ", "PUT " ->
                done(() -> simulator.locked(() -> {
                    company.settings().setAll(body);
                    company.ordersLicensed(body.path("ordersLicensed").booleanValue(company.hasOrders()));
                }));
            case "GET " -> Optional.of(Answer.json(200, company.settings()));
            case "POST refresh-token" ->
                Optional.of(Answer.json(
                        200, JSON.createObjectNode().put("refresh_token", simulator.refreshToken(path[1]))));
            case "PUT rights" -> done(() -> simulator.limitRights(path[1], texts(body.path("scopes"))));
            case "DELETE consent" -> done(() -> simulator.revokeConsent(path[1]));
            case "POST drafts" ->
                path.length > 4 && path[4].equals("convert")
                        ? number(simulator.bookKeeper(path[1]).book(path[3]))
                        : Optional.empty();
            case "POST invoices" ->
                path.length > 4 && path[4].equals("credit")
                        ? number(simulator.bookKeeper(path[1]).credit(path[3]))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    private static Optional<Answer> number(String number) {
        return Optional.of(Answer.number(number));
    }

    private static Optional<Answer> done(Runnable verb) {
        return Optional.of(Answer.done(verb));
    }
}
