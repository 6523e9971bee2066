package org.accountinghub.routes.uploads.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxRowsTest {

    @TempDir
    private Path folder;

    @Test
    void numbersAreWhatTheirReaderSees() throws IOException {
        Read read = written(workbook -> {
            Row row = workbook.createSheet("Kunder").createRow(0);
            row.createCell(0).setCellValue(191212121212.0);
            row.createCell(1).setCellValue(0.1 + 0.2);
            styled(workbook, row, 2, 42, "00000");
            styled(workbook, row, 3, 0.25, "0%");
            styled(workbook, row, 4, 11122, "000\\ 00");
            styled(workbook, row, 5, 45123, "yyyy\\-mm\\-dd");
            row.createCell(6).setCellValue(true);
            row.createCell(7).setCellValue(1234.5);
            styled(workbook, row, 8, 1234.5, "# ##0.00");
        });
        assertThat(read.texts(1))
                .containsExactly("191212121212", "0.3", "00042", "25", "11122", "", "true", "1234.5", "1234.5");
        assertThat(read.kinds(1)).contains(Cell.Kind.DATE, Cell.Kind.FLAG, Cell.Kind.NUMBER);
    }

    @Test
    void formulasAndTheirErrorsAreMarkedWhateverTheyShow() throws IOException {
        Read read = Read.of(Zips.workbook("""
                        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Namn</t></is></c></row>
                        <row r="3"><c r="A3"><f>1+1</f><v>2</v></c><c r="C3" t="e"><v>#N/A</v></c></row>
                        <row r="4"><c t="str"><v>=A1</v></c><c t="inlineStr"><is><r><t>a_x000D_</t></r><rPh><t>no</t></rPh><r><t>b</t></r></is></c></row>""").in(folder));
        assertThat(read.rows()).containsOnlyKeys(1, 3, 4);
        assertThat(read.texts(1)).containsExactly("Kundnummer", "Namn");
        assertThat(read.kinds(3)).containsExactly(Cell.Kind.FORMULA, Cell.Kind.TEXT, Cell.Kind.ERROR);
        assertThat(read.texts(4)).containsExactly("=A1", "a\rb");
    }

    @Test
    void onlyTheFirstSheetIsReadAndThatIsSaid() throws IOException {
        Read read = written(workbook -> {
            workbook.createSheet("Ett").createRow(0).createCell(0).setCellValue("first");
            workbook.createSheet("Två").createRow(0).createCell(0).setCellValue("second");
        });
        assertThat(read.texts(1)).containsExactly("first");
        assertThat(read.remarks()).singleElement().asString().contains("\"Ett\"", "has 2");
    }

    @Test
    void aLongListOfTextsIsReadAcrossItsBlocks() throws IOException {
        Read read = written(workbook -> {
            Sheet sheet = workbook.createSheet();
            for (int i = 0; i < 200; i++) {
                sheet.createRow(i).createCell(0).setCellValue(text(i));
            }
        });
        for (int i = 0; i < 200; i++) {
            assertThat(read.texts(i + 1)).containsExactly(text(i));
        }
    }

    private static String text(int seed) {
        return new Random(seed)
                .ints(20_000, 'a', 'ÿ')
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private interface Writing {
        void write(Workbook workbook);
    }

    private Read written(Writing writing) throws IOException {
        Path file = folder.resolve("written.xlsx");
        try (Workbook workbook = new XSSFWorkbook();
                OutputStream stream = Files.newOutputStream(file)) {
            writing.write(workbook);
            workbook.write(stream);
        }
        return Read.of(file);
    }

    private static void styled(Workbook workbook, Row row, int column, double value, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        row.createCell(column).setCellValue(value);
        row.getCell(column).setCellStyle(style);
    }
}
