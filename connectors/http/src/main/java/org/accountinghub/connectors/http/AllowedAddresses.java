package org.accountinghub.connectors.http;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.accountinghub.connectors.spi.InvalidSettingsException;

/** The only places a connection may call: scheme, host and port of its configured addresses. */
public final class AllowedAddresses {

    private final Set<String> places;

    private AllowedAddresses(Set<String> places) {
        this.places = places;
    }

    public static AllowedAddresses of(URI... configured) {
        return new AllowedAddresses(
                Arrays.stream(configured).map(AllowedAddresses::place).collect(Collectors.toUnmodifiableSet()));
    }

    public boolean permits(URI uri) {
        return uri.getHost() != null && uri.getRawUserInfo() == null && places.contains(place(uri));
    }

    /**
     * Reads an address from a setting.
     *
     * @param plainHttp whether http is accepted beyond this machine
     * @throws InvalidSettingsException when it is not an absolute https address without user, query or fragment
     */
    public static URI read(String setting, String value, boolean plainHttp) {
        URI uri = parse(setting, value);
        if (uri.getHost() == null) {
            throw new InvalidSettingsException(setting, "is not a whole address; write it as https://host/path");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new InvalidSettingsException(setting, "holds a user, a query or a fragment; leave them out");
        }
        boolean plain = "http".equalsIgnoreCase(uri.getScheme());
        if (!plain && !"https".equalsIgnoreCase(uri.getScheme())) {
            throw new InvalidSettingsException(setting, "must begin with https://");
        }
        if (plain && !plainHttp && !loopback(uri.getHost())) {
            throw new InvalidSettingsException(
                    setting, "is plain http beyond this machine; use https, or allow plain http for a test system");
        }
        return uri;
    }

    private static URI parse(String setting, String value) {
        try {
            String trimmed = value.strip();
            return URI.create(trimmed.endsWith("/") ? trimmed.substring(0, trimmed.length() - 1) : trimmed);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(setting, "is not an address; write it as https://host/path");
        }
    }

    private static boolean loopback(String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static String place(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int standard = scheme.equals("https") ? 443 : 80;
        int port = uri.getPort() < 0 ? standard : uri.getPort();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }
}
