package org.accountinghub.routes.engine;

import java.time.Instant;
import java.util.Optional;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;

/**
 * A step of one transfer.
 *
 * @param firstIntent when the write was first about to be made since the content was frozen
 * @param searches how often it was searched for and not found since the last intent
 */
public record StepProgress(
        Step step, StepState state, Optional<Instant> firstIntent, int searches, Optional<PartnerDocument> made) {}
