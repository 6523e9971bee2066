package org.accountinghub.routes.uploads.file;

/**
 * A cell of a row.
 *
 * @param text as it stands there; a number of a workbook with a decimal point and without grouping
 */
public record Cell(Kind kind, String text) {

    static final Cell EMPTY = new Cell(Kind.TEXT, "");

    /** What the file says that it is. In CSV everything is text. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** {@code true} or {@code false}. */
        FLAG,
        /** A number that is shown as a date. */
        DATE,
        FORMULA,
        /** What a formula could not compute, such as {@code #N/A}. */
        ERROR,
        /** More text than a cell can have. */
        TOO_LONG,
        /** In CSV, behind the header's last column: a value with a separator in it has pushed the others away. */
        BEYOND
    }

    static Cell text(String text) {
        return text.isEmpty() ? EMPTY : new Cell(Kind.TEXT, text);
    }

    public boolean isBlank() {
        return kind == Kind.TEXT && text.isBlank();
    }

    @Override
    public String toString() {
        return kind.name();
    }
}
