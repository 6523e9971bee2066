package org.accountinghub.routes.cli;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Waits for an upload, and tells how it goes. */
final class UploadWatch {

    private static final Set<String> MOVING = Set.of("RECEIVING", "CHECKING", "APPLYING");

    private final Hub asked;

    UploadWatch(Hub asked) {
        this.asked = asked;
    }

    /**
     * The upload when it has ended or waits for a person.
     *
     * @param applied it goes on by itself once it is checked
     */
    JsonNode await(JsonNode begun, boolean applied) {
        String path = "/api/uploads/" + begun.path("id").asLong();
        return new Watch(asked, path, "the upload goes on in the hub: ./hub import list")
                .await(begun, (upload, look) -> isMoving(upload, applied), UploadText::progress);
    }

    private static boolean isMoving(JsonNode upload, boolean applied) {
        String state = upload.path("state").asString("");
        return MOVING.contains(state) && (applied || !state.equals("APPLYING"));
    }
}
