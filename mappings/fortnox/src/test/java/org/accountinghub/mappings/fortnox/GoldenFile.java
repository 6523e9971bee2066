package org.accountinghub.mappings.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.accountinghub.mappings.json.WireJson;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Translation;

/** Expected translations as files. Written anew with {@code -Dgolden.write=true}; read the difference before committing. */
final class GoldenFile {

    private static final Path ROOT = Path.of("src/test/resources/golden");
    private static final boolean WRITE = Boolean.getBoolean("golden.write");

    private GoldenFile() {}

    static void check(String folder, String name, String actual) {
        Path file = ROOT.resolve(folder).resolve(name + ".json");
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
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is sent with its notes, or why nothing is. */
    static <T> String of(Translation<T> translation, Function<T, Object> body, Map<String, Object> more) {
        Map<String, Object> content = new LinkedHashMap<>();
        if (translation instanceof Translation.Done<T> done) {
            content.put("send", body.apply(done.value()));
            content.put("notes", done.notes());
            content.putAll(more);
        } else if (translation instanceof Translation.Refused<T> refused) {
            List<Map<String, Object>> problems = new ArrayList<>();
            for (Problem problem : refused.problems()) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("cause", problem.cause());
                entry.put("field", problem.field());
                entry.put("reason", problem.reason());
                entry.put("remedy", problem.remedy());
                problems.add(entry);
            }
            content.put("refused", problems);
        }
        return WireJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n";
    }
}
