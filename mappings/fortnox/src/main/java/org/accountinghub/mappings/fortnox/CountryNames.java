package org.accountinghub.mappings.fortnox;

import java.util.Locale;
import java.util.Optional;
import org.accountinghub.mappings.model.Countries;

/** Countries as Fortnox's documents want them: by Swedish name (customers have codes). */
final class CountryNames {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private CountryNames() {}

    static Optional<String> swedish(String code) {
        return Countries.known(code)
                ? Optional.of(new Locale.Builder().setRegion(code).build().getDisplayCountry(SWEDISH))
                : Optional.empty();
    }
}
