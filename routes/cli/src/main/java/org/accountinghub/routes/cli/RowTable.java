package org.accountinghub.routes.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Rows and totals of a document: texts wrapped, numbers under each other by their ends, columns with nothing left out. */
final class RowTable {

    private static final int LEAST_TEXT = 24;
    private static final List<String> FIELDS = List.of("quantity", "unit", "price", "discount", "vatRate", "amount");
    private static final List<String> HEADERS = List.of("QUANTITY", "UNIT", "PRICE", "DISCOUNT", "VAT", "AMOUNT");
    private static final int UNIT = 1;

    private final JsonNode content;
    private final int width;
    private final List<List<String>> cells;
    private final int[] columns;
    private final int[] widths;
    private final int textWidth;

    /** @param content of a document of the preview */
    RowTable(JsonNode content, int width) {
        this.content = content;
        this.width = width;
        this.cells = content.path("rows").valueStream().map(RowTable::cells).toList();
        this.columns = IntStream.range(0, FIELDS.size())
                .filter(column ->
                        cells.stream().anyMatch(row -> !row.get(column).isEmpty()))
                .toArray();
        this.widths = IntStream.of(columns)
                .map(column -> Math.max(
                        HEADERS.get(column).length(),
                        cells.stream()
                                .mapToInt(row -> row.get(column).length())
                                .max()
                                .orElse(0)))
                .toArray();
        this.textWidth = Math.max(
                LEAST_TEXT, width - IntStream.of(widths).map(one -> one + 2).sum());
    }

    private static List<String> cells(JsonNode row) {
        return FIELDS.stream().map(field -> cell(row, field)).toList();
    }

    private static String cell(JsonNode row, String field) {
        String value = row.path(field).asString("");
        return field.equals("vatRate") && !value.isEmpty() ? value + " %" : value;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line("TEXT", HEADERS));
        lines.add("-".repeat(textWidth)
                + IntStream.of(widths).mapToObj(one -> "  " + "-".repeat(one)).reduce("", String::concat));
        int position = 0;
        for (JsonNode row : content.path("rows")) {
            row(row, cells.get(position), lines);
            position++;
        }
        totals(lines);
        return lines;
    }

    private void row(JsonNode row, List<String> numbers, List<String> lines) {
        boolean onlyText = row.path("amount").asString("").isEmpty();
        List<String> text = Lines.wrapped(words(row), onlyText ? width : textWidth);
        lines.add(onlyText ? text.get(0) : line(text.get(0), numbers));
        lines.addAll(text.subList(1, text.size()));
    }

    private static String words(JsonNode row) {
        String article = row.path("article").asString("");
        String work = row.path("houseWork").asString("");
        String centre = row.path("costCentre").asString("");
        return ((article.isEmpty() ? "" : article + " ")
                        + row.path("text").asString("").replaceAll("\\s+", " ").strip()
                        + (work.isEmpty() ? "" : " [" + work + "]")
                        + (centre.isEmpty() ? "" : " [cost centre " + centre + "]"))
                .strip();
    }

    private String line(String text, List<String> numbers) {
        StringBuilder line = new StringBuilder(text).append(" ".repeat(Math.max(0, textWidth - text.length())));
        for (int i = 0; i < columns.length; i++) {
            String number = numbers.get(columns[i]);
            String blanks = " ".repeat(Math.max(0, widths[i] - number.length()));
            line.append("  ").append(columns[i] == UNIT ? number + blanks : blanks + number);
        }
        return line.toString();
    }

    private void totals(List<String> lines) {
        lines.add("");
        for (JsonNode vat : content.path("vat")) {
            String rate = vat.path("rate").asString("") + " %";
            total("without VAT, at " + rate, vat.path("net").asString(""), lines);
            total("VAT " + rate, vat.path("vat").asString(""), lines);
        }
        String currency = content.path("currency").asString("");
        total("in all, " + currency, content.path("total").asString(""), lines);
    }

    private void total(String label, String amount, List<String> lines) {
        int full = textWidth + IntStream.of(widths).map(one -> one + 2).sum();
        String text = label + "  " + " ".repeat(Math.max(0, 12 - amount.length())) + amount;
        lines.add(" ".repeat(Math.max(0, full - text.length())) + text);
    }
}
