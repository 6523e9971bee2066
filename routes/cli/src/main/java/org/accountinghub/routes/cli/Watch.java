package org.accountinghub.routes.cli;

import java.time.Duration;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Waits for work that goes on in the hub, and says now and then how far it is. Interrupting the wait does not interrupt the work. */
final class Watch {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);
    private static final int SAY_EVERY = 10;

    private final Hub asked;
    private final String path;
    private final String work;

    /**
     * @param path where the work is looked at
     * @param work what goes on, to be said to who interrupts: {@code the fetch goes on in the hub}
     */
    Watch(Hub asked, String path, String work) {
        this.asked = asked;
        this.path = path;
        this.work = work;
    }

    /** Whether the work goes on. */
    interface GoesOn {

        /** @param look its number, from 1 */
        boolean test(JsonNode seen, int look);
    }

    /** What is seen when the work no longer goes on. */
    JsonNode await(JsonNode first, GoesOn goesOn, Function<JsonNode, String> progress) {
        JsonNode seen = first;
        for (int look = 1; goesOn.test(seen, look); look++) {
            if (look % SAY_EVERY == 0) {
                asked.say("  " + progress.apply(seen));
            }
            Pause.of(BETWEEN_LOOKS, this::interrupted);
            seen = asked.client().get(path);
        }
        return seen;
    }

    private RuntimeException interrupted() {
        return new HubRefusal("interrupted; " + work);
    }
}
