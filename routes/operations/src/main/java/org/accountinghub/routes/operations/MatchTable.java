package org.accountinghub.routes.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.port.MatchLine;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A report as a table for spreadsheets: semicolons, a mark for UTF-8 in front. A text that a spreadsheet would take for a
 * formula gets an apostrophe in front.
 */
final class MatchTable implements AutoCloseable {

    static final String CSV = "text/csv;charset=UTF-8";

    private static final CSVFormat FORMAT = CSVFormat.Builder.create(CSVFormat.RFC4180)
            .setDelimiter(';')
            .setHeader(
                    "line",
                    "class",
                    "decision",
                    "number here",
                    "number there",
                    "name here",
                    "name there",
                    "registration number here",
                    "registration number there",
                    "postal code here",
                    "postal code there",
                    "score",
                    "reason",
                    "differing",
                    "decided by")
            .get();

    private final CSVPrinter printer;

    MatchTable(Writer out) throws IOException {
        out.write('\ufeff');
        printer = new CSVPrinter(out, FORMAT);
    }

    void add(MatchLine line) {
        try {
            printer.printRecord(
                    line.line(),
                    line.kind(),
                    line.decision(),
                    of(line.ours(), MatchLine.Half::number),
                    of(line.theirs(), MatchLine.Half::number),
                    of(line.ours(), MatchLine.Half::name),
                    of(line.theirs(), MatchLine.Half::name),
                    of(line.ours(), MatchLine.Half::registration),
                    of(line.theirs(), MatchLine.Half::registration),
                    of(line.ours(), MatchLine.Half::postalCode),
                    of(line.theirs(), MatchLine.Half::postalCode),
                    line.score(),
                    line.reason(),
                    line.differing().stream().sorted().map(RegisterField::label).collect(Collectors.joining(" ")),
                    harmless(line.decidedBy().orElse("")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String of(Optional<MatchLine.Half> half, Function<MatchLine.Half, String> part) {
        return harmless(half.map(part).orElse(""));
    }

    private static String harmless(String text) {
        return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
