package org.accountinghub.routes.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void aFileGetsALineNowAndThen() {
        Progress progress = new Progress(out, false);
        progress.update("1 of 3");
        progress.update("2 of 3");
        progress.step("3 of 3");
        assertThat(lines()).hasSize(2).satisfies(lines -> {
            assertThat(lines.get(0)).endsWith("1 of 3");
            assertThat(lines.get(1)).endsWith("3 of 3");
        });
        assertThat(text()).doesNotContain("\033", "\r");
    }

    @Test
    void aTerminalGetsOneChangingLineThatTheNextReplaces() {
        Progress progress = new Progress(out, true);
        progress.update("1 of 3");
        progress.update("2 of 3");
        progress.say("done");
        assertThat(text())
                .endsWith("2 of 3\r\033[Kdone" + System.lineSeparator())
                .containsOnlyOnce("\n");
    }

    @Test
    void nothingIsSaidAfterTheEnd() {
        Progress progress = new Progress(out, false);
        progress.end("Stopping ...");
        progress.say("it failed");
        progress.update("1 of 3");
        assertThat(lines()).containsExactly("Stopping ...");
    }

    private List<String> lines() {
        return text().lines().toList();
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
