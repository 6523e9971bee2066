package org.accountinghub.connectors.example;

import java.util.List;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.ConnectorFactory;
import org.accountinghub.connectors.spi.HubServices;
import org.accountinghub.connectors.spi.Setting;

/** Opens connections to Example Books. */
public final class ExampleConnectorFactory implements ConnectorFactory {

    @Override
    public String name() {
        return "example";
    }

    @Override
    public List<Setting> settings() {
        return ExampleSettings.ALL;
    }

    @Override
    public Connector open(ConnectionSettings settings, HubServices hub) {
        return new ExampleConnector(ExampleSettings.read(settings), hub);
    }
}
