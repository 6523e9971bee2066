package org.accountinghub.connectors.vismaeaccounting;

import java.util.regex.Pattern;

/** eAccounting's ids of records. What was bound before they were kept is a number. */
final class RecordIds {

    private static final Pattern ID =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    private RecordIds() {}

    static boolean isOne(String text) {
        return ID.matcher(text).matches();
    }
}
