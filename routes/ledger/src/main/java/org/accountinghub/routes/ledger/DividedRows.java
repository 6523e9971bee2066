package org.accountinghub.routes.ledger;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rows that a store divided are called after the whole one: {@code R/part-1}, {@code R/part-2}, {@code R/part-1/part-2}. */
final class DividedRows {

    private static final Pattern PART = Pattern.compile("(.+)/part-\\d+");

    private DividedRows() {}

    /** The rows that these were divided from, however often. */
    static String[] wholes(String... rowIds) {
        return Arrays.stream(rowIds)
                .flatMap(DividedRows::above)
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }

    private static Stream<String> above(String rowId) {
        Matcher part = PART.matcher(rowId);
        return part.matches() ? Stream.concat(Stream.of(part.group(1)), above(part.group(1))) : Stream.empty();
    }
}
