package org.accountinghub.routes.uploads;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.accountinghub.routes.uploads.file.Zips;

/**
 * A register of customers as a file of any size, written as a stream: every twentieth row is wrong, each in the next way
 * that there is.
 */
record RegisterFile(int customers) {

    private static final int BAD_EVERY = 20;
    private static final List<String> HEADER = List.of(
            "Kundnummer",
            "Namn",
            "Kundtyp",
            "Organisationsnummer",
            "VAT-nr",
            "Adress",
            "Postnr",
            "Land",
            "E-post",
            "Telefon",
            "Valuta",
            "Språk",
            "Momstyp",
            "Aktiv");

    /** What is wrong with customer {@code n}, from 1; it stands in row {@code n + 1}. */
    static Optional<BadRow> wrong(int n) {
        return n % BAD_EVERY == 0
                ? Optional.of(BadRow.KINDS.get(n / BAD_EVERY % BadRow.KINDS.size()))
                : Optional.empty();
    }

    Path csv(Path folder, Charset charset) throws IOException {
        Path file = folder.resolve("customers-" + customers + ".csv");
        try (BufferedWriter text = Files.newBufferedWriter(file, charset)) {
            for (int n = 0; n <= customers; n++) {
                text.write(String.join(";", row(n)) + "\r\n");
            }
        }
        return file;
    }

    /** Every text stands alone in the list of texts: the most that a workbook of this size can ask of its reader. */
    Path xlsx(Path folder) throws IOException {
        Path whole = Zips.workbook("").in(folder);
        Path file = folder.resolve("customers-" + customers + ".xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                ZipFile empty = new ZipFile(whole.toFile())) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (ZipEntry part : empty.stream().toList()) {
                zip.putNextEntry(new ZipEntry(part.getName()));
                switch (part.getName()) {
                    case "xl/worksheets/sheet1.xml" -> write(zip, this::sheet);
                    case "xl/sharedStrings.xml" -> write(zip, this::texts);
                    default -> empty.getInputStream(part).transferTo(zip);
                }
                zip.closeEntry();
            }
        }
        Files.delete(whole);
        return file;
    }

    private interface Part {
        void write(Writer xml) throws IOException;
    }

    private static void write(OutputStream zip, Part part) throws IOException {
        Writer xml = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
        part.write(xml);
        xml.flush();
    }

    private void sheet(Writer xml) throws IOException {
        String[] around = Zips.sheet("|").split("\\|");
        xml.write(around[0]);
        int text = 0;
        for (int n = 0; n <= customers; n++) {
            xml.write("<row r=\"" + (n + 1) + "\">");
            for (int column = 0; column < HEADER.size(); column++) {
                xml.write("<c r=\"" + (char) ('A' + column) + (n + 1) + "\" t=\"s\"><v>" + text++ + "</v></c>");
            }
            xml.write("</row>");
        }
        xml.write(around[1]);
    }

    private void texts(Writer xml) throws IOException {
        xml.write("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        for (int n = 0; n <= customers; n++) {
            for (String value : row(n)) {
                xml.write("<si><t>" + value.replace("&", "&amp;").replace("<", "&lt;") + "</t></si>");
            }
        }
        xml.write("</sst>");
    }

    private static List<String> row(int n) {
        if (n == 0) {
            return HEADER;
        }
        List<String> row = new ArrayList<>(List.of(
                "K" + n,
                "Åkes Rör & Värme nummer " + n + " AB",
                "Företag",
                organisationNumber(n),
                "",
                "Storgatan " + n % 300,
                "411 " + (10 + n % 90),
                "Sverige",
                "kund" + n + "@example.com",
                "070-" + (1_000_000 + n),
                "SEK",
                "sv",
                "Inrikes",
                "ja"));
        wrong(n).ifPresent(bad -> row.set(bad.column(), bad.spoilt().apply(row.get(bad.column()))));
        return row;
    }

    private static String organisationNumber(int n) {
        String nine = "556" + (100_000 + n);
        int sum = 0;
        for (int i = 0; i < nine.length(); i++) {
            int product = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return nine.substring(0, 6) + "-" + nine.substring(6) + (10 - sum % 10) % 10;
    }
}
