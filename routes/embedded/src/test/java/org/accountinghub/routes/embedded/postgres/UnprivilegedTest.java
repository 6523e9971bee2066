package org.accountinghub.routes.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.accountinghub.routes.embedded.OwnerOnly;
import org.accountinghub.routes.embedded.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnprivilegedTest {

    @Test
    void each_way_that_works_here_runs_the_same_files_after_the_other(@TempDir Path folder)
            throws SQLException, IOException {
        List<Unprivileged> ways = Stream.of(
                        Unprivileged.AS_WE_ARE,
                        Unprivileged.USER_NAMESPACE,
                        Unprivileged.SETPRIV,
                        Unprivileged.RUNUSER,
                        Unprivileged.USER_NAMESPACE)
                .filter(Unprivileged::works)
                .toList();
        assertThat(ways).contains(Unprivileged.detect());

        for (Unprivileged way : ways) {
            try (EmbeddedPostgres server = PostgresStart.start(
                    folder.resolve("postgresql"),
                    TemporaryFolder.cache(),
                    PostgresSettings.throwaway(),
                    () -> way,
                    List.of(folder))) {
                assertThat(Sql.text(server.superuser(), "SELECT 1"))
                        .as(way.toString())
                        .isEqualTo("1");
            }
        }
    }

    @Test
    void without_any_way_the_remedy_is_named() {
        Unprivileged missing = new Unprivileged(List.of("no-such-program"), false);

        assertThatThrownBy(() -> Unprivileged.firstThatWorks(List.of(missing)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("cannot run as root")
                .hasMessageContaining("HUB_DATABASE_URL");
    }

    @Test
    void a_folder_that_the_other_user_cannot_enter_is_refused(@TempDir Path folder) {
        Path closed = OwnerOnly.folder(folder.resolve("closed"));
        Path inside = OwnerOnly.folder(closed.resolve("inside"));
        Unprivileged never = new Unprivileged(List.of("false"), true);

        assertThatThrownBy(() -> never.reach(List.of(inside)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(inside.toString());
    }
}
