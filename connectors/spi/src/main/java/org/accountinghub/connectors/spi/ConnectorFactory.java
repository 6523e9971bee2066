package org.accountinghub.connectors.spi;

import java.util.List;

/** Makes the connectors of one accounting system. Found by {@link java.util.ServiceLoader}. */
public interface ConnectorFactory {

    /** The accounting system's name in configuration, lower case: {@code fortnox}. */
    String name();

    /** Every setting this connector knows; anything else in a connection's settings is refused by the hub. */
    List<Setting> settings();

    /**
     * Opens one connection's connector. Does not call the partner.
     *
     * @throws InvalidSettingsException naming the setting and the remedy
     */
    Connector open(ConnectionSettings settings, HubServices hub);
}
