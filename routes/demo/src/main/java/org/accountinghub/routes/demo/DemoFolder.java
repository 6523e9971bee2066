package org.accountinghub.routes.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.accountinghub.routes.embedded.DataDirectory;
import org.accountinghub.routes.embedded.postgres.EmbeddedPostgres;

/** Where a demo lives. */
final class DemoFolder {

    private DemoFolder() {}

    /**
     * Empties the folder of an earlier demo, whatever became of that one; what was unpacked once is kept.
     *
     * @throws IllegalStateException when a demo still plays there, or when the folder holds something else
     */
    static LeftOver empty(Path folder, Progress progress) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent() && !Files.exists(folder.resolve("secret.key"))) {
                throw new IllegalStateException(folder
                        + " holds something that is not a demo's; name an empty folder with --data, or delete it");
            }
        }
        LeftOver leftOver = new LeftOver(folder);
        if (Files.exists(folder.resolve("logs"))) {
            progress.step("Tidying up after the demo before ...");
        }
        leftOver.end();
        try (DataDirectory directory = DataDirectory.open(folder)) {
            if (Files.exists(directory.postgresql().resolve("data").resolve("PG_VERSION"))) {
                EmbeddedPostgres.start(directory).close();
            }
        }
        delete(folder);
        return leftOver;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> doomed = all.filter(path -> !path.equals(folder))
                    .filter(path -> !path.startsWith(folder.resolve("cache")))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path path : doomed) {
                Files.delete(path);
            }
        }
    }
}
