package org.accountinghub.mappings.model;

import java.util.Locale;
import java.util.Set;

/** Country codes of ISO 3166-1 alpha-2, in capitals. */
public final class Countries {

    private static final Set<String> CODES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private Countries() {}

    public static boolean known(String code) {
        return CODES.contains(code);
    }
}
