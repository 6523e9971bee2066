package org.accountinghub.routes.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.port.Upload;
import org.accountinghub.routes.uploads.row.Language;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateTest {

    @TempDir
    private Path folder;

    private static byte[] template(Register register, Language language, Template.Format format) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream() {
            @Override
            public void close() {
                throw new IllegalStateException("the answer is not the template's to end");
            }
        };
        Template.of(register, language).write(format, (OutputStream) file);
        return file.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(Template.Format.class)
    void anEmptyTemplateIsAFileWithoutRows(Template.Format format) throws IOException {
        for (Register register : Register.values()) {
            for (Language language : Language.values()) {
                UploadRoom room = new UploadRoom(folder);
                Upload done =
                        room.upload(register, new ByteArrayInputStream(template(register, language, format)), true);
                assertThat(done.state()).isEqualTo(Upload.State.DONE);
                assertThat(done.remarks()).isEmpty();
            }
        }
    }

    @Test
    void aFilledWorkbookIsTakenAsItIs() throws IOException {
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook(
                new ByteArrayInputStream(template(Register.ARTICLES, Language.SWEDISH, Template.Format.XLSX)))) {
            Row row = workbook.getSheetAt(0).createRow(1);
            row.createCell(0).setCellValue("007");
            row.createCell(1).setCellValue("Timme");
            row.createCell(3).setCellValue(1234.5);
            row.createCell(4).setCellValue("25 %");
            workbook.write(filled);
        }
        UploadRoom room = new UploadRoom(folder);
        room.upload(Register.ARTICLES, new ByteArrayInputStream(filled.toByteArray()), true);
        assertThat(room.register.records().get("007"))
                .containsEntry(RegisterField.PRICE, "1234.5")
                .containsEntry(RegisterField.VAT_RATE, "25");
    }

    @Test
    void theCsvOpensInASpreadsheetWithItsLetters() throws IOException {
        assertThat(new String(
                        template(Register.CUSTOMERS, Language.SWEDISH, Template.Format.CSV), StandardCharsets.UTF_8))
                .startsWith("\uFEFFKundnummer;Namn;Kundtyp;Organisationsnummer;Personnummer;")
                .endsWith(";Aktiv\r\n");
    }
}
