package org.accountinghub.routes.engine.delivery;

import java.util.Optional;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.routes.engine.StepProgress;

/** What working on one step came to. */
sealed interface StepResult {

    /** It is at the partner. */
    record Made(PartnerDocument document) implements StepResult {}

    /** The attempt ends here, with the step in this form; empty = nothing was written of it, and its wait goes on. */
    record Over(Ending ending, Optional<StepProgress> step) implements StepResult {}
}
