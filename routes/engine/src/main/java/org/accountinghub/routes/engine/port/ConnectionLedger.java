package org.accountinghub.routes.engine.port;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Connection;

/** The connections and their grants. Grants are encrypted at rest, bound to their connection. */
public interface ConnectionLedger {

    List<Connection> connections();

    Optional<Connection> find(String name);

    /** Creates or changes a connection's settings; state, tenant and grant stay. */
    void save(Connection connection);

    /** Blocks an active connection. True when it was not blocked before, so that one alert goes out. */
    boolean block(String name, Problem problem);

    /** Makes a blocked connection active again. The problem it was blocked for, empty when it was not: one alert clears it. */
    Optional<Problem> activate(String name);

    /** Stops a connection that is not held yet, blocked or not. True when it was not. */
    boolean hold(String name, Problem problem);

    /** Makes a connection active that is held for this cause; true when it was. */
    boolean release(String name, String cause);

    Optional<Grant> grant(String name);

    /**
     * Replaces the grant under a lock that all processes share; the new one is committed before this returns. Whatever
     * {@code change} throws leaves the stored grant as it was.
     *
     * @param change gets the grant as stored now (empty = none); returning it unchanged stores nothing
     */
    Grant changeGrant(String name, UnaryOperator<Optional<Grant>> change);

    /** Pins the partner's company, unless one is pinned already. False when another one is pinned. */
    boolean pinTenant(String name, String tenant);

    /** A state value of a consent under way, good once and for a short while. */
    void startConsent(String name, String state);

    /** The connection whose consent this is; the state is used up. */
    Optional<String> finishConsent(String state);
}
