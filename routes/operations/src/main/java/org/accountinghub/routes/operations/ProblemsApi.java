package org.accountinghub.routes.operations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.port.OperatorLedger;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Failures grouped by cause, and the verb for a whole group. */
@RestController
@RequestMapping("/api/problems")
public class ProblemsApi {

    private final OperatorLedger ledger;

    public ProblemsApi(OperatorLedger ledger) {
        this.ledger = ledger;
    }

    @GetMapping
    public List<Group> list(@RequestParam Optional<String> connection) {
        return ledger.problems(connection).stream().map(Group::of).toList();
    }

    @PostMapping("/{cause}/retry")
    public Done retry(
            @PathVariable String cause,
            @RequestParam Optional<String> connection,
            @RequestAttribute(ApiKeys.WHO) String who) {
        int retried = ledger.retryAll(cause, connection, who);
        return Done.of(
                retried > 0,
                retried + " transfers are due again and go out at the pace of their connections.",
                "Nothing was changed: no transfer has stopped for this cause.");
    }

    /** Transfers that stopped for the same reason. */
    public record Group(
            String cause,
            String connection,
            long count,
            Instant oldest,
            String reason,
            String remedy,
            Problem sample,
            List<String> orders) {

        static Group of(OperatorLedger.ProblemGroup group) {
            return new Group(
                    group.sample().cause(),
                    group.connection(),
                    group.transfers(),
                    group.oldest(),
                    group.sample().reason(),
                    group.sample().remedy(),
                    group.sample(),
                    group.orders());
        }
    }
}
