package org.accountinghub.routes.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.accountinghub.routes.embedded.StartRefused;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class PostgresBinariesTest {

    @TempDir
    private Path folder;

    @Test
    void several_at_once_unpack_once_and_a_half_unpacked_folder_does_no_harm() throws IOException {
        Path half = Files.createDirectories(
                folder.resolve(PostgresBinaries.folderName(PostgresBinaries.platform()) + ".new/bin"));
        Files.writeString(half.resolve("postgres"), "half");

        List<CompletableFuture<PostgresBinaries>> all = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> PostgresBinaries.install(folder)))
                .limit(3)
                .toList();

        assertThat(all.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        PostgresBinaries binaries = all.get(0).join();
        assertThat(Path.of(binaries.program("postgres"))).isExecutable();
        assertThat(Files.size(Path.of(binaries.program("postgres")))).isGreaterThan(1_000_000);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(Files::isDirectory)).containsExactly(binaries.folder());
        }
    }

    @Test
    void platforms_have_the_names_of_the_packaged_binaries() {
        assertThat(PostgresBinaries.platform("Linux", "amd64")).isEqualTo("linux-x86_64");
        assertThat(PostgresBinaries.platform("Linux", "aarch64")).isEqualTo("linux-arm_64");
        assertThat(PostgresBinaries.platform("Mac OS X", "x86_64")).isEqualTo("darwin-x86_64");
        assertThat(PostgresBinaries.platform("Mac OS X", "aarch64")).isEqualTo("darwin-arm_64");
    }

    @Test
    void a_platform_without_binaries_is_told_what_to_do() {
        String windows = PostgresBinaries.platform("Windows 11", "amd64");

        assertThatThrownBy(() -> PostgresBinaries.install(folder, windows))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("no PostgreSQL for windows-11-x86_64")
                .hasMessageContaining("HUB_DATABASE_URL");
    }

    @Test
    void an_archive_that_leads_out_of_its_folder_is_refused() throws IOException {
        Path target = folder.resolve("target");
        byte[] climbing = archive(new TarArchiveEntry("../outside"));
        TarArchiveEntry link = new TarArchiveEntry("link", TarConstants.LF_SYMLINK);
        link.setLinkName("../../outside");
        byte[] linking = archive(link);

        for (byte[] archive : List.of(climbing, linking)) {
            assertThatThrownBy(() -> TarXz.unpack(new ByteArrayInputStream(archive), target))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("out of its folder");
        }
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    private static byte[] archive(TarArchiveEntry entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)))) {
            byte[] content = entry.isSymbolicLink() ? new byte[0] : "x".getBytes(StandardCharsets.UTF_8);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
