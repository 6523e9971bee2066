package org.accountinghub.routes.uploads;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.accountinghub.mappings.model.PersonalNumbers;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.routes.engine.port.Upload;
import org.accountinghub.routes.engine.port.UploadLedger;
import org.accountinghub.routes.uploads.file.Cell;
import org.accountinghub.routes.uploads.file.FileRefused;
import org.accountinghub.routes.uploads.file.Limits;
import org.accountinghub.routes.uploads.file.RowConsumer;
import org.accountinghub.routes.uploads.row.Header;
import org.accountinghub.routes.uploads.row.ReadRow;
import org.accountinghub.routes.uploads.row.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * One reading of an upload's rows, in batches: each batch is tried or written, and its lines and the place are kept in the
 * same commit as what it wrote. Rows up to the place where an earlier reading ended are read, but not written again.
 */
final class Reading implements RowConsumer {

    /** Somebody cancelled it, another process has it, or this one stops. */
    static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Ended() {
            super("the upload is no longer ours", null, false, false);
        }
    }

    private static final int BATCH = 500;

    private final Upload upload;
    private final Upload.Phase phase;
    private final UploadLedger ledger;
    private final RowWriter writer;
    private final Limits limits;
    private final LocalDate today;
    private final BooleanSupplier stopping;
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<ReadRow> batch = new ArrayList<>();
    private @Nullable Header header;
    private @Nullable RowReader reader;
    private int place;

    Reading(
            Upload upload,
            Upload.Phase phase,
            UploadLedger ledger,
            RowWriter writer,
            Limits limits,
            LocalDate today,
            BooleanSupplier stopping) {
        this.upload = upload;
        this.phase = phase;
        this.ledger = ledger;
        this.writer = writer;
        this.limits = limits;
        this.today = today;
        this.stopping = stopping;
        this.place = (phase == Upload.Phase.CHECK ? upload.check() : upload.apply())
                .map(Upload.Pass::place)
                .orElse(0);
    }

    @Override
    public void row(int number, List<Cell> cells) {
        if (reader == null) {
            Header found = Header.of(upload.register(), cells, limits.columns());
            header = found;
            reader = new RowReader(upload.register(), found, today);
            return;
        }
        ReadRow read = once(reader.read(number, cells));
        if (number > place) {
            batch.add(read);
            if (batch.size() == BATCH) {
                flush();
            }
        }
    }

    /** What is left; the remarks that the header gives. */
    List<String> finish() {
        if (header == null) {
            throw new FileRefused("the file has no rows", "Upload a file with a header and rows.");
        }
        flush();
        return header.unknown().isEmpty()
                ? List.of()
                : List.of("Not known, and not read: "
                        + header.unknown().stream().collect(Collectors.joining("\", \"", "\"", "\"."))
                        + " The template names the headers that are.");
    }

    private ReadRow once(ReadRow row) {
        if (!(row instanceof ReadRow.Fit fit)) {
            return row;
        }
        Integer earlier = seen.putIfAbsent(fit.record().number(), row.number());
        return earlier == null
                ? row
                : new ReadRow.Unfit(
                        row.number(),
                        PersonalNumbers.masked(fit.record().number()),
                        "The number stands in row " + earlier + " already. Keep one of the rows.");
    }

    private void flush() {
        if (batch.isEmpty()) {
            return;
        }
        if (stopping.getAsBoolean()) {
            throw new Ended();
        }
        List<RegisterRecord> records = batch.stream()
                .filter(ReadRow.Fit.class::isInstance)
                .map(row -> ((ReadRow.Fit) row).record())
                .toList();
        if (phase == Upload.Phase.CHECK) {
            keep(ledger.inTrial(() -> written(records)));
        } else {
            ledger.inOneCommit(() -> {
                keep(written(records));
                return place;
            });
        }
        place = batch.get(batch.size() - 1).number();
        batch.clear();
    }

    private List<RowWriter.Verdict> written(List<RegisterRecord> records) {
        return records.isEmpty() ? List.of() : writer.write(upload.register(), records, upload.who());
    }

    private void keep(List<RowWriter.Verdict> verdicts) {
        StringBuilder lines = new StringBuilder();
        Upload.Tally tally = Upload.Tally.NONE;
        int next = 0;
        for (ReadRow row : batch) {
            ResultLine line = row instanceof ReadRow.Fit fit
                    ? line(fit, verdicts.get(next++))
                    : row instanceof ReadRow.Unfit unfit
                            ? new ResultLine(row.number(), unfit.key(), Outcome.REFUSED, unfit.reason())
                            : new ResultLine(row.number(), "", Outcome.IGNORED, "It has no number.");
            lines.append(line);
            tally = tally.plus(line.outcome().one());
        }
        if (!ledger.advance(
                upload.id(),
                phase,
                place,
                batch.get(batch.size() - 1).number(),
                tally,
                lines.toString().getBytes(StandardCharsets.UTF_8))) {
            throw new Ended();
        }
    }

    private static ResultLine line(ReadRow.Fit row, RowWriter.Verdict verdict) {
        return new ResultLine(
                row.number(),
                PersonalNumbers.masked(row.record().number()),
                verdict.outcome(),
                PersonalNumbers.masked(verdict.reason()));
    }
}
