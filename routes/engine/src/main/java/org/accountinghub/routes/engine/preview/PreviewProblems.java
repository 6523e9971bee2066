package org.accountinghub.routes.engine.preview;

import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Problem.Stage;

/** What collecting would complain about, said before. */
final class PreviewProblems {

    private PreviewProblems() {}

    static Problem payerCameLate(DocumentKey document, String earlier) {
        return Problem.of(
                        "ledger.payer-came-late",
                        Stage.STORE,
                        "order " + document.order().number() + " was already sent to payer " + earlier
                                + ", before payer " + document.payer() + " came to it",
                        "Compare the order with what was sent; the hub asks before it sends to another payer as well")
                .at("payer");
    }
}
