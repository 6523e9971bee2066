package org.accountinghub.routes.operations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.accountinghub.routes.engine.port.OperatorLedger;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The state of everything on one page. */
@RestController
public class OverviewApi {

    private final OperatorLedger ledger;
    private final ConnectionViews connections;

    public OverviewApi(OperatorLedger ledger, ConnectionViews connections) {
        this.ledger = ledger;
        this.connections = connections;
    }

    @GetMapping("/api/overview")
    public Overview overview() {
        return new Overview(
                Attention.of(ledger.problems(Optional.empty())),
                connections.all(),
                ledger.counts().stream().map(Count::of).toList());
    }

    /** What needs a person, the connections, and how many of their transfers are in which state. */
    public record Overview(List<Attention> attention, List<ConnectionLine> connections, List<Count> transfers) {}

    /** How many transfers of a connection are in a state, and when the oldest of them came into it. */
    public record Count(String connection, String state, long count, Instant oldest) {

        static Count of(OperatorLedger.Count count) {
            return new Count(count.connection(), count.state().name(), count.count(), count.oldest());
        }
    }
}
