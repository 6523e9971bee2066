package org.accountinghub.routes.uploads.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** A workbook's list of texts in little memory: bytes in blocks, and where each text begins. */
final class SharedStrings extends DefaultHandler {

    private static final int BLOCK = 1 << 20;
    private static final long MOST_BYTES = 160L * 1024 * 1024;
    private static final int MOST_TEXTS = 10_000_000;

    private final List<byte[]> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private long[] begins = new long[1 << 10];
    private int texts;
    private long end;
    private boolean inText;
    private boolean inPhonetic;

    /** @throws FileRefused when the list has no such text */
    String get(int index) {
        if (index < 0 || index >= texts) {
            throw ArchiveCheck.broken();
        }
        long from = begins[index];
        int length = (int) ((index + 1 < texts ? begins[index + 1] : end) - from);
        byte[] bytes = new byte[length];
        for (int done = 0; done < length; ) {
            int place = (int) ((from + done) % BLOCK);
            int part = Math.min(length - done, BLOCK - place);
            System.arraycopy(blocks.get((int) ((from + done) / BLOCK)), place, bytes, done, part);
            done += part;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "si" -> text.setLength(0);
            case "rPh" -> inPhonetic = true;
            case "t" -> inText = !inPhonetic;
            default -> {}
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        switch (name) {
            case "si" -> add(EscapedText.plain(text.toString()));
            case "rPh" -> inPhonetic = false;
            case "t" -> inText = false;
            default -> {}
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (inText && text.length() <= Limits.ROW_CHARACTERS) {
            text.append(characters, start, length);
        }
    }

    private void add(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        if (texts >= MOST_TEXTS || end + bytes.length > MOST_BYTES) {
            throw new FileRefused("the workbook has more text than can be read", "Divide it, or save it as CSV.");
        }
        if (texts == begins.length) {
            begins = Arrays.copyOf(begins, begins.length * 2);
        }
        begins[texts++] = end;
        for (int done = 0; done < bytes.length; ) {
            int place = (int) (end % BLOCK);
            if (place == 0) {
                blocks.add(new byte[BLOCK]);
            }
            int part = Math.min(bytes.length - done, BLOCK - place);
            System.arraycopy(bytes, done, blocks.get(blocks.size() - 1), place, part);
            end += part;
            done += part;
        }
    }
}
