package org.accountinghub.routes.uploads;

import java.nio.charset.StandardCharsets;

/**
 * A line of the result file: semicolons between the columns, UTF-8. What a spreadsheet would take for a formula gets an
 * apostrophe in front.
 *
 * @param row as a spreadsheet shows it
 * @param key the record's number
 */
record ResultLine(int row, String key, Outcome outcome, String reason) {

    /** With the mark by which spreadsheets know UTF-8. */
    static final byte[] HEADER = "\uFEFFrow;number;outcome;reason\r\n".getBytes(StandardCharsets.UTF_8);

    @Override
    public String toString() {
        return row + ";" + cell(key) + ";" + outcome.label() + ";" + cell(reason) + "\r\n";
    }

    static String cell(String value) {
        String safe = value.matches("(?s)[=+\\-@\\t\\r\\n].*") ? "'" + value : value;
        return safe.matches("(?s).*[;\"\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
