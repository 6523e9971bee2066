package org.accountinghub.routes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import tools.jackson.databind.JsonNode;

/** Options common to the commands that ask the hub, and how their answer is shown. */
final class Hub {

    private static final int USUAL_WIDTH = 100;

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(names = "--url", description = "address of the hub (else HUB_URL, else http://localhost:HUB_PORT)")
    private @Nullable String url;

    @Option(
            names = "--key-file",
            description = "file with an API key (else HUB_KEY, else administrator.key in HUB_DATA)")
    private @Nullable Path keyFile;

    @Option(names = "--json", description = "the hub's answer as JSON, for programs")
    private boolean json;

    HubClient client() {
        return new HubClient(address(), key());
    }

    /** Prints the answer as JSON when that was asked for, else as the person reads it. */
    void show(JsonNode answer, Function<JsonNode, String> forPeople) {
        PrintWriter out = out();
        out.println(json ? answer.toPrettyString() : forPeople.apply(answer));
        out.flush();
    }

    /** For an answer that ends in a refusal: programs get it nevertheless. */
    void showToPrograms(JsonNode answer) {
        if (json) {
            show(answer, JsonNode::toString);
        }
    }

    int width() {
        return variable("COLUMNS")
                .filter(columns -> columns.matches("\\d{2,4}"))
                .map(Integer::parseInt)
                .orElse(USUAL_WIDTH);
    }

    /** For what is said while the answer is awaited. */
    void say(String line) {
        PrintWriter err = command().getErr();
        err.println(line);
        err.flush();
    }

    LocalTimes times() {
        return LocalTimes.here();
    }

    private PrintWriter out() {
        return command().getOut();
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private URI address() {
        String text = url != null
                ? url
                : variable("HUB_URL")
                        .orElse("http://localhost:" + variable("HUB_PORT").orElse("8080"));
        try {
            URI address = new URI(text);
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
                return address;
            }
            throw noAddress(text);
        } catch (URISyntaxException e) {
            throw noAddress(text);
        }
    }

    private static HubRefusal noAddress(String text) {
        return new HubRefusal(text + " is not the address of a hub. Write it as http://HOST:PORT (--url or HUB_URL).");
    }

    private String key() {
        if (keyFile == null && variable("HUB_KEY").isPresent()) {
            return variable("HUB_KEY").orElseThrow();
        }
        Path file = keyFile != null
                ? keyFile
                : Path.of(variable("HUB_DATA").orElse("data")).resolve("administrator.key");
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new HubRefusal("cannot read the API key in " + file.toAbsolutePath()
                    + ". Give one with HUB_KEY or --key-file, or run this where the hub's data directory is.");
        }
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
