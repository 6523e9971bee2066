package org.accountinghub.routes.uploads.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Makes rows of a sheet's XML (ECMA-376, 18.3.1). */
final class SheetHandler extends DefaultHandler {

    private static final int LAST_ROW = 1_048_576;
    private static final int LAST_COLUMN = 16_384;

    private final SharedStrings strings;
    private final NumberFormats formats;
    private final Limits limits;
    private final RowConsumer rows;
    private final StringBuilder text = new StringBuilder();
    private List<Cell> cells = new ArrayList<>();
    private int row;
    private int column;
    private String type = "";
    private int style;
    private boolean formula;
    private boolean hasValue;
    private boolean inValue;
    private boolean inPhonetic;

    SheetHandler(SharedStrings strings, NumberFormats formats, Limits limits, RowConsumer rows) {
        this.strings = strings;
        this.formats = formats;
        this.limits = limits;
        this.rows = rows;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "row" -> beginRow(attributes.getValue("r"));
            case "c" -> beginCell(attributes);
            case "f" -> formula = true;
            case "rPh" -> inPhonetic = true;
            case "v", "t" -> {
                inValue = !inPhonetic;
                hasValue = true;
            }
            default -> {}
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        switch (name) {
            case "row" -> endRow();
            case "c" -> endCell();
            case "rPh" -> inPhonetic = false;
            case "v", "t" -> inValue = false;
            default -> {}
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (inValue && text.length() <= Limits.CELL_CHARACTERS) {
            text.append(characters, start, length);
        }
    }

    private void beginRow(@Nullable String number) {
        int next = number == null ? row + 1 : whole(number);
        if (next <= row || next > LAST_ROW) {
            throw ArchiveCheck.broken();
        }
        if (next > limits.rows()) {
            throw new FileRefused("the sheet has more than " + limits.rows() + " rows", "Divide it.");
        }
        row = next;
        column = 0;
        cells = new ArrayList<>(cells.size());
    }

    private void beginCell(Attributes attributes) {
        String place = attributes.getValue("r");
        int next = place == null ? column + 1 : column(place);
        if (next <= column || next > LAST_COLUMN) {
            throw new FileRefused(
                    "row " + row + " has more columns than a spreadsheet can have, or has one twice",
                    "Save it anew in Excel.");
        }
        column = next;
        type = Optional.ofNullable(attributes.getValue("t")).orElse("n");
        style = Optional.ofNullable(attributes.getValue("s"))
                .map(SheetHandler::whole)
                .orElse(-1);
        formula = false;
        hasValue = false;
        text.setLength(0);
    }

    private void endCell() {
        Cell cell = cell();
        if (cell.isBlank()) {
            return;
        }
        if (column > limits.columns()) {
            throw new FileRefused(
                    "row " + row + " has something in column " + column + ", and at most " + limits.columns()
                            + " columns are read",
                    "Remove the columns that do not belong to the register.");
        }
        while (cells.size() < column - 1) {
            cells.add(Cell.EMPTY);
        }
        cells.add(cell);
    }

    private Cell cell() {
        if (formula) {
            return new Cell(Cell.Kind.FORMULA, "");
        }
        if (!hasValue) {
            return Cell.EMPTY;
        }
        if (text.length() > Limits.CELL_CHARACTERS) {
            return new Cell(Cell.Kind.TOO_LONG, "");
        }
        String value = text.toString();
        return switch (type) {
            case "s" -> bounded(strings.get(whole(value.strip())));
            case "str", "inlineStr" -> Cell.text(EscapedText.plain(value));
            case "b" -> new Cell(Cell.Kind.FLAG, value.strip().equals("1") ? "true" : "false");
            case "e" -> new Cell(Cell.Kind.ERROR, value);
            case "d" -> new Cell(Cell.Kind.DATE, "");
            default -> value.isBlank() ? Cell.EMPTY : formats.shown(value, style);
        };
    }

    private static Cell bounded(String value) {
        return value.length() > Limits.CELL_CHARACTERS ? new Cell(Cell.Kind.TOO_LONG, "") : Cell.text(value);
    }

    private void endRow() {
        if (!cells.isEmpty()) {
            rows.row(row, cells);
        }
    }

    private static int whole(String number) {
        if (!number.matches("\\d{1,9}")) {
            throw ArchiveCheck.broken();
        }
        return Integer.parseInt(number);
    }

    /** {@code AB12} is column 28. */
    private static int column(String place) {
        int found = 0;
        int at = 0;
        while (at < place.length() && place.charAt(at) >= 'A' && place.charAt(at) <= 'Z') {
            found = Math.min(found * 26 + place.charAt(at) - 'A' + 1, LAST_COLUMN + 1);
            at++;
        }
        return at == 0 ? LAST_COLUMN + 1 : found;
    }
}
