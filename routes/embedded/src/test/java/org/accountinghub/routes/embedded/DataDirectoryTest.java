package org.accountinghub.routes.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path folder;

    @Test
    void only_the_owner_may_enter_even_a_folder_that_was_open_before() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        try (DataDirectory data = DataDirectory.open(folder)) {
            assertThat(permissions(data.path())).isEqualTo("rwx------");
        }
    }

    @Test
    void the_secret_key_is_made_once_and_kept() throws IOException {
        String key;
        try (DataDirectory data = DataDirectory.open(folder.resolve("data"))) {
            key = data.secretKey();
            assertThat(Base64.getDecoder().decode(key)).hasSize(32);
            assertThat(permissions(data.path().resolve("secret.key"))).isEqualTo("rw-------");
        }
        try (DataDirectory again = DataDirectory.open(folder.resolve("data"))) {
            assertThat(again.secretKey()).isEqualTo(key);
        }
        try (DataDirectory other = DataDirectory.open(folder.resolve("other"))) {
            assertThat(other.secretKey()).isNotEqualTo(key);
        }
    }

    @Test
    void a_lost_secret_key_is_not_replaced_beside_a_database() throws IOException {
        try (DataDirectory data = DataDirectory.open(folder)) {
            data.secretKey();
            Files.createDirectory(data.postgresql());
            Files.delete(data.path().resolve("secret.key"));

            assertThatThrownBy(data::secretKey)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("secret.key is missing")
                    .hasMessageContaining("backup");
            assertThat(data.path().resolve("secret.key")).doesNotExist();
        }
    }

    @Test
    void a_secret_that_others_may_read_is_refused_with_the_command_that_mends_it() throws IOException {
        try (DataDirectory data = DataDirectory.open(folder)) {
            Path file = data.path().resolve("administrator.key");
            data.secretFile("administrator.key", () -> "first");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

            assertThatThrownBy(() -> data.secretFile("administrator.key", () -> "second"))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("chmod 600 " + file)
                    .hasMessageNotContaining("first");

            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            assertThat(data.secretFile("administrator.key", () -> "second")).isEqualTo("first");
        }
    }

    @Test
    void an_empty_secret_is_refused() throws IOException {
        try (DataDirectory data = DataDirectory.open(folder)) {
            OwnerOnly.write(data.path().resolve("secret.key"), "\n");

            assertThatThrownBy(data::secretKey).isInstanceOf(StartRefused.class).hasMessageContaining("is empty");
        }
    }

    @Test
    void a_second_hub_is_refused_by_the_process_id_of_the_first() {
        try (DataDirectory first = DataDirectory.open(folder)) {
            assertThatThrownBy(() -> DataDirectory.open(first.path()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        DataDirectory.open(folder).close();
    }

    @Test
    void a_folder_that_cannot_be_made_is_refused_with_its_name() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(file.resolve("data").toString());
        assertThatThrownBy(() -> DataDirectory.open(file)).isInstanceOf(StartRefused.class);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
