package org.accountinghub.routes.uploads.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.accountinghub.mappings.model.PersonalNumbers;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.uploads.file.Cell;
import org.accountinghub.routes.uploads.file.FileRefused;

/**
 * What stands in which column of a file.
 *
 * @param columns by place from the first; empty = not known, and not read
 * @param names as the file writes them
 * @param language that most headers are in; Swedish when neither is
 * @param unknown headers that mean nothing here
 */
public record Header(List<Optional<Column>> columns, List<String> names, Language language, List<String> unknown) {

    private static final int SHOWN = 60;

    public Header {
        columns = List.copyOf(columns);
        names = List.copyOf(names);
        unknown = List.copyOf(unknown);
    }

    /**
     * Reads the first row.
     *
     * @throws FileRefused when the number's column is missing, or a column is there twice
     */
    public static Header of(Register register, List<Cell> cells, int mostColumns) {
        if (cells.size() > mostColumns) {
            throw new FileRefused(
                    "the file has " + cells.size() + " columns, and at most " + mostColumns + " are read",
                    "Remove the columns that do not belong to the register.");
        }
        List<Optional<Column>> columns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        Map<Column, String> seen = new HashMap<>();
        int swedish = 0;
        int english = 0;
        for (Cell cell : cells) {
            String name = shown(cell);
            Optional<Column> column = find(register, name);
            column.ifPresent(known -> once(seen, known, name));
            if (column.isEmpty() && !name.isEmpty()) {
                unknown.add(name);
            }
            swedish += column.filter(known -> isOneOf(name, known.swedish())).isPresent() ? 1 : 0;
            english += column.filter(known -> isOneOf(name, known.english())).isPresent() ? 1 : 0;
            columns.add(column);
            names.add(name);
        }
        if (seen.keySet().stream().noneMatch(Column::isKey)) {
            throw noKey(register, names);
        }
        return new Header(columns, names, english > swedish ? Language.ENGLISH : Language.SWEDISH, unknown);
    }

    /** How a message names the column: its header and its letter in a spreadsheet. */
    String at(int place) {
        return "\"" + names.get(place) + "\" (column " + letters(place) + ")";
    }

    static String letters(int place) {
        return (place >= 26 ? letters(place / 26 - 1) : "") + (char) ('A' + place % 26);
    }

    private static Optional<Column> find(Register register, String name) {
        return Columns.of(register).stream()
                .filter(column -> isOneOf(name, column.swedish()) || isOneOf(name, column.english()))
                .findFirst();
    }

    private static boolean isOneOf(String name, List<String> names) {
        String plain = Column.plain(name);
        return !plain.isEmpty()
                && names.stream().anyMatch(known -> Column.plain(known).equals(plain));
    }

    private static void once(Map<Column, String> seen, Column column, String name) {
        String earlier = seen.putIfAbsent(column, name);
        if (earlier != null) {
            throw new FileRefused(
                    "two columns mean the same: \"" + earlier + "\" and \"" + name + "\"", "Remove or rename one.");
        }
    }

    private static FileRefused noKey(Register register, List<String> names) {
        Column key = Columns.of(register).get(0);
        return new FileRefused(
                "no column has the " + register.kind() + "s' numbers; its first row is "
                        + names.stream().limit(10).collect(Collectors.joining("\", \"", "\"", "\"")),
                "Give the first row headers, one of them " + key.header(Language.SWEDISH) + " or "
                        + key.header(Language.ENGLISH) + ". A template has them all: ./hub import FILE --register "
                        + register.kind() + "s --template.");
    }

    private static String shown(Cell cell) {
        String text = PersonalNumbers.masked(
                cell.text().replaceAll("[\\p{Cntrl}\\s]+", " ").strip());
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
