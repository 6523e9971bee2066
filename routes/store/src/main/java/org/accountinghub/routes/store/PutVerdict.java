package org.accountinghub.routes.store;

/**
 * What became of one record that was written.
 *
 * @param number the record's number in the store; empty when none was given to it
 * @param field what was refused, as the contract calls it; empty unless refused
 * @param reason in plain words, personal numbers masked; empty unless refused
 */
record PutVerdict(String number, Kind kind, String field, String reason) {

    /** What became of it. */
    enum Kind {
        CREATED,
        UPDATED,
        /** It was so already. */
        UNCHANGED,
        /** It cannot be so. */
        REFUSED,
        /** It is not the one that was expected: somebody changed it, or it is not there. */
        OVERTAKEN,
        /** Somebody is saving it and was not done within 5 s: the same again later. */
        BUSY
    }

    boolean isWritten() {
        return kind == Kind.CREATED || kind == Kind.UPDATED || kind == Kind.UNCHANGED;
    }
}
