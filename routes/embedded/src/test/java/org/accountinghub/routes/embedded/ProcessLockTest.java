package org.accountinghub.routes.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLockTest {

    @TempDir
    private Path folder;

    @Test
    void who_holds_a_file_keeps_it_however_often_the_same_process_asks_for_it() throws Exception {
        Path file = folder.resolve("lock");
        try (ProcessLock held = ProcessLock.tryTake(file).orElseThrow()) {
            assertThat(ProcessLock.tryTake(file)).isEmpty();
            assertThat(ProcessLock.tryTake(folder.resolve("nowhere/../lock"))).isEmpty();
            assertThat(ProcessLock.isOurs(file)).isTrue();
            assertThat(held.channel().isOpen()).isTrue();

            assertThat(anotherProcessTakes(file)).isFalse();
        }
        assertThat(ProcessLock.isOurs(file)).isFalse();
        assertThat(anotherProcessTakes(file)).isTrue();
    }

    @Test
    void a_second_hub_in_the_same_process_does_not_open_the_folder_to_a_third_beside_it() throws Exception {
        try (DataDirectory first = DataDirectory.open(folder)) {
            try {
                DataDirectory.open(folder).close();
            } catch (StartRefused e) {
                assertThat(e).hasMessageContaining("another hub");
            }
            assertThat(anotherProcessTakes(first.path().resolve("hub.lock"))).isFalse();
        }
    }

    private static boolean anotherProcessTakes(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProcessLockTest.class.getName(),
                        file.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int exit = process.waitFor();
        assertThat(exit).isIn(0, 1);
        return exit == 0;
    }

    /** Ends with 0 when it could take the file, else with 1. */
    public static void main(String[] arguments) throws IOException {
        System.exit(ProcessLock.tryTake(Path.of(arguments[0])).isPresent() ? 0 : 1);
    }
}
