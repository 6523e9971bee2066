package org.accountinghub.routes.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {

    private final List<String> stopped = new ArrayList<>();
    private final Parts parts = new Parts(new Progress(new PrintStream(OutputStream.nullOutputStream()), false));

    @Test
    void whatStartedFirstIsStoppedLastAndOnce() {
        parts.started(part("database"));
        parts.started(part("hub"));
        parts.close();
        parts.close();
        assertThat(stopped).containsExactly("hub", "database");
    }

    @Test
    void whatStartsTooLateIsStoppedAtOnce() {
        parts.close();
        parts.started(part("hub"));
        assertThat(stopped).containsExactly("hub");
    }

    private Parts.Part part(String name) {
        return () -> stopped.add(name);
    }
}
