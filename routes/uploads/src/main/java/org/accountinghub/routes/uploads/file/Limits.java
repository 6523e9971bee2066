package org.accountinghub.routes.uploads.file;

/**
 * How much is read of a file. They hold what a file can cost in memory and time, whatever is in it.
 *
 * @param bytes of the file
 * @param unpackedBytes of a workbook's parts together
 * @param rows with the header
 * @param columns that a header may have
 */
public record Limits(long bytes, long unpackedBytes, int rows, int columns) {

    /** Of a row in CSV, and of a text in a workbook's list of texts. */
    static final int ROW_CHARACTERS = 1_000_000;

    /** Of a cell: no program that writes workbooks puts more into one. */
    static final int CELL_CHARACTERS = 32_767;

    static final int SHEETS = 255;

    private static final long MEBIBYTE = 1024L * 1024;

    public static final Limits USUAL = new Limits(64 * MEBIBYTE, 768 * MEBIBYTE, 500_000, 200);

    public Limits withBytes(long limit) {
        return new Limits(limit, unpackedBytes, rows, columns);
    }
}
