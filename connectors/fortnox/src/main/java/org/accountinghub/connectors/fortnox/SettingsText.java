package org.accountinghub.connectors.fortnox;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.accountinghub.connectors.http.AllowedAddresses;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.Setting;

/** The texts of one connection's settings, as what they mean; a wrong one is refused by its name. */
record SettingsText(ConnectionSettings given) {

    String text(String name) {
        return given.find(name)
                .or(() -> SettingsList.ALL.stream()
                        .filter(setting -> setting.name().equals(name))
                        .findFirst()
                        .flatMap(Setting::fallback))
                .map(String::strip)
                .orElseThrow(() -> new InvalidSettingsException(name, "is missing; give it a value"));
    }

    URI address(String name, boolean plainHttp) {
        return AllowedAddresses.read(name, text(name), plainHttp);
    }

    /** One of the words that the type's constants stand for: {@code text-row} for {@code TEXT_ROW}. */
    <E extends Enum<E>> E choice(String name, Class<E> type) {
        String given = text(name);
        List<String> words =
                Arrays.stream(type.getEnumConstants()).map(SettingsText::word).toList();
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(given))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingsException(name, "must be " + String.join(" or ", words)));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int number(String name, int least, int most) {
        String value = text(name);
        if (!value.matches("\\d{1,6}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw new InvalidSettingsException(name, "must be a whole number from " + least + " to " + most);
        }
        return Integer.parseInt(value);
    }

    static String tenant(String value) {
        if (!value.strip().matches("\\d{1,12}")) {
            throw new InvalidSettingsException(
                    SettingsList.TENANT, "must be the company's database number, digits only");
        }
        return value.strip();
    }

    /** Names of rights, in the order they are asked for. */
    static List<String> scopes(String value) {
        if (!value.matches("[a-z0-9_-]+( +[a-z0-9_-]+)*")) {
            throw new InvalidSettingsException(
                    SettingsList.SCOPES, "must be names of rights in lower case, separated by blanks");
        }
        return List.of(value.split(" +", -1));
    }

    static Set<FollowUp> followUps(String value) {
        EnumSet<FollowUp> followUps = EnumSet.noneOf(FollowUp.class);
        for (String name : value.split(",", -1)) {
            followUps.add(FollowUp.named(name.strip())
                    .orElseThrow(() -> new InvalidSettingsException(
                            SettingsList.AFTER_INVOICE,
                            "must be some of " + String.join(",", FollowUp.names()) + ", separated by commas")));
        }
        return followUps;
    }

    static Set<Integer> rates(String value) {
        Set<Integer> rates = new TreeSet<>();
        for (String rate : value.split(",", -1)) {
            if (!rate.strip().matches("\\d{1,2}")) {
                throw new InvalidSettingsException(
                        SettingsList.VAT_RATES, "must be whole percentages separated by commas, such as 25,12,6,0");
            }
            rates.add(Integer.valueOf(rate.strip()));
        }
        return rates;
    }

    static Map<Integer, Integer> accounts(String value) {
        Map<Integer, Integer> accounts = new TreeMap<>();
        for (String pair : value.split(",", -1)) {
            if (!pair.strip().matches("\\d{1,2} *= *[1-9]\\d{3}")) {
                throw new InvalidSettingsException(
                        SettingsList.FALLBACK_ACCOUNTS,
                        "must be accounts by VAT rate, separated by commas, such as 25=3001,12=3002");
            }
            String[] parts = pair.strip().split(" *= *", -1);
            accounts.put(Integer.valueOf(parts[0]), Integer.valueOf(parts[1]));
        }
        return accounts;
    }
}
