package org.accountinghub.routes.uploads.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A file with one table in it. What it is, is told by its content, never by its name. */
public final class TableFile {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ENCRYPTED_PACKAGE = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    private static final int BEGINNING = 8;
    private static final int BLOCK = 1 << 16;

    private final Path file;
    private final Limits limits;

    public TableFile(Path file, Limits limits) {
        this.file = file;
        this.limits = limits;
    }

    /**
     * Reads all rows, the header first.
     *
     * @return remarks about the file, such as sheets that were not read
     * @throws FileRefused when it is no table, is broken, or larger than the limits
     * @throws IOException when it cannot be read from the disk
     */
    public List<String> read(RowConsumer rows) throws IOException {
        if (Files.size(file) == 0) {
            throw new FileRefused("the file is empty", "Upload a file with a header and rows.");
        }
        if (Files.size(file) > limits.bytes()) {
            throw new FileRefused(
                    "the file has more than " + limits.bytes() + " bytes", "Divide it, or have the limit raised.");
        }
        byte[] beginning = beginning();
        if (startsWith(beginning, ZIP) || startsWith(beginning, EMPTY_ZIP)) {
            return new XlsxRows(file, limits).read(rows);
        }
        if (startsWith(beginning, COMPOUND)) {
            throw compound();
        }
        return new CsvRows(file, limits).read(rows);
    }

    private FileRefused compound() throws IOException {
        return contains(ENCRYPTED_PACKAGE)
                ? new FileRefused("the workbook is protected with a password", "Save it without a password.")
                : new FileRefused(
                        "it is a file of an old Excel (.xls) or of another program",
                        "Save it as an Excel workbook (.xlsx) or as CSV.");
    }

    private byte[] beginning() throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(BEGINNING);
        }
    }

    private boolean contains(byte[] wanted) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] block = new byte[BLOCK + wanted.length];
            int kept = 0;
            for (int read = stream.read(block, 0, BLOCK); read > 0; read = stream.read(block, kept, BLOCK)) {
                int end = kept + read;
                for (int i = 0; i + wanted.length <= end; i++) {
                    if (Arrays.equals(block, i, i + wanted.length, wanted, 0, wanted.length)) {
                        return true;
                    }
                }
                kept = Math.min(wanted.length, end);
                System.arraycopy(block, end - kept, block, 0, kept);
            }
            return false;
        }
    }

    private static boolean startsWith(byte[] content, byte[] beginning) {
        return content.length >= beginning.length
                && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
    }
}
