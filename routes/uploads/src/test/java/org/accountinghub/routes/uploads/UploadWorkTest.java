package org.accountinghub.routes.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.port.Upload;
import org.accountinghub.routes.engine.port.Upload.Phase;
import org.accountinghub.routes.engine.port.Upload.State;
import org.accountinghub.routes.engine.port.Upload.Tally;
import org.accountinghub.routes.uploads.file.FileRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadWorkTest {

    private static final String FILE = """
            Kundnr;Namn;E-post;Rabattbrev
            1;Åsa AB;asa@example.com;B
            2;;ny@example.com;
            3;Bertil;bertil@;
            ;Utan nummer;;
            4;Cecilia;;
            4;Cecilia igen;;
            """;

    @TempDir
    private Path folder;

    private UploadRoom room;

    @BeforeEach
    void open() {
        room = new UploadRoom(folder.resolve("uploads"));
        room.upload(Register.CUSTOMERS, "Kundnr;Namn\n1;Asa AB\n2;Två AB\n", true);
    }

    private static String customers(int count) {
        return "Kundnr;Namn\n"
                + IntStream.rangeClosed(1, count)
                        .mapToObj(n -> n + ";Kund " + n + "\n")
                        .collect(Collectors.joining());
    }

    @Test
    void whatWouldBecomeOfEachRowIsToldAndNothingIsWritten() {
        Map<String, Map<RegisterField, String>> before = room.register.copy();

        Upload checked = room.upload(Register.CUSTOMERS, FILE, false);

        assertThat(checked.state()).isEqualTo(State.CHECKED);
        assertThat(checked.check()).map(Upload.Pass::tally).contains(new Tally(1, 2, 0, 2, 1));
        assertThat(checked.remarks()).singleElement().asString().contains("\"Rabattbrev\"", "not read");
        assertThat(room.register.records()).isEqualTo(before);
        assertThat(room.result(checked, Phase.CHECK).replace("\uFEFF", "").lines())
                .containsExactly(
                        "row;number;outcome;reason",
                        "2;1;updated;",
                        "3;2;updated;",
                        "4;3;refused;\"\"\"E-post\"\" (column C) \"\"bertil@\"\" is no e-mail address. Write one address, as name@example.com.\"",
                        "5;;ignored;It has no number.",
                        "6;4;created;",
                        "7;4;refused;The number stands in row 6 already. Keep one of the rows.");
        assertThat(room.result(checked, Phase.APPLY)).isEmpty();
    }

    @Test
    void aPersonsWordAppliesItAndTheSameFileAgainChangesNothing() {
        Upload done = room.applied(room.upload(Register.CUSTOMERS, FILE, false));

        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.apply()).map(Upload.Pass::tally).contains(new Tally(1, 2, 0, 2, 1));
        assertThat(room.register.records()).containsOnlyKeys("1", "2", "4");
        assertThat(room.register.records().get("2"))
                .containsOnly(
                        Map.entry(RegisterField.NAME, "Två AB"), Map.entry(RegisterField.EMAIL, "ny@example.com"));

        Upload again = room.upload(Register.CUSTOMERS, FILE, true);
        assertThat(again.apply()).map(Upload.Pass::tally).contains(new Tally(0, 0, 3, 2, 1));
    }

    @Test
    void aFileThatIsBrokenAtItsEndWritesNothingOfItsBeginning() {
        Upload refused = room.upload(Register.CUSTOMERS, customers(2_000) + "9999;\"never closed\n", true);

        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.refusal()).hasValueSatisfying(why -> {
            assertThat(why.reason()).contains("row 2002", "never closed");
            assertThat(why.remedy()).endsWith(".");
        });
        assertThat(room.register.records()).hasSize(2);
    }

    @Test
    void killedAnywhereItEndsTheSameAndEveryRowIsToldOnce() {
        for (int killed = 1; killed <= 10; killed++) {
            UploadRoom other = new UploadRoom(folder.resolve("killed"));
            int at = killed;
            other.register.whenCalled = call -> {
                if (call == at) {
                    throw new IllegalStateException("the hub dies");
                }
            };
            assertThatThrownBy(() -> other.upload(Register.CUSTOMERS, customers(2_300), true))
                    .hasMessage("the hub dies");
            other.work.run();

            Upload done = other.uploads.list().get(0);
            assertThat(done.state()).isEqualTo(State.DONE);
            assertThat(done.apply()).map(Upload.Pass::tally).contains(new Tally(2_300, 0, 0, 0, 0));
            assertThat(other.register.records()).hasSize(2_300);
            assertThat(other.result(done, Phase.APPLY).lines()).hasSize(2_301).doesNotHaveDuplicates();
            assertThat(other.result(done, Phase.CHECK).lines()).hasSize(2_301).doesNotHaveDuplicates();
        }
    }

    @Test
    void aFileThatStopsTheHubEachTimeIsGivenUp() {
        room.register.whenCalled = call -> {
            throw new IllegalStateException("the hub dies");
        };
        for (int start = 1; start <= UploadWork.MOST_STARTS; start++) {
            assertThatThrownBy(start == 1 ? () -> room.upload(Register.CUSTOMERS, FILE, true) : room.work::run)
                    .hasMessage("the hub dies");
        }
        room.work.run();
        assertThat(room.uploads.find(2)).hasValueSatisfying(failed -> {
            assertThat(failed.state()).isEqualTo(State.FAILED);
            assertThat(failed.refusal().orElseThrow().reason()).contains("stopped");
        });
    }

    @Test
    void cancellingKeepsWhatWasAppliedAndWritesNoMore() {
        Upload checked = room.upload(Register.CUSTOMERS, customers(3_000), false);
        int calls = 7;
        room.register.whenCalled = call -> {
            if (call == 2 + calls + 2) {
                room.uploads.cancel(checked.id(), "anna");
            }
        };
        Upload cancelled = room.applied(checked);

        assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
        int applied = cancelled.apply().orElseThrow().tally().rows();
        assertThat(applied).isPositive().isLessThan(3_000);
        assertThat(room.register.records()).hasSize(applied);
        assertThat(room.uploads.cancel(checked.id(), "anna")).isFalse();
    }

    @Test
    void theFileLiesOpenOnlyWhileItIsReadAndForNobodyElse() throws IOException {
        Path open = folder.resolve("uploads");
        room.register.whenCalled = call -> {
            try (var files = Files.list(open)) {
                assertThat(files.toList())
                        .singleElement()
                        .satisfies(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open)))
                        .isEqualTo("rwx------");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        Files.writeString(open.resolve("upload-left-by-a-killed-hub.tmp"), "secret");
        assertThat(room.upload(Register.CUSTOMERS, FILE, true).state()).isEqualTo(State.DONE);
        assertThat(open).isEmptyDirectory();
    }

    @Test
    void aFileThatDoesNotArriveInFullIsNotRead() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line is cut");
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return read();
            }
        };
        assertThatThrownBy(() -> room.uploads.receive(Register.CUSTOMERS, "x.csv", broken, true, "anna"))
                .hasMessage("the line is cut");
        room.work.run();
        assertThat(room.uploads.find(2)).map(Upload::state).contains(State.FAILED);
    }

    @Test
    void aFileBeyondTheLimitIsRefusedWhileItArrives() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                return length;
            }
        };
        assertThatThrownBy(() -> room.uploads.receive(Register.CUSTOMERS, "x.csv", endless, true, "anna"))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("more than 67108864 bytes");
        assertThat(room.uploads.find(2)).map(Upload::state).contains(State.REFUSED);
    }

    @Test
    void neitherNamesNorResultsShowAPersonalNumber() throws IOException {
        Upload done = room.upload(
                Register.CUSTOMERS,
                "Kundnr;Personnr;Namn;Mail\n191212121212;19121212-1213;X;191212121212\n191212121212;;Y;\n",
                true);
        assertThat(room.result(done, Phase.APPLY)).doesNotContain("121212");
        Upload named = room.uploads.receive(
                Register.CUSTOMERS,
                "C:\\x\\191212121212\u0000.csv",
                new ByteArrayInputStream(new byte[] {'x'}),
                false,
                "a");
        assertThat(named.fileName()).doesNotContain("1212", "\\", "\u0000");
    }

    @Test
    void resultsHoldNoFormulas() {
        Upload done = room.upload(Register.CUSTOMERS, "Kundnr;Namn\n=1+1;x\n@sum;x\n-2;x\n+3;x\n;y\n", true);
        assertThat(room.result(done, Phase.APPLY).lines().map(line -> line.split(";")[1]))
                .contains("'=1+1", "'@sum", "'-2", "'+3");
        assertThat(ResultLine.cell("\tx")).startsWith("'");
        assertThat(ResultLine.cell("a;\"b\"")).isEqualTo("\"a;\"\"b\"\"\"");
    }
}
