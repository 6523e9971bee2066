package org.accountinghub.mappings.fortnox;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Countries as Fortnox's documents want them: by Swedish name (customers have codes). */
final class Countries {

    private static final Set<String> CODES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private Countries() {}

    static boolean known(String code) {
        return CODES.contains(code);
    }

    static Optional<String> swedishName(String code) {
        return known(code)
                ? Optional.of(new Locale.Builder().setRegion(code).build().getDisplayCountry(SWEDISH))
                : Optional.empty();
    }
}
