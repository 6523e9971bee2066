package org.accountinghub.routes.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Java program of this installation as a process of its own; it ends with the demo. Its output goes to a file. */
final class ChildProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;
    private static final Map<String, String> MAIN_CLASSES = Map.of(
            "app", "org.accountinghub.routes.app.Hub", "sandbox", "org.accountinghub.connectors.sandbox.Sandbox");

    private final String name;
    private final Process process;
    private final Path log;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** @param room whose libraries and main class it is started from: {@code app} or {@code sandbox} */
    static ChildProcess start(
            String name, String room, List<String> arguments, Map<String, String> environment, Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options());
        command.addAll(List.of("-cp", libraries().resolve(room) + "/*", MAIN_CLASSES.get(room)));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("HUB_"));
        builder.environment().putAll(environment);
        try {
            ChildProcess child = new ChildProcess(name, builder.start(), log);
            Runtime.getRuntime().addShutdownHook(new Thread(child::close, "stop " + name));
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    private static Path libraries() {
        String libraries = System.getenv("HUB_LIBRARIES");
        if (libraries == null) {
            throw new IllegalStateException("start the demo with ./hub demo, which knows where its parts are");
        }
        return Path.of(libraries);
    }

    private static List<String> options() {
        List<String> options = new ArrayList<>(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        if (Runtime.version().feature() >= 24) {
            options.add("--enable-native-access=ALL-UNNAMED");
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        return options;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** All it has written so far. */
    List<String> output() {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why it ended, for the person at the terminal. */
    String lastWords() {
        List<String> lines = output();
        return name + " ended by itself; the last it said:\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size())) + "\nAll of it: "
                + log;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
