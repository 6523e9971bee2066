package org.accountinghub.routes.uploads.row;

import org.accountinghub.mappings.model.register.RegisterRecord;

/** A row of a file, read. */
public sealed interface ReadRow {

    /** As a spreadsheet shows it, from 1. */
    int number();

    /** It can be written. */
    record Fit(int number, RegisterRecord record) implements ReadRow {}

    /**
     * It cannot be written.
     *
     * @param key the record's number, as far as it can be told
     * @param reason each wrong column with its remedy; personal numbers masked
     */
    record Unfit(int number, String key, String reason) implements ReadRow {}

    /** It has no number, so nobody knows which record it is about. */
    record Keyless(int number) implements ReadRow {}
}
