package org.accountinghub.routes.operations;

import java.util.List;
import java.util.Optional;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.port.OperatorLedger;
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

    private static final int MOST = 1000;

    private final OperatorLedger ledger;

    public TransfersApi(OperatorLedger ledger) {
        this.ledger = ledger;
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
        List<OperatorLedger.Row> rows = rows(new OperatorLedger.Filter(connection, state, cause, number), limit, after);
        Optional<String> next = rows.size() < limit
                ? Optional.empty()
                : Optional.of(rows.get(rows.size() - 1).place());
        return new Listing(rows.stream().map(TransferLine::of).toList(), next);
    }

    private List<OperatorLedger.Row> rows(OperatorLedger.Filter filter, int limit, Optional<String> after) {
        try {
            return ledger.transfers(filter, limit, after);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }

    @GetMapping("/{id}")
    public Story show(@PathVariable long id) {
        OperatorLedger.Story story = ledger.story(id).orElseThrow(() -> unknown(id));
        return new Story(
                TransferLine.of(story.row()),
                story.invoiced(),
                story.because(),
                story.steps(),
                story.attempts(),
                story.actions());
    }

    @PostMapping("/{id}/retry")
    public Done retry(@PathVariable long id, @RequestAttribute(ApiKeys.WHO) String who) {
        known(id);
        return Done.of(
                ledger.retry(id, who),
                "It is due again and is sent within seconds.",
                "Nothing was changed: it does not wait for a retry.");
    }

    @PostMapping("/{id}/dismiss")
    public Done dismiss(@PathVariable long id, @RequestBody Reason reason, @RequestAttribute(ApiKeys.WHO) String who) {
        if (reason.reason() == null || reason.reason().isBlank()) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "reason: say why it is dismissed, for those who read it later");
        }
        known(id);
        return Done.of(
                ledger.dismiss(id, who, reason.reason()),
                "It is dismissed and not sent; restore undoes this.",
                "Nothing was changed: only what waits or has stopped can be dismissed.");
    }

    @PostMapping("/{id}/restore")
    public Done restore(@PathVariable long id, @RequestAttribute(ApiKeys.WHO) String who) {
        known(id);
        return Done.of(ledger.restore(id, who), "It is due again.", "Nothing was changed: it is not dismissed.");
    }

    private void known(long id) {
        if (ledger.story(id).isEmpty()) {
            throw unknown(id);
        }
    }

    private static ResponseStatusException unknown(long id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no transfer " + id);
    }

    /** A page of transfers; {@code next} is the next page's {@code after}. */
    public record Listing(List<TransferLine> transfers, Optional<String> next) {}

    /** Everything about one transfer; {@code invoiced} says whether the customer was: yes, no or unknown. */
    public record Story(
            TransferLine transfer,
            String invoiced,
            String because,
            List<StepProgress> steps,
            List<OperatorLedger.AttemptLine> attempts,
            List<OperatorLedger.ActionLine> actions) {}
}
