package org.accountinghub.routes.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "half", "999999999999999999\n", "99999999999999999999999\n"})
    void what_a_process_left_that_died_while_it_started_is_swept(String pid) throws IOException {
        Path root = TemporaryFolder.rootIn(folder);
        Files.createFile(root.resolve("postgres-1.lock"));
        Path data = Files.createDirectories(root.resolve("postgres-1/data"));
        Files.writeString(data.resolve("postmaster.pid"), pid);

        TemporaryFolder.sweep(root);

        try (Stream<Path> left = Files.list(root)) {
            assertThat(left).isEmpty();
        }
    }

    @RepeatedTest(3)
    void several_may_remove_one_folder_at_once() throws IOException {
        Path doomed = folder.resolve("doomed");
        Path inner = Files.createDirectories(doomed.resolve("a/b"));
        for (int file = 0; file < 2_000; file++) {
            Files.createFile(inner.resolve(Integer.toString(file)));
        }

        List<CompletableFuture<Void>> all = Stream.generate(() -> CompletableFuture.runAsync(() -> remove(doomed)))
                .limit(6)
                .toList();

        all.forEach(CompletableFuture::join);
        assertThat(doomed).doesNotExist();
    }

    private static void remove(Path doomed) {
        try {
            Folders.delete(doomed);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
