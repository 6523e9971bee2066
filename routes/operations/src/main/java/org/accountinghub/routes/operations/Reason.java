package org.accountinghub.routes.operations;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Why an operator does something. */
public record Reason(@Nullable String reason) {

    /** @throws ResponseStatusException when none was given */
    String given(String what) {
        if (reason == null || reason.isBlank()) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "reason: say " + what + ", for those who read it later");
        }
        return reason.strip();
    }

    /** Empty when none was given. */
    String orNothing() {
        return reason == null ? "" : reason.strip();
    }
}
