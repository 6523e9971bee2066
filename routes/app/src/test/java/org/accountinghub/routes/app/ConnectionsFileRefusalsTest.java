package org.accountinghub.routes.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.routes.embedded.StartRefused;
import org.accountinghub.routes.engine.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionsFileRefusalsTest {

    @TempDir
    private Path folder;

    @Test
    void namesConnectionsAndWhereTheirSecretsAre() throws IOException {
        Files.writeString(folder.resolve("second.secret"), "from a file\n");
        List<Connection> connections = read("""
                connections:
                  - name: norr
                    connector: fortnox
                    subgroup: N1
                    time-zone: Europe/Stockholm
                    settings: {client-id: abc, tenant-id: 17}
                    secrets:
                      client-secret: {env: NORR_SECRET}
                      second: {file: second.secret}
                """, Map.of("NORR_SECRET", "from the environment"));
        assertThat(connections).hasSize(1);
        Connection norr = connections.get(0);
        assertThat(norr.subgroup()).isEqualTo(Optional.of("N1"));
        assertThat(norr.settings().find("tenant-id")).isEqualTo(Optional.of("17"));
        assertThat(norr.settings().secret("client-secret").reveal()).isEqualTo("from the environment");
        assertThat(norr.settings().secret("second").reveal()).isEqualTo("from a file");
        assertThat(norr.toString()).doesNotContain("from the environment", "from a file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "connections: [ | not YAML",
                "links: [] | no list 'connections'",
                "connections: [norr] | not a group of fields",
                "connections: [{connector: fortnox, time-zone: UTC}] | no 'name'",
                "connections: [{name: norr, time-zone: UTC}] | norr has no 'connector'",
                "connections: [{name: norr, connector: fortnox}] | norr has no 'time-zone'",
                "connections: [{name: norr, connector: fortnox, time-zone: Mars/North}] | time-zone 'Mars/North'",
                "connections: [{name: Norr AB, connector: fortnox, time-zone: UTC}] | lower-case letters",
                "connections: [{name: norr, connector: fortnox, time-zone: UTC, colour: blue}] | 'colour' that is not known",
                "connections: [{name: a, connector: x, time-zone: UTC}, {name: a, connector: x, time-zone: UTC}] | two connections are named a",
                "connections: [{name: norr, connector: x, time-zone: UTC, secrets: {client-secret: open}}] | client-secret",
                "connections: [{name: norr, connector: x, time-zone: UTC, secrets: {client-secret: {env: NONE}}}] | the variable NONE",
                "connections: [{name: norr, connector: x, time-zone: UTC, secrets: {client-secret: {file: none}}}] | cannot be read from none",
                "connections: [{name: norr, connector: x, time-zone: UTC, secrets: {client-secret: {env: A, file: b}}}] | where it is"
            })
    void saysWhatIsWrong(String content, String message) {
        assertThatThrownBy(() -> read(content, Map.of()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("connections.yml")
                .hasMessageContaining(message);
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        assertThatThrownBy(() -> new ConnectionsFile(folder.resolve("none.yml"), Map.of()).read())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("there is no such file")
                .message()
                .doesNotContain("Exception");
    }

    @Test
    void neverShowsASecretThatWasWrittenIntoIt() {
        String content = "connections: [{name: norr, connector: x, time-zone: UTC, secrets: {client-secret: hunter2}}]";
        assertThatThrownBy(() -> read(content, Map.of())).message().doesNotContain("hunter2");
        String broken = "connections:\n  - name: norr\n    secrets:\n      client-secret: hunter2: {\n";
        assertThatThrownBy(() -> read(broken, Map.of())).message().doesNotContain("hunter2");
    }

    private List<Connection> read(String content, Map<String, String> environment) throws IOException {
        Path file = Files.writeString(folder.resolve("connections.yml"), content);
        return new ConnectionsFile(file, environment).read();
    }
}
