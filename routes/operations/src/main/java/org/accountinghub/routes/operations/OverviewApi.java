package org.accountinghub.routes.operations;

import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.accountinghub.routes.engine.port.OperatorLedger;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The state of everything on one page. */
@RestController
public class OverviewApi {

    private final OperatorLedger ledger;
    private final ConnectionLedger connections;

    public OverviewApi(OperatorLedger ledger, ConnectionLedger connections) {
        this.ledger = ledger;
        this.connections = connections;
    }

    @GetMapping("/api/overview")
    public Overview overview() {
        return new Overview(
                connections.connections().stream().map(ConnectionLine::of).toList(), ledger.counts());
    }

    /** Connections, and how many of their transfers are in which state. */
    public record Overview(List<ConnectionLine> connections, List<OperatorLedger.Count> transfers) {}

    /** A connection without its settings. */
    public record ConnectionLine(
            String name,
            String connector,
            Optional<String> subgroup,
            Connection.State state,
            Optional<String> tenant,
            Optional<Problem> problem) {

        static ConnectionLine of(Connection connection) {
            return new ConnectionLine(
                    connection.name(),
                    connection.connector(),
                    connection.subgroup(),
                    connection.state(),
                    connection.tenant(),
                    connection.problem());
        }
    }
}
