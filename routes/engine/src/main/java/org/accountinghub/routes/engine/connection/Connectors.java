package org.accountinghub.routes.engine.connection;

import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.routes.engine.Connection;

/** Gives the open connector of a connection. */
public interface Connectors {

    /**
     * The connector, opened with these settings and kept open until they change.
     *
     * @throws InvalidSettingsException naming the setting and the remedy
     */
    Connector open(Connection connection);
}
