package org.accountinghub.routes.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the demo tells the person who watches: a line for each thing done, with the time since the start. What only counts up
 * is one changing line on a terminal, and a line now and then elsewhere.
 */
final class Progress {

    private static final long SAY_EVERY_SECONDS = 5;

    private final long began = System.nanoTime();
    private final PrintStream out;
    private final boolean terminal;
    private long lastUpdate = -SAY_EVERY_SECONDS;
    private boolean changing;
    private boolean silent;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Whether a person looks at the standard output; where the system does not tell, it counts as nobody. */
    static boolean isTerminal() {
        try {
            return Path.of("/dev/fd/1").toRealPath().toString().matches("/dev/(pts/|tty).*");
        } catch (IOException e) {
            return false;
        }
    }

    synchronized void say(String text) {
        if (!silent) {
            out.print(changing ? "\r\033[K" : "");
            changing = false;
            out.println(text);
            out.flush();
        }
    }

    void step(String line) {
        say(timed(line));
    }

    /** Something that will be said again with other numbers soon. */
    synchronized void update(String line) {
        if (silent) {
            return;
        }
        if (terminal) {
            out.print("\r\033[K" + timed(line));
            out.flush();
            changing = true;
        } else if (seconds() - lastUpdate >= SAY_EVERY_SECONDS) {
            lastUpdate = seconds();
            step(line);
        }
    }

    /** Says this and nothing more: what fails while everything is stopped is no news. */
    synchronized void end(String line) {
        say(line);
        silent = true;
    }

    synchronized boolean isHeard() {
        return !silent;
    }

    long seconds() {
        return Duration.ofNanos(System.nanoTime() - began).toSeconds();
    }

    private String timed(String line) {
        long seconds = seconds();
        return String.format("%2d:%02d  %s", seconds / 60, seconds % 60, line);
    }
}
