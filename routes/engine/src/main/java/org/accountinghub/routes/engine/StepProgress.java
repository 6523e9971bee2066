package org.accountinghub.routes.engine;

import java.time.Instant;
import java.util.Optional;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;

/**
 * A step of one transfer.
 *
 * @param firstIntent when the write was first about to be made since the content was frozen
 * @param touched when it was last written, by the database's clock; set by the ledger, whatever is passed to it
 * @param searches how often it was searched for and not found, a settle wait before each, since its last write
 */
public record StepProgress(
        Step step,
        StepState state,
        Optional<Instant> firstIntent,
        Optional<Instant> touched,
        int searches,
        Optional<PartnerDocument> made) {}
