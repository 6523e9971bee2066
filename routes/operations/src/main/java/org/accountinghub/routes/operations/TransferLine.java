package org.accountinghub.routes.operations;

import java.time.Instant;
import java.util.Optional;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Problem.Stage;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.Subject;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.port.OperatorLedger;

/**
 * A transfer as the API lists it.
 *
 * @param kind {@code customer}, or the order's kind
 * @param number the customer's or order's number in the service system
 * @param payer customer number of the payer; empty for a customer
 * @param next what happens next, in words
 */
public record TransferLine(
        long id,
        String connection,
        String subgroup,
        String kind,
        String number,
        Optional<String> payer,
        int generation,
        TransferState state,
        int attempts,
        Instant dueAt,
        String next,
        Optional<String> partnerNumber,
        Optional<Problem> problem,
        Optional<Long> waitsFor,
        Optional<String> requestedBy,
        Instant created,
        Instant changed) {

    static TransferLine of(OperatorLedger.Story story) {
        return of(story.row(), story.steps().stream().anyMatch(StepProgress::open));
    }

    static TransferLine of(OperatorLedger.Row row) {
        return of(row, false);
    }

    /** @param open whether a write of it may have been made that nobody knows of */
    private static TransferLine of(OperatorLedger.Row row, boolean open) {
        Transfer transfer = row.transfer();
        Subject subject = transfer.subject();
        Optional<Subject.OfDocument> document = Optional.of(subject)
                .filter(Subject.OfDocument.class::isInstance)
                .map(Subject.OfDocument.class::cast);
        return new TransferLine(
                transfer.id(),
                transfer.connection(),
                subject.source().subgroup(),
                subject.source().kind(),
                subject.source().number(),
                document.map(d -> d.key().payer()),
                document.map(d -> d.key().generation()).orElse(1),
                transfer.state(),
                transfer.attempts(),
                transfer.dueAt(),
                next(transfer, open),
                row.partnerNumber(),
                transfer.problem(),
                transfer.waitsFor(),
                transfer.requestedBy(),
                row.created(),
                row.changed());
    }

    private static String next(Transfer transfer, boolean open) {
        boolean record = transfer.subject() instanceof Subject.OfRecord;
        return switch (transfer.state()) {
            case WAITING ->
                "goes on by itself when transfer "
                        + transfer.waitsFor().map(String::valueOf).orElse("before it") + " is delivered";
            case DUE ->
                transfer.problem()
                                .map(Problem::stage)
                                .filter(Stage.CONNECTION::equals)
                                .isPresent()
                        ? "waits for its connection ('./hub connections'); is sent when it is due"
                        : "is sent when it is due";
            case QUEUED, SENDING -> "is being sent";
            case REJECTED ->
                "waits for you: mend what the problem says, then retry"
                        + (open && !record ? "; it is looked for first, for " + TransfersApi.DOUBT : "");
            case EXHAUSTED ->
                "waits for you: retry" + (open ? ", and it is looked for first" : "") + ", or dismiss with a reason";
            case IN_DOUBT ->
                "waits for you: "
                        + (record
                                ? "retry; both sides are read first, and what is there already is not written again"
                                : TransfersApi.DOUBT);
            case DELIVERED ->
                transfer.problem().isPresent()
                        ? "is delivered, with a problem: mend it in the accounting system"
                        : "is delivered; what becomes of it there is followed";
            case DISMISSED -> "nothing; it was dismissed and can be restored";
            case WITHDRAWN -> "nothing; the service system no longer wants it sent";
            case SUPERSEDED -> "nothing; a newer transfer went instead";
        };
    }
}
