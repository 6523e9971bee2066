package org.accountinghub.routes.uploads.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which encoding a text file has: what its first bytes say; else UTF-8 when all of it is; else Windows-1252, of which
 * ISO-8859-1 is a part. A guess that would spoil letters is refused.
 */
final class TextEncoding {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String REMEDY = "Save it as CSV in UTF-8.";

    private final Path file;
    private int line = 1;
    private int firstNotUtf8;
    private int lettersOfUtf8;
    private int undefined;
    private int lettersOfDos;
    private int lettersOfWindows;
    private int following;
    private int begun;

    private TextEncoding(Path file) {
        this.file = file;
    }

    /** The file's text without the mark at its beginning; what is not in the encoding fails while it is read. */
    static Reader open(Path file) throws IOException {
        byte[] beginning;
        try (InputStream stream = Files.newInputStream(file)) {
            beginning = stream.readNBytes(3);
        }
        if (has(beginning, 0xEF, 0xBB, 0xBF)) {
            return reader(file, StandardCharsets.UTF_8, 3);
        }
        if (has(beginning, 0xFF, 0xFE)) {
            return reader(file, StandardCharsets.UTF_16LE, 2);
        }
        if (has(beginning, 0xFE, 0xFF)) {
            return reader(file, StandardCharsets.UTF_16BE, 2);
        }
        return reader(file, new TextEncoding(file).found(), 0);
    }

    private static boolean has(byte[] beginning, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= beginning.length || (beginning[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Reader reader(Path file, Charset charset, int mark) throws IOException {
        InputStream stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        stream.skipNBytes(mark);
        return new InputStreamReader(
                stream,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private Charset found() throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int next = stream.read(); next >= 0; next = stream.read()) {
                look(next);
            }
        }
        if (following > 0 && firstNotUtf8 == 0) {
            firstNotUtf8 = line;
        }
        if (firstNotUtf8 == 0) {
            return StandardCharsets.UTF_8;
        }
        if (lettersOfUtf8 > 0) {
            throw new FileRefused(
                    "the file mixes encodings: most of it is UTF-8, line " + firstNotUtf8 + " is not", REMEDY);
        }
        if (undefined > 0 || (lettersOfDos > 0 && lettersOfWindows == 0)) {
            throw new FileRefused(
                    "the file's encoding is neither UTF-8 nor Windows-1252 (line " + firstNotUtf8 + ")", REMEDY);
        }
        return WINDOWS;
    }

    private void look(int next) {
        if (next == '\n') {
            line++;
        }
        if (next < ' ' && next != '\n' && next != '\r' && next != '\t') {
            throw new FileRefused(
                    "it is no text file: byte " + next + " in line " + line,
                    "Upload an Excel workbook (.xlsx) or CSV in UTF-8 or Windows-1252.");
        }
        if (next >= 0x80) {
            count(next);
        }
        follow(next);
    }

    private void count(int next) {
        switch (next) {
            case 0x81, 0x8D, 0x8F, 0x90, 0x9D -> undefined++;
            default -> {}
        }
        switch (next) {
            case 0x84, 0x86, 0x8E, 0x8F, 0x94, 0x99 -> lettersOfDos++;
            case 0xC4, 0xC5, 0xD6, 0xE4, 0xE5, 0xF6, 0xC9, 0xE9, 0xD8, 0xF8, 0xC6, 0xE6 -> lettersOfWindows++;
            default -> {}
        }
    }

    /** The forms of UTF-8 (RFC 3629), with overlong ones and surrogates left out. */
    private void follow(int next) {
        if (following > 0) {
            if (next >= lowest() && next <= highest()) {
                following--;
                begun = 0;
                if (following == 0) {
                    lettersOfUtf8++;
                }
                return;
            }
            notUtf8();
        }
        begun = next;
        if (next >= 0xC2 && next <= 0xDF) {
            following = 1;
        } else if (next >= 0xE0 && next <= 0xEF) {
            following = 2;
        } else if (next >= 0xF0 && next <= 0xF4) {
            following = 3;
        } else if (next >= 0x80) {
            notUtf8();
        }
    }

    private int lowest() {
        return switch (begun) {
            case 0xE0 -> 0xA0;
            case 0xF0 -> 0x90;
            default -> 0x80;
        };
    }

    private int highest() {
        return switch (begun) {
            case 0xED -> 0x9F;
            case 0xF4 -> 0x8F;
            default -> 0xBF;
        };
    }

    private void notUtf8() {
        following = 0;
        if (firstNotUtf8 == 0) {
            firstNotUtf8 = line;
        }
    }
}
