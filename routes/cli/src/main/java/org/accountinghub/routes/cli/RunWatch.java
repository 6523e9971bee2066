package org.accountinghub.routes.cli;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Waits for a run over a register that was begun, and tells how it goes. */
final class RunWatch {

    private static final Set<String> OPEN = Set.of("DUE", "RUNNING");

    private final Hub asked;

    RunWatch(Hub asked) {
        this.asked = asked;
    }

    /**
     * The run when it has ended.
     *
     * @param begun the answer that named the run
     */
    JsonNode await(JsonNode begun) {
        asked.say(begun.path("message").asString(""));
        String path = "/api/registers/runs/" + begun.path("run").path("id").asLong();
        return new Watch(asked, path, "the run goes on in the hub")
                .await(
                        begun.path("run"),
                        (run, look) -> OPEN.contains(run.path("state").asString("")),
                        RegistersText::progress);
    }
}
