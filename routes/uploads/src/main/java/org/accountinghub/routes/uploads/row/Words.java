package org.accountinghub.routes.uploads.row;

import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.accountinghub.mappings.model.Vat;

/** Words that people write for a value of a closed list: codes, and names in Swedish and English. */
final class Words {

    private static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("sv"), Locale.ENGLISH);

    private static final Map<String, String> COUNTRIES = countries();
    private static final Map<String, String> SPOKEN = spoken();
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    private static final Map<String, String> FLAGS = all(
            Map.of("true", List.of("ja", "j", "yes", "y", "1", "true", "sant", "x")),
            Map.of("false", List.of("nej", "n", "no", "0", "false", "falskt")));

    private static final Map<String, String> KINDS = all(
            Map.of("BUSINESS", List.of("företag", "bolag", "f", "business", "company", "b")),
            Map.of("PRIVATE", List.of("privat", "privatperson", "person", "p", "private", "individual")));

    private static final Map<String, String> TREATMENTS = treatments();

    private Words() {}

    static Optional<String> flag(String text) {
        return found(FLAGS, text);
    }

    static Optional<String> kind(String text) {
        return found(KINDS, text);
    }

    static Optional<String> treatment(String text) {
        return found(TREATMENTS, text);
    }

    static Optional<String> country(String text) {
        return found(COUNTRIES, text);
    }

    static Optional<String> language(String text) {
        return found(SPOKEN, text);
    }

    static Optional<String> currency(String text) {
        return Optional.of(text.toUpperCase(Locale.ROOT)).filter(CURRENCIES::contains);
    }

    private static Optional<String> found(Map<String, String> words, String text) {
        return Optional.ofNullable(words.get(text.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> countries() {
        Map<String, String> names = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            LANGUAGES.forEach(
                    language -> names.put(country.getDisplayCountry(language).toLowerCase(Locale.ROOT), code));
        }
        for (String code : Locale.getISOCountries()) {
            names.put(code.toLowerCase(Locale.ROOT), code);
        }
        return Map.copyOf(names);
    }

    private static Map<String, String> spoken() {
        Map<String, String> names = new HashMap<>();
        for (String code : Locale.getISOLanguages()) {
            Locale spoken = new Locale.Builder().setLanguage(code).build();
            LANGUAGES.forEach(
                    language -> names.put(spoken.getDisplayLanguage(language).toLowerCase(Locale.ROOT), code));
        }
        for (String code : Locale.getISOLanguages()) {
            names.put(code, code);
        }
        return Map.copyOf(names);
    }

    private static Map<String, String> treatments() {
        Map<String, String> words = new HashMap<>(Map.of(
                "inrikes", "DOMESTIC",
                "sverige", "DOMESTIC",
                "omvänd skattskyldighet", "DOMESTIC_REVERSE_CHARGE",
                "omvänd byggmoms", "DOMESTIC_REVERSE_CHARGE",
                "eu omvänd skattskyldighet", "EU_REVERSE_CHARGE",
                "eu med moms", "EU_WITH_VAT",
                "reverse charge", "DOMESTIC_REVERSE_CHARGE",
                "eu reverse charge", "EU_REVERSE_CHARGE",
                "eu with vat", "EU_WITH_VAT"));
        Arrays.stream(Vat.Treatment.values())
                .forEach(treatment -> words.put(treatment.name().toLowerCase(Locale.ROOT), treatment.name()));
        return Map.copyOf(words);
    }

    @SafeVarargs
    private static Map<String, String> all(Map<String, List<String>>... listed) {
        Map<String, String> words = new HashMap<>();
        for (Map<String, List<String>> one : listed) {
            one.forEach((value, spellings) -> spellings.forEach(spelling -> words.put(spelling, value)));
        }
        return Map.copyOf(words);
    }
}
