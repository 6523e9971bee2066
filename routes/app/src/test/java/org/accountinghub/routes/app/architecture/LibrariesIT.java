package org.accountinghub.routes.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is started as the hub, once it is packaged: every connector, and nothing that pretends to be an accounting system. */
class LibrariesIT {

    @Test
    void theHubRunsEveryConnector() throws IOException {
        assertThat(Project.connectors())
                .isNotEmpty()
                .allSatisfy(connector -> assertThat(libraries("routes/app"))
                        .filteredOn(library -> library.startsWith("connectors-" + connector + "-"))
                        .hasSize(1));
    }

    @Test
    void theHubRunsNoSimulator() throws IOException {
        assertThat(libraries("routes/app"))
                .isNotEmpty()
                .noneMatch(library -> library.contains("simulator")
                        || library.contains("testkit")
                        || library.contains("sandbox")
                        || library.contains("wiremock"));
    }

    @Test
    void theSandboxRunsEverySimulator() throws IOException {
        List<String> libraries = libraries("connectors/sandbox");
        assertThat(Project.connectors())
                .allSatisfy(connector -> assertThat(libraries)
                        .anyMatch(library -> library.startsWith("connectors-" + connector + "-")
                                && library.endsWith("-simulator.jar")));
    }

    private static List<String> libraries(String room) throws IOException {
        try (Stream<Path> files = Files.list(Project.file(room + "/target/lib"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
