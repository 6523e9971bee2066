package org.accountinghub.connectors.fortnox.simulator;

import java.util.Optional;
import org.accountinghub.connectors.testkit.partner.Answer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a resource would answer and do, and the sender's reference in the document concerned. */
record Handled(Answer answer, Optional<Runnable> commit, String reference) {

    static Handled reading(Answer answer) {
        return new Handled(answer, Optional.empty(), "");
    }

    static Handled writing(Answer answer, String reference, Runnable commit) {
        return new Handled(answer, Optional.of(commit), reference);
    }

    /** An empty page. */
    static Answer pdf() {
        return Answer.of(200, "application/pdf", "%PDF-1.4\n%%EOF\n");
    }

    /** The document as it stands in the wrapper that Fortnox puts around everything. */
    static Answer wrapped(int status, String wrapper, ObjectNode document) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.set(wrapper, document);
        return Answer.json(status, body);
    }
}
