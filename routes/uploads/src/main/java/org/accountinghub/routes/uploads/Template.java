package org.accountinghub.routes.uploads;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.uploads.row.Columns;
import org.accountinghub.routes.uploads.row.Language;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * An empty file to fill: one header for each column. In the workbook all columns are texts, so that no spreadsheet takes a
 * zero from a number's beginning.
 *
 * @param headers of the columns, the number's first
 */
public record Template(Register register, List<String> headers) {

    private static final int WIDTH = 22 * 256;

    /** A kind of file. */
    public enum Format {
        XLSX,
        CSV
    }

    public Template {
        headers = List.copyOf(headers);
    }

    static Template of(Register register, Language language) {
        return new Template(
                register,
                Columns.of(register).stream()
                        .map(column -> column.header(language))
                        .toList());
    }

    void write(Format format, OutputStream to) throws IOException {
        if (format == Format.CSV) {
            to.write(("\uFEFF" + headers.stream().map(ResultLine::cell).collect(Collectors.joining(";")) + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        } else {
            workbook(to);
        }
    }

    private void workbook(OutputStream to) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook()) {
            Sheet sheet = workbook.createSheet(register.name().toLowerCase(Locale.ROOT));
            CellStyle text = workbook.createCellStyle();
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            Row first = sheet.createRow(0);
            for (int column = 0; column < headers.size(); column++) {
                sheet.setDefaultColumnStyle(column, text);
                sheet.setColumnWidth(column, WIDTH);
                first.createCell(column).setCellValue(headers.get(column));
            }
            sheet.createFreezePane(0, 1);
            workbook.write(new Open(to));
        }
    }

    /** The workbook's archive is finished; what it is written into stays open. */
    private static final class Open extends FilterOutputStream {
        Open(OutputStream to) {
            super(to);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
