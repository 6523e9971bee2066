package org.accountinghub.routes.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftOverTest {

    private static final String GONE = "1 2001-01-01T00:00:00Z\n";

    @TempDir
    private Path folder;

    private Process child;

    @BeforeEach
    void startChild() throws IOException {
        child = new ProcessBuilder("cat").start();
    }

    @AfterEach
    void endChild() {
        child.destroyForcibly();
    }

    @Test
    void aRunningDemoIsNotDisturbed() {
        LeftOver running = new LeftOver(folder);
        running.note(ProcessHandle.current());
        running.note(child.toHandle());
        assertThatThrownBy(() -> new LeftOver(folder).end())
                .hasMessageContaining(
                        "another demo, process " + ProcessHandle.current().pid());
        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void whatAKilledDemoLeftIsEnded() throws IOException {
        write(GONE);
        new LeftOver(folder).note(child.toHandle());
        new LeftOver(folder).end();
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void aProcessThatGotAnOldNumberIsLeftAlone() throws IOException {
        write(GONE);
        write(child.pid() + " 2001-01-01T00:00:00Z\n");
        new LeftOver(folder).end();
        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void withoutANoteThereIsNothingToEnd() {
        new LeftOver(folder).end();
        assertThat(child.isAlive()).isTrue();
    }

    private void write(String line) throws IOException {
        Files.writeString(folder.resolve("demo.processes"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
