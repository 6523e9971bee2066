package org.accountinghub.routes.uploads.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;

/** Ends a row that never ends, and a text that is none, before they fill the memory. */
final class MeasuredReader extends FilterReader {

    private int sinceRow;
    private int row = 1;

    MeasuredReader(Reader text) {
        super(text);
    }

    /** A row was read; the next one begins. */
    void rowEnded() {
        sinceRow = 0;
        row++;
    }

    int row() {
        return row;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = in.read(buffer, offset, length);
        } catch (CharacterCodingException e) {
            throw new FileRefused(
                    "its text is cut off or not in the encoding that its first bytes name, near row " + row,
                    "Save it as CSV in UTF-8.");
        }
        for (int i = offset; i < offset + read; i++) {
            if (buffer[i] == 0) {
                throw new FileRefused(
                        "it is no text file: a NUL character near row " + row, "Save it as CSV in UTF-8.");
            }
        }
        sinceRow += Math.max(read, 0);
        if (sinceRow > Limits.ROW_CHARACTERS) {
            throw new FileRefused(
                    "row " + row + " has more than " + Limits.ROW_CHARACTERS + " characters",
                    "Look for a quotation mark in it that is never closed.");
        }
        return read;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }
}
