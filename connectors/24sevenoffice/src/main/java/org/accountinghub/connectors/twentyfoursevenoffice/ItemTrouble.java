package org.accountinghub.connectors.twentyfoursevenoffice;

/**
 * What an answer that succeeded says of one of its items all the same.
 *
 * @param made whether the item has an id, so that something was made before it went wrong
 */
record ItemTrouble(String type, String message, boolean made) {

    private static final int LONGEST = 500;

    /** Of 24SevenOffice, never its stack trace. */
    String words() {
        String words = (type + ": " + message).strip();
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }

    @Override
    public String toString() {
        return type;
    }
}
