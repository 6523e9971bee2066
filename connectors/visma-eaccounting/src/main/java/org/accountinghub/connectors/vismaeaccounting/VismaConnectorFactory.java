package org.accountinghub.connectors.vismaeaccounting;

import java.util.List;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.ConnectorFactory;
import org.accountinghub.connectors.spi.HubServices;
import org.accountinghub.connectors.spi.Setting;

/** Makes connectors to Visma eAccounting. */
public final class VismaConnectorFactory implements ConnectorFactory {

    static final String NAME = "visma-eaccounting";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Setting> settings() {
        return SettingsList.ALL;
    }

    @Override
    public Connector open(ConnectionSettings settings, HubServices hub) {
        return new VismaConnector(VismaSettings.read(settings), hub);
    }
}
