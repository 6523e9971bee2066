package org.accountinghub.routes.uploads.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String TEXT = "Kundnummer;Namn\r\n1;Åsa Öbergs Bageri\r\n2;\"Sjö; & Co \"\"AB\"\"\"\r\n";

    @TempDir
    private Path folder;

    static Stream<Charset> encodings() {
        return Stream.of(UTF_8, WINDOWS, ISO_8859_1, UTF_16);
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void theEncodingIsTold(Charset charset) throws IOException {
        Read read = Read.of(folder, TEXT, charset);
        assertThat(read.texts(2)).containsExactly("1", "Åsa Öbergs Bageri");
        assertThat(read.texts(3)).containsExactly("2", "Sjö; & Co \"AB\"");
    }

    @Test
    void aMarkAtTheBeginningIsNoPartOfTheHeader() throws IOException {
        assertThat(Read.of(folder, "\uFEFF" + TEXT, UTF_8).texts(1)).containsExactly("Kundnummer", "Namn");
        assertThat(Read.of(folder, "\uFEFF" + TEXT, UTF_16LE).texts(2)).contains("Åsa Öbergs Bageri");
    }

    @Test
    void lettersOfWindowsThatIsoDoesNotHaveAreRead() throws IOException {
        assertThat(Read.of(folder, "Nr;Namn\n1;Café – 5 €\n", WINDOWS).texts(2)).containsExactly("1", "Café – 5 €");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void theSeparatorIsTold(String separator) throws IOException {
        Read read = Read.of(folder, "Nr;Namn;Pris\n1;\"A, B; C\tD\";12\n".replaceAll(";(?! C)", separator), UTF_8);
        assertThat(read.texts(2)).containsExactly("1", "A, B; C\tD", "12");
    }

    @Test
    void theSeparatorMayBeNamedByTheFirstLine() throws IOException {
        Read read = Read.of(folder, "sep=,\r\nNr,\"a;b;c\"\r\n7,x\r\n", UTF_8);
        assertThat(read.texts(1)).containsExactly("Nr", "a;b;c");
        assertThat(read.texts(2)).containsExactly("7", "x");
    }

    @Test
    void rowsAreNumberedAsASpreadsheetShowsThem() throws IOException {
        Read read = Read.of(folder, "Nr;Namn\n1;\"two\nlines\"\n\n;;\n4;x\n", UTF_8);
        assertThat(read.rows()).containsOnlyKeys(1, 2, 5);
        assertThat(read.texts(2)).containsExactly("1", "two\nlines");
    }

    @Test
    void whatStandsBehindTheLastHeaderIsMarked() throws IOException {
        Read read = Read.of(folder, "Nr;Namn\n1;A;Co\n2;B;\n3\n", UTF_8);
        assertThat(read.kinds(2)).containsExactly(Cell.Kind.TEXT, Cell.Kind.TEXT, Cell.Kind.BEYOND);
        assertThat(read.kinds(3)).containsOnly(Cell.Kind.TEXT);
        assertThat(read.texts(4)).containsExactly("3");
    }

    @Test
    void aQuotationMarkThatIsNeverClosedIsNamedByItsRow() {
        refused("Nr;Namn\n1;A\n2;\"B\n3;C\n".getBytes(UTF_8), "quotation mark in row 3 is never closed");
        refused("Nr;Namn\n1;\"A\"B;C\n".getBytes(UTF_8), "row 2 has text between");
    }

    @Test
    void aRowWithoutEndIsRefusedBeforeItFillsTheMemory() {
        refused(
                ("Nr;Namn\n1;\"" + "x\n".repeat(Limits.ROW_CHARACTERS)).getBytes(UTF_8),
                "more than 1000000 characters");
        refused("x;".repeat(1_000_000).getBytes(UTF_8), "more than 1000000 characters");
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        refused("Nr;Namn\n1;A\0B\n".getBytes(UTF_8), "no text file: byte 0 in line 2");
        refused("Nr;Namn\n1;Åsa\n".getBytes(UTF_16BE), "no text file");
        refused("\uFEFFNr;Namn\n1;A\0B\n".getBytes(UTF_16LE), "NUL character near row");
        refused("%PDF-1.7\n\1\2".getBytes(UTF_8), "no text file");
        refused(new byte[0], "empty");
    }

    @Test
    void lettersThatWouldBeSpoiltAreRefused() throws IOException {
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.writeBytes("Nr;Namn\n1;Åsa\n".getBytes(UTF_8));
        mixed.writeBytes("2;Örjan\n".getBytes(WINDOWS));
        refused(mixed.toByteArray(), "mixes encodings", "line 3");
        refused("Nr;Namn\n1;\u0081sa\n".getBytes(ISO_8859_1), "neither UTF-8 nor Windows-1252");
        refused(
                new byte[] {'N', 'r', ';', 'O', 'r', 't', '\n', '1', ';', 'M', 'a', 'l', 'm', (byte) 0x94},
                "neither UTF-8");
        byte[] cut = ("\uFEFF" + TEXT).getBytes(UTF_16LE);
        refused(Arrays.copyOf(cut, cut.length - 1), "cut off");
    }

    @Test
    void moreRowsThanTheLimitAreRefused() {
        refused("1\n".repeat(Read.SMALL.rows() + 1).getBytes(UTF_8), "more than 1000 rows");
        refused(new byte[8_000_001], "more than 8000000 bytes");
    }

    private void refused(byte[] content, String... why) {
        assertThatThrownBy(() -> Read.of(Read.bytes(folder, content)))
                .isInstanceOfSatisfying(FileRefused.class, refused -> {
                    assertThat(refused.reason()).contains(why);
                    assertThat(refused.remedy()).endsWith(".");
                });
    }
}
