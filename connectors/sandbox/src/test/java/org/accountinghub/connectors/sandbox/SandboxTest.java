package org.accountinghub.connectors.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.accountinghub.connectors.spi.ConnectorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SandboxTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Process started(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Sandbox.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("errors"));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void itRunsAsAProcessUntilItIsToldToStop() throws IOException, InterruptedException {
        Process process = started("--port", "0");
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            JsonNode systems = JsonMapper.shared().readTree(output.readLine());
            JsonNode addresses = systems.path("fortnox");
            assertThat(output.readLine()).startsWith("The simulated accounting systems answer at http://localhost:");

            assertThat(systems.propertyNames()).contains("fortnox", "24sevenoffice", "visma-eaccounting");
            for (JsonNode system : systems) {
                URI opened = URI.create(system.path("admin").asString()).resolve("companies/1001");
                assertThat(send(HttpRequest.newBuilder(opened).POST(BodyPublishers.noBody()))
                                .statusCode())
                        .isEqualTo(204);
                URI settings = URI.create(opened + "/connection");
                assertThat(send(HttpRequest.newBuilder(settings).POST(BodyPublishers.ofString(system.toString())))
                                .body())
                        .contains(system.path("base").asString());
            }

            URI admin = URI.create(addresses.path("admin").asString());
            assertThat(send(HttpRequest.newBuilder(admin.resolve("tenants"))
                                    .POST(BodyPublishers.ofString("{\"id\":\"1001\"}")))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(send(HttpRequest.newBuilder(
                                    URI.create(addresses.path("base").asString() + "/customers")))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(send(HttpRequest.newBuilder(
                                            URI.create(addresses.path("token").asString()))
                                    .POST(BodyPublishers.ofString("grant_type=client_credentials")))
                            .statusCode())
                    .isEqualTo(401);

            process.destroy();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(errors()).doesNotContain("Exception");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void whatItDoesNotUnderstandEndsItWithAMessage() throws IOException, InterruptedException {
        Process process = started("--prot", "1");

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(errors()).startsWith("sandbox: unknown option --prot\nUsage: sandbox");
    }

    @Test
    void everySystemHasItsAddresses() {
        try (Sandbox sandbox = Sandbox.start("localhost", 0)) {
            assertThat(sandbox.addresses("fortnox")).containsOnlyKeys("base", "token", "auth", "admin");
            assertThat(sandbox.addresses("fortnox").get("base").getPath()).isEqualTo("/fortnox/3");
        }
    }

    @Test
    void everyConnectorHasItsSimulator() {
        try (Sandbox sandbox = Sandbox.start("localhost", 0)) {
            assertThat(ServiceLoader.load(ConnectorFactory.class))
                    .isNotEmpty()
                    .allSatisfy(connector -> assertThat(sandbox.addresses(connector.name()))
                            .as(connector.name())
                            .containsKeys("base", "admin"));
        }
    }
}
