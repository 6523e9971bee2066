package org.accountinghub.connectors.twentyfoursevenoffice;

import java.util.List;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.ConnectorFactory;
import org.accountinghub.connectors.spi.HubServices;
import org.accountinghub.connectors.spi.Setting;

/** Opens connections to 24SevenOffice. */
public final class OfficeConnectorFactory implements ConnectorFactory {

    @Override
    public String name() {
        return "24sevenoffice";
    }

    @Override
    public List<Setting> settings() {
        return SettingsList.ALL;
    }

    @Override
    public Connector open(ConnectionSettings settings, HubServices hub) {
        OfficeSettings read = OfficeSettings.read(settings);
        return read.registers().changes() ? OfficeRegisterConnector.of(read, hub) : new OfficeConnector(read, hub);
    }
}
