package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The simulator's own part of {@code /_sim/}, besides what all simulators have: companies, consent, sessions and the budget
 * of calls, and what only 24SevenOffice's people do.
 */
final class OfficeAdministration {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final OfficeSimulator simulator;

    OfficeAdministration(OfficeSimulator simulator) {
        this.simulator = simulator;
    }

    Optional<Answer> answer(PartnerRequest request) {
        String[] path = request.steering();
        JsonNode body = request.json();
        return switch (path[0]) {
            case "budget" -> done(() -> simulator.budgetScale(body.path("scale").asInt(1)));
            case "sessions" ->
                done(() -> simulator.sessionIdle(
                        Duration.ofSeconds(body.path("idleSeconds").asLong(1200))));
            case "tenants" -> tenant(request, path);
            default -> Optional.empty();
        };
    }

    private Optional<Answer> tenant(PartnerRequest request, String[] path) {
        JsonNode body = request.json();
        String id = path.length > 1 ? path[1] : body.path("id").asString("");
        String what = path.length > 2 ? path[2] : "";
        return switch (request.method() + " " + what) {
            case "POST ", "PUT " -> {
                settings(simulator.tenant(id), body);
                yield Optional.of(Answer.json(
                        200,
                        JSON.valueToTree(Map.of(
                                "id", id, "identity", simulator.tenant(id).identity()))));
            }
            case "POST consent" -> done(() -> simulator.grantConsent(id));
            case "DELETE consent" -> done(() -> simulator.revokeConsent(id));
            case "DELETE sessions" -> done(() -> simulator.endSessions(id));
            case "POST articles" ->
                done(() -> simulator
                        .people(id)
                        .addArticle(
                                body.path("number").asString(""),
                                body.path("description").asString(""),
                                body.path("taxRate").asString("25")));
            case "POST orders" ->
                path.length > 4 && path[4].equals("delete")
                        ? done(() -> simulator.people(id).deleteOrder(path[3]))
                        : Optional.empty();
            case "POST invoices" ->
                path.length > 4 && path[4].equals("credit")
                        ? Optional.of(Answer.number(simulator.people(id).credit(path[3])))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private void settings(OfficeCompany company, JsonNode body) {
        simulator.locked(() -> body.properties().forEach(setting -> {
            JsonNode value = setting.getValue();
            switch (setting.getKey()) {
                case "id" -> {}
                case "name" -> company.name(value.asString());
                case "currency" -> company.currency(value.asString());
                case "savesKeep" -> company.savesKeep(value.asBoolean());
                case "vatPerRow" -> company.vatPerRow(value.asBoolean());
                case "roundFactor" -> company.roundFactor(value.asString());
                case "without" -> value.forEach(number -> company.without(number.asInt()));
                default -> throw new IllegalArgumentException("no such setting: " + setting.getKey());
            }
        }));
    }

    private static Optional<Answer> done(Runnable verb) {
        return Optional.of(Answer.done(verb));
    }
}
