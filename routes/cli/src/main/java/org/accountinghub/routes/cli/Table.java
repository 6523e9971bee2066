package org.accountinghub.routes.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows of text under headers, columns as wide as needed; the last column is wrapped at the width of the page, and a column
 * in which no row has anything is left out.
 */
public final class Table {

    private static final int LEAST_LAST = 24;

    private final List<String> headers;
    private final List<List<String>> rows = new ArrayList<>();
    private final int width;

    public Table(int width, String... headers) {
        this.width = width;
        this.headers = List.of(headers);
    }

    public Table row(Object... cells) {
        if (cells.length != headers.size()) {
            throw new IllegalArgumentException(cells.length + " cells under " + headers.size() + " headers");
        }
        rows.add(IntStream.range(0, cells.length)
                .mapToObj(i -> String.valueOf(cells[i]).replaceAll("\\s+", " ").strip())
                .toList());
        return this;
    }

    @Override
    public String toString() {
        int[] shown = IntStream.range(0, headers.size())
                .filter(column -> rows.isEmpty()
                        || rows.stream().anyMatch(row -> !row.get(column).isEmpty()))
                .toArray();
        return text(of(headers, shown), rows.stream().map(row -> of(row, shown)).toList());
    }

    private String text(List<String> head, List<List<String>> body) {
        int last = head.size() - 1;
        int[] widths = IntStream.range(0, head.size())
                .map(column -> IntStream.concat(
                                IntStream.of(head.get(column).length()),
                                body.stream().mapToInt(row -> row.get(column).length()))
                        .max()
                        .orElse(0))
                .toArray();
        int before = IntStream.range(0, last).map(i -> widths[i] + 2).sum();
        widths[last] = Math.min(widths[last], Math.max(LEAST_LAST, width - before));
        List<String> lines = new ArrayList<>(lines(head, widths));
        lines.add(IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining("  ")));
        body.forEach(row -> lines.addAll(lines(row, widths)));
        return String.join("\n", lines);
    }

    private static List<String> of(List<String> row, int[] columns) {
        return IntStream.of(columns).mapToObj(row::get).toList();
    }

    private static List<String> lines(List<String> row, int[] widths) {
        int last = widths.length - 1;
        List<String> wrapped = Lines.wrapped(row.get(last), widths[last]);
        String first = IntStream.range(0, last)
                .mapToObj(i -> padded(row.get(i), widths[i]) + "  ")
                .collect(Collectors.joining());
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < wrapped.size(); i++) {
            lines.add(((i == 0 ? first : " ".repeat(first.length())) + wrapped.get(i)).stripTrailing());
        }
        return lines;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
