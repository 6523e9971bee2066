package org.accountinghub.routes.operations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.StepState;
import org.accountinghub.routes.engine.port.OperatorLedger;

/**
 * Everything about one transfer.
 *
 * @param waitsFor the transfer it waits for
 * @param invoiced whether the customer was invoiced: {@code yes}, {@code no} or {@code unknown}
 * @param because the evidence for that
 * @param attempts the time line, oldest first
 * @param actions what people did
 */
public record TransferStory(
        TransferLine transfer,
        Optional<TransferLine> waitsFor,
        String invoiced,
        String because,
        List<StepLine> steps,
        List<Event> attempts,
        List<OperatorLedger.ActionLine> actions) {

    static TransferStory of(OperatorLedger.Story story, Optional<OperatorLedger.Row> waitsFor) {
        return new TransferStory(
                TransferLine.of(story),
                waitsFor.map(TransferLine::of),
                story.invoiced(),
                story.because(),
                story.steps().stream().map(StepLine::of).toList(),
                story.attempts().stream().map(Event::of).toList(),
                story.actions());
    }

    /**
     * A write of the delivery.
     *
     * @param idempotency A to D: how a repetition is kept from making a second one
     * @param searches how often it was searched for in vain since its last write
     * @param made what it made at the partner
     */
    public record StepLine(
            String name,
            StepState state,
            String idempotency,
            Optional<Instant> firstIntent,
            int searches,
            Optional<PartnerDocument> made) {

        static StepLine of(StepProgress progress) {
            return new StepLine(
                    progress.step().name(),
                    progress.state(),
                    progress.step().idempotency().name(),
                    progress.firstIntent(),
                    progress.searches(),
                    progress.made());
        }
    }

    /** Something that happened, with what was said to the partner meanwhile. */
    public record Event(
            int attempt,
            Instant at,
            String what,
            Optional<String> verdict,
            Optional<String> words,
            List<Call> exchanges) {

        static Event of(OperatorLedger.AttemptLine line) {
            return new Event(
                    line.attempt(),
                    line.at(),
                    line.what(),
                    line.verdict(),
                    line.words(),
                    line.exchanges().stream().map(Call::of).toList());
        }
    }

    /**
     * A request to the partner and its answer; secrets and personal numbers are masked, long texts cut.
     *
     * @param operation method and path
     * @param status of HTTP; 0 when no answer was had
     */
    public record Call(
            String operation, String uri, Instant at, long tookMillis, int status, String request, String answer) {

        static Call of(Exchange exchange) {
            return new Call(
                    exchange.operation(),
                    exchange.uri(),
                    exchange.at(),
                    exchange.took().toMillis(),
                    exchange.status(),
                    exchange.request(),
                    exchange.answer());
        }
    }
}
