package org.accountinghub.routes.uploads.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are broken, or made to exhaust who reads them: each is refused within seconds, in plain words. */
@Timeout(30)
class HostileWorkbookTest {

    private static final String ROW = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>";

    @TempDir
    private Path folder;

    @Test
    void aWorkbookCutAnywhereIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(Zips.workbook(ROW).in(folder));
        for (int kept : new int[] {10, 200, whole.length / 2, whole.length - 30, whole.length - 1}) {
            refused(Read.bytes(folder, Arrays.copyOf(whole, kept)), "damaged");
        }
    }

    @Test
    void aDamagedPartIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(Zips.workbook(ROW.repeat(1)).in(folder));
        for (int at = 60; at < whole.length - 400; at += 97) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x55;
            try {
                assertThat(Read.of(Read.bytes(folder, damaged)).rows()).isNotNull();
            } catch (FileRefused refused) {
                assertThat(refused.remedy()).isNotBlank();
            }
        }
        byte[] sum = whole.clone();
        sum[sum.length - 22 - 50] ^= 0x01;
        assertThatThrownBy(() -> Read.of(Read.bytes(folder, sum))).isInstanceOf(FileRefused.class);
    }

    @Test
    void anArchiveBombIsRefused() throws IOException {
        refused(
                Zips.workbook("")
                        .with("xl/worksheets/sheet1.xml", new byte[15_000_000])
                        .in(folder),
                "archive bomb");
        refused(
                Zips.workbook(ROW)
                        .with("xl/media/picture.png", random(8_100_000))
                        .in(folder),
                "more than 8000000 bytes");
    }

    @Test
    void manyPartsThatUnpackToMuchAreCountedTogether() {
        Zips zips = Zips.workbook(ROW);
        for (int i = 0; i < 12; i++) {
            zips.with("xl/media/" + i + ".png", mixed(900_000));
        }
        refused(zips.in(folder), "archive bomb");
    }

    @Test
    void aHugePartThatIsNoTableIsRefused() {
        refused(Zips.workbook(ROW).with("xl/styles.xml", mixed(9_000_000)).in(folder), "larger than 8 MB");
    }

    @Test
    void moreColumnsThanASpreadsheetHasAreRefused() {
        refused(
                Zips.workbook("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>")
                        .in(folder),
                "more columns");
        refused(Zips.workbook("<row r=\"1\">" + numbers(50_000) + "</row>").in(folder), "at most 50 columns");
        refused(
                Zips.workbook("<row r=\"1\">" + "<c/>".repeat(200_000) + "</row>")
                        .in(folder),
                "more columns");
    }

    @Test
    void rowsThatCannotBeAreRefused() {
        refused(Zips.workbook("<row r=\"2147483648\"/>").in(folder), "damaged");
        refused(Zips.workbook("<row r=\"5\"/><row r=\"4\"/>").in(folder), "damaged");
        refused(Zips.workbook("<row r=\"1001\"><c><v>1</v></c></row>").in(folder), "more than 1000 rows");
        refused(Zips.workbook("<row r=\"1\"><c t=\"s\"><v>7</v></c></row>").in(folder), "damaged");
        refused(
                Zips.workbook("<row r=\"1\"><c><v>1e999999999</v></c><c t=\"s\"><v>-1</v></c></row>")
                        .in(folder),
                "damaged");
    }

    @Test
    void aNumberOfAMillionDigitsIsNoNumber() throws IOException {
        Read read = Read.of(Zips.workbook("<row r=\"1\"><c><v>1e999999</v></c><c><v>1e-999999</v></c></row>")
                .in(folder));
        assertThat(read.kinds(1)).containsOnly(Cell.Kind.TOO_LONG);
    }

    @Test
    void documentTypesAreRefusedInEveryPart() {
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>";
        String outside = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
        for (String type : new String[] {laughs, outside}) {
            refused(
                    Zips.workbook("")
                            .with("xl/worksheets/sheet1.xml", type + Zips.sheet("&a;"))
                            .in(folder),
                    "document type");
            refused(
                    Zips.workbook(ROW)
                            .with("xl/sharedStrings.xml", type + "<sst><si><t>&b;</t></si></sst>")
                            .in(folder),
                    "document type");
            refused(
                    Zips.workbook(ROW)
                            .with("[Content_Types].xml", type + "<Types/>")
                            .in(folder),
                    "document type");
        }
        String hidden = "<?xml version=\"1.0\"?>" + "<!-- " + "x".repeat(70_000) + " -->" + laughs;
        refused(
                Zips.workbook("")
                        .with("xl/worksheets/sheet1.xml", hidden + Zips.sheet("&b;"))
                        .in(folder),
                "damaged");
        refused(
                Zips.workbook("")
                        .with("xl/worksheets/sheet1.xml", (laughs + Zips.sheet("")).getBytes(StandardCharsets.UTF_16))
                        .in(folder),
                "document type");
    }

    @Test
    void moreSheetsThanAnybodyNeedsAreRefused() {
        StringBuilder sheets = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        for (int i = 1; i <= 20_000; i++) {
            sheets.append("<sheet name=\"s")
                    .append(i)
                    .append("\" sheetId=\"")
                    .append(i)
                    .append("\" r:id=\"rId")
                    .append(i)
                    .append("\"/>");
            relations
                    .append("<Relationship Id=\"rId")
                    .append(i)
                    .append(
                            "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>");
        }
        refused(
                Zips.workbook(ROW)
                        .with(
                                "xl/workbook.xml",
                                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                                        + sheets + "</sheets></workbook>")
                        .with(
                                "xl/_rels/workbook.xml.rels",
                                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                        + relations + "</Relationships>")
                        .in(folder),
                "more than 255 sheets");
    }

    @Test
    void twoPartsOfOneNameAndThousandsOfPartsAreRefused() {
        refused(Zips.workbook(ROW).with("XL/WORKBOOK.XML", "<x/>").in(folder), "same name");
        Zips many = Zips.workbook(ROW);
        for (int i = 0; i < 2_001; i++) {
            many.with("x/" + i, "");
        }
        refused(many.in(folder), "more than 2000 parts");
    }

    @Test
    void otherFilesAreNamedForWhatTheyAre() throws IOException {
        refused(Zips.workbook(ROW).without("xl/workbook.xml").in(folder), "no workbook is in it");
        refused(
                Zips.workbook(ROW)
                        .without("xl/workbook.xml")
                        .with("xl/workbook.bin", "")
                        .in(folder),
                "binary workbook");
        refused(new Zips().with("mimetype", "x").with("content.xml", "<x/>").in(folder), "OpenDocument");
        Path old = folder.resolve("old.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream stream = Files.newOutputStream(old)) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue("Kundnummer");
            workbook.write(stream);
        }
        refused(old, "old Excel (.xls)");
    }

    @Test
    void aPasswordIsNamed() throws Exception {
        Path file = folder.resolve("protected.xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream stream = Files.newOutputStream(file)) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream content = encryptor.getDataStream(container)) {
                content.write(Files.readAllBytes(Zips.workbook(ROW).in(folder)));
            }
            container.writeFilesystem(stream);
        }
        refused(file, "password");
    }

    private static void refused(Path file, String why) {
        assertThatThrownBy(() -> Read.of(file)).isInstanceOfSatisfying(FileRefused.class, refused -> {
            assertThat(refused.reason()).contains(why);
            assertThat(refused.remedy()).endsWith(".");
        });
    }

    private static String numbers(int cells) {
        return IntStream.range(0, cells)
                .mapToObj(i -> "<c><v>" + i * 7_919 + "</v></c>")
                .collect(Collectors.joining());
    }

    /** Shrinks to about a quarter. */
    private static byte[] mixed(int length) {
        byte[] content = random(length);
        for (int i = 0; i < length; i++) {
            content[i] = (byte) ('a' + (content[i] & 3));
        }
        return content;
    }

    private static byte[] random(int length) {
        byte[] content = new byte[length];
        new Random(7).nextBytes(content);
        return content;
    }
}
