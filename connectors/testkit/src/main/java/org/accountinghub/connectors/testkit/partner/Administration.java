package org.accountinghub.connectors.testkit.partner;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What every simulator can be told and asked from another process, below {@code /_sim/}. */
final class Administration {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SimulatedPartner partner;
    private final Companies companies;

    Administration(SimulatedPartner partner) {
        this.partner = partner;
        this.companies = new Companies(partner);
    }

    Answer answer(PartnerRequest request) {
        try {
            String path = request.path().substring(SimulatedPartner.ADMINISTRATION.length());
            return switch (request.method() + " " + path) {
                case "GET book" -> Answer.json(200, JSON.valueToTree(book(request)));
                case "GET duplicates" ->
                    Answer.json(200, JSON.valueToTree(partner.book().duplicates()));
                case "GET counts" ->
                    Answer.json(200, JSON.valueToTree(partner.journal().counts()));
                case "DELETE counts" -> Answer.done(partner.journal()::clear);
                case "POST faults" -> Answer.done(() -> script(request.json()));
                case "DELETE faults" -> Answer.done(partner.faults()::clear);
                case "GET late" -> count("pending", partner.lateCommits());
                case "POST late/release" -> count("released", partner.releaseLateCommits());
                default ->
                    companies
                            .answer(request, path)
                            .or(() -> partner.administer(request))
                            .orElseGet(() -> Answer.json(404, problem("no such address: " + request.path())));
            };
        } catch (JacksonException | IllegalArgumentException e) {
            return Answer.json(400, problem(String.valueOf(e.getMessage())));
        } catch (IllegalStateException e) {
            return Answer.json(409, problem(String.valueOf(e.getMessage())));
        }
    }

    private Object book(PartnerRequest request) {
        return partner.book().effects().stream()
                .filter(effect ->
                        request.parameter("tenant").map(effect.tenant()::equals).orElse(true))
                .filter(effect -> request.parameter("reference")
                        .map(effect.reference()::equals)
                        .orElse(true))
                .filter(effect ->
                        request.parameter("kind").map(effect.kind()::equals).orElse(true))
                .toList();
    }

    private void script(JsonNode rule) {
        FaultScript.Target target = partner.faults()
                .on(rule.path("operation").asString(""))
                .tenant(rule.path("tenant").asString(""))
                .reference(rule.path("reference").asString(""));
        Fault fault = new Fault(
                kind(rule.path("fault").asString("")),
                rule.path("status").asInt(0),
                Duration.ofMillis(rule.path("delayMillis").asLong(0)));
        if (rule.has("nth")) {
            target.nth(rule.path("nth").asInt(), fault);
        } else if (rule.has("every")) {
            target.every(rule.path("every").asInt(), fault);
        } else {
            target.times(rule.path("times").asInt(1), fault);
        }
    }

    private static Fault.Kind kind(String name) {
        return Arrays.stream(Fault.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "fault is '" + name + "'; possible are " + Arrays.toString(Fault.Kind.values())));
    }

    private static Answer count(String name, int value) {
        return Answer.json(200, JSON.valueToTree(Map.of(name, value)));
    }

    private static ObjectNode problem(String text) {
        return JSON.createObjectNode().put("problem", text);
    }
}
