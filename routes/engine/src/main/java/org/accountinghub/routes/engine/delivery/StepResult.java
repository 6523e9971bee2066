package org.accountinghub.routes.engine.delivery;

import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.routes.engine.StepProgress;

/** What working on one step came to. */
sealed interface StepResult {

    /** It is at the partner. */
    record Made(PartnerDocument document) implements StepResult {}

    /** The attempt ends here, with the step in this form. */
    record Over(Ending ending, StepProgress step) implements StepResult {}
}
