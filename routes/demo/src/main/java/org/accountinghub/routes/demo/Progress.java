package org.accountinghub.routes.demo;

import java.io.PrintStream;
import java.time.Duration;

/** What the demo tells the person who watches: a line for each thing done, with the time since the start. */
final class Progress {

    private final long began = System.nanoTime();
    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void step(String line) {
        long seconds = seconds();
        say(String.format("%2d:%02d  %s", seconds / 60, seconds % 60, line));
    }

    long seconds() {
        return Duration.ofNanos(System.nanoTime() - began).toSeconds();
    }
}
