package org.accountinghub.connectors.http;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.Setting;

/**
 * The texts of one connection's settings, as what they mean; a wrong one is refused by its name.
 *
 * @param known every setting of the connector, for the defaults
 */
public record GivenSettings(ConnectionSettings given, List<Setting> known) {

    /** The text, or the default. */
    public String text(String name) {
        return find(name).orElseThrow(() -> new InvalidSettingsException(name, "is missing; give it a value"));
    }

    public Optional<String> find(String name) {
        return given.find(name)
                .or(() -> known.stream()
                        .filter(setting -> setting.name().equals(name))
                        .findFirst()
                        .flatMap(Setting::fallback))
                .map(String::strip);
    }

    public URI address(String name, boolean plainHttp) {
        return AllowedAddresses.read(name, text(name), plainHttp);
    }

    /** One of the words that the type's constants stand for: {@code text-row} for {@code TEXT_ROW}. */
    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        String word = text(name);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingsException(
                        name,
                        "must be "
                                + String.join(
                                        " or ",
                                        Arrays.stream(type.getEnumConstants())
                                                .map(GivenSettings::word)
                                                .toList())));
    }

    public int number(String name, int least, int most) {
        String value = text(name);
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw new InvalidSettingsException(name, "must be a whole number from " + least + " to " + most);
        }
        return Integer.parseInt(value);
    }

    /**
     * Pairs separated by commas, in their order: {@code 25=3001,12=3002}. Nothing when the setting is empty.
     *
     * @param left what stands before the equals sign, a pattern
     * @param right what stands after it
     * @param example for whoever wrote it wrong
     */
    public Map<String, String> pairs(String name, String left, String right, String example) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : find(name).map(text -> text.split(",", -1)).orElse(new String[0])) {
            int equals = pair.lastIndexOf('=');
            String before = equals < 0 ? "" : pair.substring(0, equals).strip();
            String after = pair.substring(equals + 1).strip();
            if (!before.matches(left) || !after.matches(right) || pairs.put(before, after) != null) {
                throw new InvalidSettingsException(
                        name, "must be pairs separated by commas, each once, such as " + example);
            }
        }
        return pairs;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
