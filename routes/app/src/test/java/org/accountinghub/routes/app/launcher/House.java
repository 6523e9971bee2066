package org.accountinghub.routes.app.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A copy of the launcher in a folder of its own, with a Maven and a Java that only write down what they are asked. */
final class House {

    private static final List<String> STARTED_ROOMS =
            List.of("routes/app", "routes/cli", "routes/demo", "connectors/sandbox");

    private final Path home;
    private final Path java;
    private final Map<String, String> environment = new HashMap<>();

    House(Path folder) throws IOException {
        home = Files.createDirectories(folder.resolve("a hub of mine"));
        java = Files.createDirectories(folder.resolve("jdk"));
        Files.copy(Path.of("../../hub"), home.resolve("hub"));
        write("pom.xml", "");
        for (String room : STARTED_ROOMS) {
            write(room + "/src/main/java/Main.java", "");
        }
        mavenThat("exit 0");
        javaOf("17.0.15", "jdk.compiler@17.0.15");
        environment.put("JAVA_HOME", java.toString());
    }

    /** A Maven that counts its builds, leaves a jar in every room, and then does what is said. */
    void mavenThat(String then) throws IOException {
        StringBuilder script = new StringBuilder("#!/usr/bin/env bash\necho built >> builds\n");
        script.append("echo '[INFO] Building Hub :: Mappings :: Model 0.1.0-SNAPSHOT   [1/1]'\n");
        for (String room : STARTED_ROOMS) {
            script.append("mkdir -p %1$s/target/lib; touch %1$s/target/x-SNAPSHOT.jar %1$s/target/lib/y.jar\n"
                    .formatted(room));
        }
        executable("mvnw", script.append(then).append('\n').toString());
    }

    void javaOfVersion(String version) throws IOException {
        javaOf(version, "jdk.compiler@" + version);
    }

    void javaOf(String version, String module) throws IOException {
        executable("../jdk/bin/java", """
                #!/usr/bin/env bash
                if [ "$1" = -version ]; then echo 'openjdk version "%s" 2025-04-15' >&2; exit; fi
                if [ "$1" = --list-modules ]; then echo 'java.base@17'; echo '%s'; exit; fi
                printf '<%%s>' "$@"; echo; echo "data=$HUB_DATA"
                """.formatted(version, module));
    }

    House with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Run hub(String... arguments) throws IOException, InterruptedException {
        return finish(start(home.resolve("hub"), home, arguments));
    }

    Process start(Path launcher, Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("HUB_"));
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).start();
    }

    static Run finish(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (!process.waitFor(150, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the launcher does not end: " + output);
        }
        return new Run(process.exitValue(), output);
    }

    long builds() throws IOException {
        Path builds = home.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    Path home() {
        return home;
    }

    Path write(String path, String content) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private void executable(String path, String script) throws IOException {
        if (!write(path, script).toFile().setExecutable(true)) {
            throw new IOException("cannot make executable: " + path);
        }
    }

    /** How a command ended and all that it printed. */
    record Run(int code, String output) {}
}
