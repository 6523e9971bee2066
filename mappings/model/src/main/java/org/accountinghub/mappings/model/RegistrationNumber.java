package org.accountinghub.mappings.model;

import java.time.LocalDate;

/**
 * A company's organisation number or a person's personal number, as the store holds it. Two spellings with and without
 * hyphen, century or blanks are the same number: compare {@link #digits()}. A personal number never shows in text.
 */
public record RegistrationNumber(Kind kind, String value) {

    /** Whose number it is; only {@link #PERSONAL} is secret. */
    public enum Kind {
        ORGANISATION,
        PERSONAL
    }

    public static RegistrationNumber organisation(String value) {
        return new RegistrationNumber(Kind.ORGANISATION, value);
    }

    public static RegistrationNumber personal(String value) {
        return new RegistrationNumber(Kind.PERSONAL, value);
    }

    /** The significant digits: hyphens and blanks gone, and the century (or 16) of a twelve-digit number dropped. */
    public String digits() {
        String digits = value.replaceAll("\\D", "");
        return digits.matches("(16|18|19|20)\\d{10}") ? digits.substring(2) : digits;
    }

    /** Ten digits with a hyphen; a personal number keeps its century. Anything else as it was written. */
    public String hyphenated() {
        String digits = kind == Kind.PERSONAL ? value.replaceAll("\\D", "") : digits();
        boolean swedish = digits.matches("\\d{10}|\\d{12}") && !value.matches(".*\\p{L}.*");
        int tail = digits.length() - 4;
        return swedish ? digits.substring(0, tail) + "-" + digits.substring(tail) : value.strip();
    }

    /**
     * Whether it can be right, by the rules of Sweden, Norway or Denmark; numbers of other countries are not checked.
     *
     * @param country ISO 3166-1 alpha-2; empty = not known: then ten or twelve digits count as Swedish
     * @param today tells the century of ten digits
     */
    public RegistrationCheck check(String country, LocalDate today) {
        return RegistrationRules.check(this, country, today);
    }

    public boolean sameAs(String other) {
        return digits().equals(new RegistrationNumber(kind, other).digits());
    }

    @Override
    public String toString() {
        return kind == Kind.PERSONAL ? PersonalNumbers.MASK : value;
    }
}
