package org.accountinghub.connectors.vismaeaccounting.simulator;

import java.util.UUID;
import org.accountinghub.connectors.testkit.partner.Answer;
import tools.jackson.databind.json.JsonMapper;

/** A refusal in eAccounting's words; thrown while a request is prepared. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    private Refusal(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static Refusal invalid(String field, String why) {
        return new Refusal(400, 2000, "DataModelValidationError - " + field + ": " + why);
    }

    static Refusal notFound(String what) {
        return new Refusal(404, 3000, "ResourceNotFoundException - " + what + " could not be found");
    }

    static Refusal of(int status, int code, String message) {
        return new Refusal(status, code, message);
    }

    Answer answer() {
        return body(status, code, String.valueOf(getMessage()));
    }

    static Answer body(int status, int code, String message) {
        return Answer.json(
                status,
                JsonMapper.shared()
                        .createObjectNode()
                        .put("ErrorCode", code)
                        .put("DeveloperErrorMessage", message)
                        .put("ErrorId", UUID.randomUUID().toString()));
    }
}
