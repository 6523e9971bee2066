package org.accountinghub.connectors.fortnox;

import java.util.List;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.ConnectorFactory;
import org.accountinghub.connectors.spi.HubServices;
import org.accountinghub.connectors.spi.Setting;

/** Opens connections to Fortnox. */
public final class FortnoxConnectorFactory implements ConnectorFactory {

    @Override
    public String name() {
        return "fortnox";
    }

    @Override
    public List<Setting> settings() {
        return SettingsList.ALL;
    }

    @Override
    public Connector open(ConnectionSettings settings, HubServices hub) {
        return new FortnoxConnector(FortnoxSettings.read(settings), hub);
    }
}
