package org.accountinghub.connectors.testkit.rules;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.ConnectorFactory;
import org.accountinghub.connectors.spi.HubServices;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Setting;

/** Opens the sound connector, or a bad one. */
public class SoundFactory implements ConnectorFactory {

    /** What a connector is made of. */
    record Parts(
            PaperPartner partner,
            Secret password,
            boolean consented,
            boolean letters,
            Duration lateness,
            HubServices hub) {}

    /** Makes a connector of its parts. */
    interface Opening {
        Connector of(Parts parts);
    }

    private static final Map<String, PaperPartner> ADDRESSES = new ConcurrentHashMap<>();

    private final Opening opening;
    private final UnaryOperator<List<Setting>> told;
    private final UnaryOperator<ConnectionSettings> understood;

    /** As {@link java.util.ServiceLoader} wants it. */
    public SoundFactory() {
        this(SoundConnector::new);
    }

    SoundFactory(Opening opening) {
        this(opening, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /**
     * @param told the settings it tells of those that there are
     * @param understood how it understands settings
     */
    SoundFactory(Opening opening, UnaryOperator<List<Setting>> told, UnaryOperator<ConnectionSettings> understood) {
        this.opening = opening;
        this.told = told;
        this.understood = understood;
    }

    static String address(PaperPartner partner) {
        String address = "paper-" + System.identityHashCode(partner);
        ADDRESSES.put(address, partner);
        return address;
    }

    static void forget(String address) {
        ADDRESSES.remove(address);
    }

    @Override
    public String name() {
        return "paper";
    }

    @Override
    public List<Setting> settings() {
        return told.apply(List.of(
                Setting.required("address", "Where it is."),
                Setting.secret("password", "The password."),
                Setting.withDefault("by", "password", "How tokens are had: password or consent."),
                Setting.withDefault("letters", "no", "Whether letters are sent: yes or no.")));
    }

    @Override
    public Connector open(ConnectionSettings given, HubServices hub) {
        ConnectionSettings settings = understood.apply(given);
        PaperPartner partner = ADDRESSES.get(settings.get("address"));
        if (partner == null) {
            throw new InvalidSettingsException("address", "is nobody's; correct it");
        }
        return opening.of(new Parts(
                partner,
                settings.secret("password"),
                choice(settings, "by", "consent", "password"),
                choice(settings, "letters", "yes", "no"),
                Duration.ofMinutes(1),
                hub));
    }

    private static boolean choice(ConnectionSettings settings, String name, String on, String off) {
        String value = settings.get(name);
        if (!value.equals(on) && !value.equals(off)) {
            throw new InvalidSettingsException(name, "must be " + on + " or " + off);
        }
        return value.equals(on);
    }
}
