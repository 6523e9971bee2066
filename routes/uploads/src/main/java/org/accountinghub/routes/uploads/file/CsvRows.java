package org.accountinghub.routes.uploads.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a CSV file (RFC 4180). Columns are divided by a semicolon, a tab or a comma, whichever divides the header
 * into most; a first line {@code sep=;}, which Excel writes and hides, names it.
 */
final class CsvRows {

    private static final char[] SEPARATORS = {';', '\t', ','};
    private static final int UNKNOWN = Integer.MAX_VALUE;
    private static final int LOOK_AHEAD = 1 << 16;

    private final Path file;
    private final Limits limits;
    private int width = UNKNOWN;

    CsvRows(Path file, Limits limits) {
        this.file = file;
        this.limits = limits;
    }

    List<String> read(RowConsumer rows) throws IOException {
        MeasuredReader measured = new MeasuredReader(TextEncoding.open(file));
        try (BufferedReader text = new BufferedReader(measured);
                CSVParser parser = format(separator(text)).parse(text)) {
            for (CSVRecord record : parser) {
                emit(measured, record, rows);
                measured.rowEnded();
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException malformed) {
                throw malformed(measured.row(), malformed);
            }
            throw e.getCause();
        }
        return List.of();
    }

    private void emit(MeasuredReader measured, CSVRecord record, RowConsumer rows) {
        int number = measured.row();
        if (number > limits.rows()) {
            throw new FileRefused("the file has more than " + limits.rows() + " rows", "Divide it.");
        }
        List<Cell> cells = new ArrayList<>(record.size());
        boolean blank = true;
        for (String value : record) {
            Cell cell = cell(value, cells.size());
            blank &= cell.isBlank();
            cells.add(cell);
        }
        if (!blank) {
            width = width == UNKNOWN ? record.size() : width;
            rows.row(number, cells);
        }
    }

    private Cell cell(String value, int place) {
        if (place >= width && !value.isBlank()) {
            return new Cell(Cell.Kind.BEYOND, "");
        }
        return value.length() > Limits.CELL_CHARACTERS ? new Cell(Cell.Kind.TOO_LONG, "") : Cell.text(value);
    }

    private static CSVFormat format(char separator) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get();
    }

    /** Leaves the reader where the header begins. */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(LOOK_AHEAD + 1);
        String line = firstLine(text);
        if (line.matches("(?i)sep=.")) {
            text.readLine();
            return line.charAt(line.length() - 1);
        }
        char best = SEPARATORS[0];
        int most = 0;
        for (char separator : SEPARATORS) {
            int found = count(line, separator);
            if (found > most) {
                most = found;
                best = separator;
            }
        }
        return best;
    }

    private static String firstLine(BufferedReader text) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = text.read();
                next >= 0 && line.length() < LOOK_AHEAD && (next != '\n' || line.isEmpty());
                next = text.read()) {
            if (next != '\n' && next != '\r') {
                line.append((char) next);
            }
        }
        text.reset();
        return line.toString().strip();
    }

    private static int count(String line, char wanted) {
        int found = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char next = line.charAt(i);
            quoted ^= next == '"';
            found += next == wanted && !quoted ? 1 : 0;
        }
        return found;
    }

    private static FileRefused malformed(int row, CSVException e) {
        return String.valueOf(e.getMessage()).contains("EOF reached")
                ? new FileRefused(
                        "a quotation mark in row " + row + " is never closed",
                        "Close it, or write it twice where it belongs to the text.")
                : new FileRefused(
                        "row " + row + " has text between a closing quotation mark and the next column",
                        "Write a quotation mark twice where it belongs to the text.");
    }
}
