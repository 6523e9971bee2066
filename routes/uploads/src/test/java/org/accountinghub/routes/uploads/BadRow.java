package org.accountinghub.routes.uploads;

import java.util.List;
import java.util.function.UnaryOperator;

/** A way in which a row can be wrong: which column of {@link RegisterFile} is spoilt, how, and what must be said of it. */
record BadRow(String name, int column, UnaryOperator<String> spoilt, String said) {

    static final List<BadRow> KINDS = List.of(
            of("e-mail", 8, "kund@", "is no e-mail address"),
            of("country", 7, "Sverje", "is no country"),
            of("currency", 10, "KRONOR", "is no currency"),
            of("language", 11, "swe", "is no language"),
            of("flag", 13, "kanske", "neither yes nor no"),
            of("type", 2, "förening", "is no type of customer"),
            of("VAT treatment", 12, "25 %", "is no VAT treatment"),
            new BadRow("check digit", 3, BadRow::lastDigitChanged, "the last digit does not fit"),
            of("too few digits", 3, "55601257", "has 8 digits"),
            of("birthday", 3, "121399-1212", "no day on which a person can be born"),
            of("VAT number", 4, "5560125790", "is no VAT number"),
            of("phone", 9, "ring Kalle", "is no phone number"),
            of("lost letters", 1, "Br\uFFFDderna", "has lost letters"),
            of("garbled letters", 1, "BrÃ¶derna", "has garbled letters"),
            of("too long", 5, "Lång gata ".repeat(60), "characters"),
            of("shortened", 9, "4,67E+11", "was shortened by the spreadsheet"),
            of("no name", 1, "", "needs a name"),
            of("number again", 0, "K1", "stands in row 2 already"));

    private static BadRow of(String name, int column, String value, String said) {
        return new BadRow(name, column, any -> value, said);
    }

    private static String lastDigitChanged(String number) {
        int last = number.length() - 1;
        return number.substring(0, last) + (char) ('0' + (number.charAt(last) - '0' + 1) % 10);
    }
}
