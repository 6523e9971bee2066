package org.accountinghub.routes.cli;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Waits for an upload, and tells how it goes. */
final class UploadWatch {

    private static final long LOOK_MILLIS = 400;
    private static final int SAY_EVERY = 8;
    private static final Set<String> MOVING = Set.of("RECEIVING", "CHECKING", "APPLYING");

    private final Hub asked;

    UploadWatch(Hub asked) {
        this.asked = asked;
    }

    /**
     * The upload when it has ended or waits for a person. Interrupting the wait does not interrupt the upload.
     *
     * @param applied it goes on by itself once it is checked
     */
    JsonNode await(JsonNode begun, boolean applied) {
        JsonNode upload = begun;
        for (int look = 1; isMoving(upload, applied); look++) {
            if (look % SAY_EVERY == 0) {
                asked.say("  " + UploadText.progress(upload));
            }
            pause();
            upload = asked.client().get("/api/uploads/" + begun.path("id").asLong());
        }
        return upload;
    }

    private static boolean isMoving(JsonNode upload, boolean applied) {
        String state = upload.path("state").asString("");
        return MOVING.contains(state) && (applied || !state.equals("APPLYING"));
    }

    private static void pause() {
        try {
            new CountDownLatch(1).await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HubRefusal("interrupted; the upload goes on in the hub: ./hub import list");
        }
    }
}
