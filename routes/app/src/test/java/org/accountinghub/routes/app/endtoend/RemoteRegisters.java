package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One register of a company, steered through a hub in another process.
 *
 * @param register as addresses name it
 * @param patience how long a run may take
 */
record RemoteRegisters(RemoteHub hub, String register, Duration patience) {

    private static final Set<String> OVER = Set.of("DONE", "CANCELLED", "SUSPICIOUS", "FAILED");
    private static final String CONNECTION = "r01";

    /** The counts of the report, once it is made. */
    Map<String, Integer> matched() {
        done(hub.api().post(address() + "/match", Map.of()));
        Map<String, Integer> counts = new HashMap<>();
        report().path("counts")
                .properties()
                .forEach(kind -> counts.put(kind.getKey(), kind.getValue().asInt()));
        return counts;
    }

    private JsonNode report() {
        return hub.api().get("/api/matches/" + CONNECTION + "/" + register);
    }

    /** All of it and these classes, twice: which changes nothing more. */
    void approve(List<String> classes) {
        String address = "/api/matches/" + report().path("id").asLong() + "/approve";
        Map<String, Object> choice = Map.of("all", true, "classes", classes);
        JsonNode first = hub.api().post(address, choice);
        assertThat(first.path("refused")).as("%s", first).isEmpty();
        JsonNode second = hub.api().post(address, choice);
        assertThat(second.path("changed").asBoolean())
                .as("approving twice: %s", second)
                .isFalse();
    }

    /** What is said to an import now. */
    String refusal() {
        try {
            return hub.api().post(address() + "/import", Map.of()).toString();
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    JsonNode imported(boolean whole) {
        return done(hub.api().post(address() + "/import?whole=" + whole, Map.of()));
    }

    /** The newest run, when it has ended as it should. */
    JsonNode newestDone() {
        return ended(hub.api()
                .get("/api/registers/runs?connection=" + CONNECTION + "&register=" + register + "&limit=1")
                .path(0));
    }

    private String address() {
        return "/api/registers/" + CONNECTION + "/" + register;
    }

    private JsonNode done(JsonNode begun) {
        assertThat(begun.path("begun").asBoolean()).as("%s", begun).isTrue();
        return ended(begun.path("run"));
    }

    private JsonNode ended(JsonNode run) {
        String address = "/api/registers/runs/" + run.path("id").asLong();
        JsonNode now = await().atMost(patience)
                .until(
                        () -> hub.api().get(address),
                        then -> OVER.contains(then.path("state").asString("")));
        assertThat(now.path("state").asString("")).as("%s", now).isEqualTo("DONE");
        assertThat(now.path("counts").path("failed").asInt()).as("%s", now).isZero();
        return now;
    }
}
