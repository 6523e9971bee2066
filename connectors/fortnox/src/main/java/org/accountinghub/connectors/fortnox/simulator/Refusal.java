package org.accountinghub.connectors.fortnox.simulator;

import org.accountinghub.connectors.testkit.partner.Answer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fortnox says no. A missing resource (404) is answered with capitalised keys, everything else with
 * lower-case ones, as recorded from the real API.
 */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    private Refusal(int status, String message, int code) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** The resource of the path does not exist. */
    static Refusal missing(String message, int code) {
        return new Refusal(404, message, code);
    }

    /** The request cannot be granted as it is. */
    static Refusal of(String message, int code) {
        return new Refusal(400, message, code);
    }

    static Refusal unknownField(String name) {
        return of("Felaktigt fältnamn (" + name + ")", 2001399);
    }

    static Refusal badParameter(String name) {
        return of("En ogiltig parameter har använts (" + name + ").", 2000588);
    }

    Answer answer() {
        boolean capitals = status == 404;
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.putObject("ErrorInformation")
                .put(capitals ? "Error" : "error", 1)
                .put(capitals ? "Message" : "message", getMessage())
                .put(capitals ? "Code" : "code", code);
        return Answer.json(status, body);
    }
}
