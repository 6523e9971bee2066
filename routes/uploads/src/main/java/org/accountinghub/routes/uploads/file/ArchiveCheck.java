package org.accountinghub.routes.uploads.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks every part of a workbook once, into nothing, before anybody reads one: what is in it is measured, not what it
 * says of itself.
 */
final class ArchiveCheck {

    private static final int PARTS = 2_000;
    private static final long LARGEST_SMALL_PART = 8L * 1024 * 1024;
    private static final long RATIO_COUNTS_FROM = 1024L * 1024;
    static final long HIGHEST_RATIO = 300;
    private static final int BLOCK = 1 << 16;
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private final Path file;
    private final Limits limits;
    private final byte[] block = new byte[BLOCK];
    private long unpacked;

    ArchiveCheck(Path file, Limits limits) {
        this.file = file;
        this.limits = limits;
    }

    /** @throws FileRefused when it is broken, no workbook, or made to exhaust who reads it */
    void demand() throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            parts(archive);
        } catch (ZipException e) {
            throw String.valueOf(e.getMessage()).contains("encrypted")
                    ? new FileRefused("the archive is encrypted", "Save it without a password.")
                    : broken();
        } catch (EOFException | IllegalArgumentException e) {
            throw broken();
        }
    }

    private void parts(ZipFile archive) throws IOException {
        Set<String> names = new HashSet<>();
        Enumeration<? extends ZipEntry> entries = archive.entries();
        while (entries.hasMoreElements()) {
            ZipEntry part = entries.nextElement();
            if (!names.add(part.getName().toLowerCase(Locale.ROOT))) {
                throw new FileRefused("the archive has two parts of the same name", "Save it anew in Excel.");
            }
            if (names.size() > PARTS) {
                throw new FileRefused("the archive has more than " + PARTS + " parts", "Save the table alone, anew.");
            }
            measure(archive, part);
        }
        if (names.contains("mimetype") && names.contains("content.xml")) {
            throw new FileRefused("it is an OpenDocument table", "Save it as an Excel workbook (.xlsx) or as CSV.");
        }
        if (names.contains("xl/workbook.bin")) {
            throw new FileRefused("it is a binary workbook (.xlsb)", "Save it as an Excel workbook (.xlsx).");
        }
        if (!names.contains(CONTENT_TYPES.toLowerCase(Locale.ROOT)) || !names.contains("xl/workbook.xml")) {
            throw new FileRefused("it is an archive, and no workbook is in it", "Upload the workbook itself.");
        }
    }

    private void measure(ZipFile archive, ZipEntry part) throws IOException {
        CRC32 sum = new CRC32();
        long size = 0;
        boolean markup = part.getName().matches("(?i).*\\.(xml|rels|vml)");
        try (InputStream stream = archive.getInputStream(part)) {
            for (int read = stream.readNBytes(block, 0, BLOCK); read > 0; read = stream.readNBytes(block, 0, BLOCK)) {
                if (markup && size == 0) {
                    noDocumentType(read);
                }
                sum.update(block, 0, read);
                size += read;
                unpacked += read;
                bounded(part, size);
            }
        }
        if (part.getCrc() != -1 && part.getCrc() != sum.getValue()) {
            throw broken();
        }
    }

    private void bounded(ZipEntry part, long size) {
        if (unpacked > limits.unpackedBytes()
                || (size > RATIO_COUNTS_FROM && size / Math.max(part.getCompressedSize(), 1) > HIGHEST_RATIO)) {
            throw new FileRefused(
                    "the workbook unpacks to far more than it should (an archive bomb)",
                    "Save the table alone in a new workbook, or as CSV.");
        }
        if (size > LARGEST_SMALL_PART && !isLarge(part.getName())) {
            throw new FileRefused(
                    "a part of the workbook that is no table is larger than " + LARGEST_SMALL_PART / 1024 / 1024
                            + " MB",
                    "Save the table alone in a new workbook, or as CSV.");
        }
    }

    /** Tables, their texts and pictures; all else is read into memory as a whole. */
    private static boolean isLarge(String name) {
        return name.matches("(?i)xl/(worksheets/[^/]+\\.xml|sharedStrings\\.xml|media/.*)");
    }

    private void noDocumentType(int read) {
        String beginning = new String(block, 0, Math.min(read, BLOCK), StandardCharsets.ISO_8859_1).replace("\0", "");
        if (beginning.contains("<!DOCTYPE") || beginning.contains("<!ENTITY")) {
            throw new FileRefused(
                    "the workbook declares a document type, which no spreadsheet program does",
                    "Save it anew in Excel.");
        }
    }

    static FileRefused broken() {
        return new FileRefused(
                "the workbook is damaged or was only written in part",
                "Open it in Excel, save it anew and upload that.");
    }
}
