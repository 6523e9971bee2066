package org.accountinghub.routes.cli;

import java.util.ArrayList;
import java.util.List;

/** Text that fits a page. */
final class Lines {

    private Lines() {}

    /** The text in lines of at most this width, broken between words; a longer word stands alone. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The text behind a label; further lines stand below its beginning. */
    static String labelled(String label, String text, int width) {
        String margin = "\n" + " ".repeat(label.length());
        return label + String.join(margin, wrapped(text, Math.max(width - label.length(), 24)));
    }

    /** What is wrong and what to do, as two sentences. */
    static String sentences(String reason, String remedy) {
        String first = reason.isEmpty() || reason.matches("(?s).*[.!?]") ? reason : reason + ".";
        return (first + " " + remedy).strip();
    }

    static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
