package org.accountinghub.mappings.twentyfoursevenoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Translation;

/** Expected translations as files. Written anew with {@code -Dgolden.write=true}; read the difference before committing. */
final class GoldenFile {

    private static final Path ROOT = Path.of("src/test/resources/golden");
    private static final boolean WRITE = Boolean.getBoolean("golden.write");

    private GoldenFile() {}

    static void check(String folder, String name, String actual) {
        Path file = ROOT.resolve(folder).resolve(name + ".xml");
        try {
            if (WRITE) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(file).as("run with -Dgolden.write=true to write it").exists();
            assertThat(actual).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> names(String folder) {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.map(file -> file.getFileName().toString().replace(".xml", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is sent with its notes and what it should come to, or why nothing is. */
    static <T> String of(Translation<T> translation, Function<T, String> body, List<String> more) {
        StringBuilder text = new StringBuilder();
        if (translation instanceof Translation.Done<T> done) {
            text.append(body.apply(done.value())).append('\n');
            done.notes().forEach(note -> comment(text, "note: " + note));
            more.forEach(line -> comment(text, line));
        } else if (translation instanceof Translation.Refused<T> refused) {
            text.append("<refused/>\n");
            for (Problem problem : refused.problems()) {
                comment(
                        text,
                        problem.cause() + " at " + problem.field().orElse("") + "\n     " + problem.reason() + "\n     "
                                + problem.remedy());
            }
        }
        return text.toString();
    }

    private static void comment(StringBuilder text, String line) {
        text.append("<!-- ").append(line.replace("--", "- -")).append(" -->\n");
    }
}
