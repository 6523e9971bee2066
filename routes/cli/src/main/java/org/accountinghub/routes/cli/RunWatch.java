package org.accountinghub.routes.cli;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Waits for a run over a register that was begun, and tells how it goes. */
final class RunWatch {

    private static final long LOOK_MILLIS = 500;
    private static final int SAY_EVERY = 10;
    private static final Set<String> OPEN = Set.of("DUE", "RUNNING");

    private final Hub asked;

    RunWatch(Hub asked) {
        this.asked = asked;
    }

    /**
     * The run when it has ended. Interrupting the wait does not interrupt the run.
     *
     * @param begun the answer that named the run
     */
    JsonNode await(JsonNode begun) {
        asked.say(begun.path("message").asString(""));
        String path = "/api/registers/runs/" + begun.path("run").path("id").asLong();
        JsonNode run = begun.path("run");
        for (int look = 1; OPEN.contains(run.path("state").asString("")); look++) {
            if (look % SAY_EVERY == 0) {
                asked.say("  " + RegistersText.progress(run));
            }
            pause();
            run = asked.client().get(path);
        }
        return run;
    }

    private static void pause() {
        try {
            new CountDownLatch(1).await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HubRefusal("interrupted; the run goes on in the hub");
        }
    }
}
