package org.accountinghub.routes.operations;

import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.Subject;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.byhand.MarkDelivered;
import org.accountinghub.routes.engine.port.ByHandLedger;
import org.accountinghub.routes.engine.port.OperatorLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Lists transfers, explains one, and takes the operator's verbs. */
@RestController
@RequestMapping("/api/transfers")
public class TransfersApi {

    static final String DOUBT =
            "it may be at the accounting system already. Look there. If it is there, give its number (transfers delivered"
                    + " ID --number N); if a later step was done there, complete it (transfers complete ID); if not, retry"
                    + " with \"notThere\": true (--not-there), and it is sent again. Or let it be (transfers dismiss ID).";

    private static final int MOST = 1000;

    private final OperatorLedger ledger;
    private final ByHandLedger byHand;
    private final MarkDelivered marks;

    public TransfersApi(OperatorLedger ledger, ByHandLedger byHand, MarkDelivered marks) {
        this.ledger = ledger;
        this.byHand = byHand;
        this.marks = marks;
    }

    @GetMapping
    public Listing list(
            @RequestParam Optional<String> connection,
            @RequestParam Optional<TransferState> state,
            @RequestParam Optional<String> cause,
            @RequestParam Optional<String> number,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam Optional<String> after) {
        if (limit < 1 || limit > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit is from 1 to " + MOST + ", not " + limit);
        }
        List<OperatorLedger.Row> rows =
                ledger.transfers(new OperatorLedger.Filter(connection, state, cause, number), limit, after);
        Optional<String> next = rows.size() < limit
                ? Optional.empty()
                : Optional.of(rows.get(rows.size() - 1).place());
        return new Listing(rows.stream().map(TransferLine::of).toList(), next);
    }

    @GetMapping("/{id}")
    public TransferStory show(@PathVariable long id) {
        OperatorLedger.Story story = known(id);
        return TransferStory.of(
                story, story.row().transfer().waitsFor().flatMap(ledger::story).map(OperatorLedger.Story::row));
    }

    @PostMapping("/{id}/retry")
    public Done retry(
            @PathVariable long id, @RequestBody Optional<Retry> how, @RequestAttribute(ApiKeys.WHO) String who) {
        OperatorLedger.Story stopped = whatStopped(known(id));
        TransferState state = stopped.row().transfer().state();
        boolean notThere = how.map(Retry::isSurelyNotThere).orElse(false);
        if (state == TransferState.IN_DOUBT && !notThere && !canBeLookedFor(stopped)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "Transfer " + id + " is in doubt: " + DOUBT);
        }
        boolean doubted = stopped.steps().stream().anyMatch(StepProgress::open);
        return Done.of(
                ledger.retry(id, who, notThere),
                notThere && doubted
                        ? "At your word that it is not there it is sent again: within seconds, or where it can be searched"
                                + " for after one more search, when nothing that was sent before can arrive late any more."
                        : "It is due again and goes out within seconds; what may have been written before is looked for first.",
                "Nothing was changed: it is " + state + ", and only what has stopped is retried.");
    }

    @PostMapping("/{id}/dismiss")
    public Done dismiss(@PathVariable long id, @RequestBody Reason reason, @RequestAttribute(ApiKeys.WHO) String who) {
        String why = reason.given("why it is dismissed");
        TransferState state = known(id).row().transfer().state();
        return Done.of(
                ledger.dismiss(id, who, why),
                state == TransferState.DELIVERED
                        ? "The remark on it is dismissed; it stays delivered."
                        : "It is dismissed and not sent; restore undoes this.",
                "Nothing was changed: it is " + state + ", and there is nothing to dismiss.");
    }

    /** Binds a stopped document, customer or article to the one a person found at the partner, once it was read and compared there. */
    @PostMapping("/{id}/delivered")
    public Done delivered(
            @PathVariable long id, @RequestBody Delivered word, @RequestAttribute(ApiKeys.WHO) String who) {
        if (word.number() == null || word.number().isBlank()) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "number: give its number in the accounting system");
        }
        MarkDelivered.Result result = marks.mark(
                        id,
                        new MarkDelivered.Word(
                                word.number().strip(),
                                who,
                                new Reason(word.reason()).given("how it came there"),
                                Boolean.TRUE.equals(word.acceptDifferences())))
                .orElseThrow(() -> unknown(id));
        if (result.refused()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, result.words());
        }
        return new Done(result.changed(), result.words());
    }

    /** Counts what is left to do with a document that was made as done by a person. */
    @PostMapping("/{id}/complete")
    public Done complete(@PathVariable long id, @RequestBody Reason reason, @RequestAttribute(ApiKeys.WHO) String who) {
        String why = reason.given("how the rest was done");
        TransferState state = known(id).row().transfer().state();
        return Done.of(
                byHand.complete(id, who, why),
                "Its remaining steps count as done; it is delivered.",
                "Nothing was changed: it is " + state
                        + ". Only what has stopped after its document was made is completed.");
    }

    @PostMapping("/{id}/restore")
    public Done restore(@PathVariable long id, @RequestAttribute(ApiKeys.WHO) String who) {
        TransferState state = known(id).row().transfer().state();
        return Done.of(
                ledger.restore(id, who),
                "It is due again.",
                state == TransferState.DISMISSED
                        ? "Nothing was changed: the order was sent again meanwhile."
                        : "Nothing was changed: it is " + state + ", not dismissed.");
    }

    /** A document that waits for a stopped customer is retried by retrying the customer. */
    private OperatorLedger.Story whatStopped(OperatorLedger.Story story) {
        Transfer transfer = story.row().transfer();
        return transfer.waitsFor()
                .filter(before -> transfer.state() == TransferState.WAITING)
                .flatMap(ledger::story)
                .orElse(story);
    }

    /** Of a record both sides are read anew by each attempt. */
    private static boolean canBeLookedFor(OperatorLedger.Story story) {
        return story.row().transfer().subject() instanceof Subject.OfRecord
                || story.steps().stream()
                        .filter(StepProgress::open)
                        .noneMatch(step -> step.step().idempotency() == IdempotencyClass.D);
    }

    private OperatorLedger.Story known(long id) {
        return ledger.story(id).orElseThrow(() -> unknown(id));
    }

    private static ResponseStatusException unknown(long id) {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND,
                "There is no transfer " + id
                        + ". One of an order is found by its number: ./hub transfers list --number N.");
    }

    /** What a person found: its number there, why it counts, and whether differences are known. */
    public record Delivered(
            @Nullable String number,
            @Nullable String reason,
            @Nullable Boolean acceptDifferences) {}

    /** A page of transfers; {@code next} is the next page's {@code after}. */
    public record Listing(List<TransferLine> transfers, Optional<String> next) {}
}
