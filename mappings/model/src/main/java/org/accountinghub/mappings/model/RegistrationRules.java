package org.accountinghub.mappings.model;

import java.time.LocalDate;
import java.util.Locale;
import org.accountinghub.mappings.model.RegistrationCheck.Form;
import org.accountinghub.mappings.model.RegistrationCheck.Invalid;
import org.accountinghub.mappings.model.RegistrationCheck.Unchecked;
import org.accountinghub.mappings.model.RegistrationCheck.Valid;
import org.accountinghub.mappings.model.RegistrationNumber.Kind;

/** Which country's rule a registration number is held to, and the rules of Norway and Denmark. */
final class RegistrationRules {

    /** The last one is the check digit's. Source: Brønnøysundregistrene, "organisasjonsnummeret". */
    private static final int[] NORWAY = {3, 2, 7, 6, 5, 4, 3, 2, 1};

    /** Source: Erhvervsstyrelsen, "modulus 11-kontrol af CVR-nummer". */
    private static final int[] DENMARK = {2, 7, 6, 5, 4, 3, 2, 1};

    private static final String DIGIT_REMEDY = "Compare every digit with the register of companies.";

    private RegistrationRules() {}

    static RegistrationCheck check(RegistrationNumber number, String country, LocalDate today) {
        String compact = compact(number.value());
        return switch (country.isEmpty() ? countryOf(compact) : country.toUpperCase(Locale.ROOT)) {
            case "SE" -> SwedishNumbers.check(compact, number.kind(), today);
            case "NO" -> number.kind() == Kind.PERSONAL ? new Unchecked() : norwegian(compact);
            case "DK" -> number.kind() == Kind.PERSONAL ? new Unchecked() : danish(compact);
            default -> new Unchecked();
        };
    }

    /** Where the country is not told, the number's own prefix tells it; without one, ten or twelve digits are Swedish. */
    private static String countryOf(String compact) {
        if (compact.matches("(SE|NO|DK)\\d.*")) {
            return compact.substring(0, 2);
        }
        return compact.matches("(\\d{2})?\\d{6}[-+]?\\d{4}") ? "SE" : "";
    }

    private static RegistrationCheck norwegian(String compact) {
        String digits = compact.replaceAll("^NO|MVA$|[-.]", "");
        if (!digits.matches("\\d{9}")) {
            return new Invalid("a Norwegian organisation number has nine digits", DIGIT_REMEDY);
        }
        return CheckDigits.elevenFits(digits, NORWAY)
                ? new Valid(Form.NORWEGIAN_ORGANISATION, digits)
                : new Invalid(
                        "the last digit does not fit the others of a Norwegian organisation number", DIGIT_REMEDY);
    }

    private static RegistrationCheck danish(String compact) {
        String digits = compact.replaceAll("^DK|[-.]", "");
        if (!digits.matches("[1-9]\\d{7}")) {
            return new Invalid("a Danish CVR number has eight digits", DIGIT_REMEDY);
        }
        return CheckDigits.elevenFits(digits, DENMARK)
                ? new Valid(Form.DANISH_COMPANY, digits)
                : new Invalid("the last digit does not fit the others of a Danish CVR number", DIGIT_REMEDY);
    }

    /** Without blanks, in upper case, every kind of hyphen as one. */
    private static String compact(String value) {
        return value.replaceAll("[\\s\\u00a0\\u202f]", "")
                .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
                .toUpperCase(Locale.ROOT);
    }
}
