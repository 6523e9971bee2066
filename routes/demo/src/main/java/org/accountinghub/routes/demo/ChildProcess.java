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
final class ChildProcess implements Parts.Part {

    private static final int PATIENCE_SECONDS = 20;
    private static final int LAST_LINES = 12;
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
            return new ChildProcess(name, builder.start(), log);
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
        List<String> options = new ArrayList<>(
                List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=128m"));
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

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Why it ended, for the person at the terminal: its own words about it, else the end of its log. */
    String lastWords() {
        List<String> lines = output();
        List<String> own =
                lines.stream().filter(line -> line.startsWith("hub: ")).toList();
        List<String> end = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        return name + " ended by itself:\n" + String.join("\n", own.isEmpty() ? end : own) + "\nAll it said: " + log;
    }

    @Override
    public void stop() {
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
