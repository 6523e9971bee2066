package org.accountinghub.routes.engine;

import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.register.Register;

/**
 * A company's books in one accounting system, as the ledger keeps it.
 *
 * @param connector name of the connector
 * @param subgroup the store's company whose documents go here; empty = every one without a connection of its own
 * @param tenant the partner's company, pinned at first consent
 * @param problem why it is blocked or held
 * @param registers how registers are kept; one that is not named is not synchronised
 */
public record Connection(
        String name,
        String connector,
        Optional<String> subgroup,
        State state,
        Optional<String> tenant,
        Optional<Problem> problem,
        ConnectionSettings settings,
        Map<Register, RegisterPolicy> registers) {

    public Connection {
        registers = Map.copyOf(registers);
    }

    /** One whose registers are not synchronised. */
    public Connection(
            String name,
            String connector,
            Optional<String> subgroup,
            State state,
            Optional<String> tenant,
            Optional<Problem> problem,
            ConnectionSettings settings) {
        this(name, connector, subgroup, state, tenant, problem, settings, Map.of());
    }

    /** Whether documents move. */
    public enum State {
        ACTIVE,
        /** Nobody may act for it until a person mends it; its transfers wait and spend no attempts. */
        BLOCKED,
        /** An operator stopped it. */
        HELD
    }
}
