package org.accountinghub.routes.operations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.port.OperatorLedger;
import org.accountinghub.routes.engine.port.OperatorLedger.ProblemGroup;
import org.accountinghub.routes.engine.port.OperatorLedger.ProblemGroup.Kind;
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
            @RequestBody Optional<Retry> how,
            @RequestAttribute(ApiKeys.WHO) String who) {
        List<ProblemGroup> groups = ledger.problems(connection).stream()
                .filter(group -> group.sample().cause().equals(cause))
                .toList();
        if (groups.isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "Nothing has stopped for the cause " + cause
                            + connection.map(name -> " over " + name).orElse("") + ".");
        }
        boolean notThere = how.map(Retry::isSurelyNotThere).orElse(false);
        int retried = ledger.retryAll(cause, connection, who, notThere);
        return Done.of(
                retried > 0,
                retried == 1
                        ? "1 transfer is due again."
                        : retried + " transfers are due again and go out at the pace of their connections.",
                "Nothing was changed: " + whyNot(groups, notThere));
    }

    private static String whyNot(List<ProblemGroup> groups, boolean notThere) {
        if (!notThere && groups.stream().anyMatch(group -> group.kind() == Kind.IN_DOUBT)) {
            return TransfersApi.DOUBT;
        }
        return groups.stream().anyMatch(group -> group.kind() == Kind.AT_PARTNER)
                ? "these are at the accounting system already and must be mended there."
                : "no transfer has stopped for this cause; what waits goes on by itself.";
    }

    /**
     * Transfers that need a person for the same reason.
     *
     * @param kind what it means for the customers' invoices
     * @param count transfers, those that wait for them included
     * @param orderCount orders concerned
     * @param orders their numbers, at most a hundred
     * @param example the transfer to look at first
     */
    public record Group(
            String cause,
            String connection,
            Kind kind,
            long count,
            long orderCount,
            Instant oldest,
            String reason,
            String remedy,
            Problem sample,
            List<String> orders,
            Optional<Long> example) {

        static Group of(ProblemGroup group) {
            return new Group(
                    group.sample().cause(),
                    group.connection(),
                    group.kind(),
                    group.transfers(),
                    group.orderCount(),
                    group.oldest(),
                    group.sample().reason(),
                    group.sample().remedy(),
                    group.sample(),
                    group.orders(),
                    group.example());
        }
    }
}
