package org.accountinghub.routes.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.accountinghub.routes.embedded.StartRefused;
import org.accountinghub.routes.engine.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsFileTest {

    @TempDir
    private Path folder;

    @Test
    void takesWhatIsWrittenAsText() throws IOException {
        List<Connection> connections = read("""
                connections:
                  - name: north
                    connector: fortnox
                    time-zone: Europe/Stockholm
                    subgroup: 012
                    settings: {tenant-id: 0101010, plain-http: no}
                    secrets: {client-secret: {env: SECRET}}
                  - name: oslo
                    connector: fortnox
                    time-zone: Europe/Oslo
                    subgroup: no
                  - name: others
                    connector: fortnox
                    time-zone: Europe/Stockholm
                    subgroup:
                    settings:
                """);

        assertThat(connections)
                .extracting(connection -> connection.subgroup().orElse("every other"))
                .containsExactly("012", "no", "every other");
        assertThat(connections.get(0).settings().values())
                .containsEntry("tenant-id", "0101010")
                .containsEntry("plain-http", "no");
        assertThat(connections.get(0).settings().secrets()).containsOnlyKeys("client-secret");
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() -> read("connections:\n  - name: north\n    connector:\n"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("north has no 'connector'");
    }

    private List<Connection> read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("connections.yml"), text);
        return new ConnectionsFile(file, Map.of("SECRET", "s3cret")).read();
    }
}
