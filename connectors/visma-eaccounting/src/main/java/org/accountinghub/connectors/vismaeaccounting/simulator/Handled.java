package org.accountinghub.connectors.vismaeaccounting.simulator;

import java.util.Optional;
import org.accountinghub.connectors.testkit.partner.Answer;
import tools.jackson.databind.JsonNode;

/** What is answered, and what happens with it. */
record Handled(Answer answer, Optional<Runnable> commit) {

    static Handled read(JsonNode body) {
        return new Handled(Answer.json(200, body), Optional.empty());
    }

    static Handled done(int status, JsonNode body, Runnable commit) {
        return new Handled(Answer.json(status, body), Optional.of(commit));
    }
}
