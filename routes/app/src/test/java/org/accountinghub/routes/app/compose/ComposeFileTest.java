package org.accountinghub.routes.app.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accountinghub.connectors.sandbox.Sandbox;
import org.accountinghub.connectors.spi.ConnectorFactory;
import org.accountinghub.connectors.testkit.partner.SimulatedPartner;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ComposeFileTest {

    private static final String COMPANY = "710001";
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private final String text = read("docker-compose.yml");
    private final Map<String, Object> file = yaml(text);
    private final Map<String, Object> services = map(file.get("services"));

    @Test
    void everyVariableIsExplainedAndEveryExplainedOneUsed() {
        List<String> example = read(".env.example").lines().toList();
        Set<String> explained = new TreeSet<>();
        for (int i = 0; i < example.size(); i++) {
            String line = example.get(i);
            if (line.matches("[A-Z_]+=.*")) {
                assertThat(example.get(i - 1)).as("the line above %s", line).startsWith("# ");
                explained.add(line.substring(0, line.indexOf('=')));
            }
        }
        Set<String> used = Pattern.compile("\\$\\{([A-Z_]+)")
                .matcher(text)
                .results()
                .map(hit -> hit.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(used).isEqualTo(explained);
    }

    @Test
    void theHubReadsEveryVariableThatItIsGiven() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path source : files.filter(Files::isRegularFile).toList()) {
                sources.append(Files.readString(source));
            }
        }
        assertThat(Stream.of("hub", "store")
                        .flatMap(name -> map(map(services.get(name)).get("environment")).keySet().stream())
                        .filter(variable -> variable.startsWith("HUB_"))
                        .toList())
                .hasSizeGreaterThan(7)
                .allSatisfy(variable -> assertThat(sources)
                        .containsAnyOf(
                                '"' + variable + '"', '"' + variable.replaceFirst("_(URL|USER|PASSWORD)$", "") + '"'));
    }

    @Test
    void everyFileOfOursIsThere() {
        List<String> files = Stream.concat(
                        services.values().stream()
                                .flatMap(service -> list(map(service).get("volumes")).stream())
                                .filter(volume -> volume.startsWith("./"))
                                .map(volume -> volume.substring(0, volume.indexOf(':')))
                                .map(volume -> volume.replace("${CONNECTOR}", explained("CONNECTOR"))),
                        services.values().stream()
                                .map(service -> map(map(service).get("build")).get("dockerfile"))
                                .flatMap(Stream::ofNullable)
                                .map(String::valueOf))
                .toList();
        assertThat(files)
                .hasSizeGreaterThan(4)
                .allSatisfy(name -> assertThat(ROOT.resolve(name)).exists());
    }

    @Test
    void everyNamedVolumeIsDeclared() {
        Set<String> named = services.values().stream()
                .flatMap(service -> list(map(service).get("volumes")).stream())
                .filter(volume -> !volume.startsWith("./"))
                .map(volume -> volume.substring(0, volume.indexOf(':')))
                .collect(Collectors.toSet());
        assertThat(map(file.get("volumes")).keySet()).isEqualTo(named);
    }

    @Test
    void whatIsWaitedForCanComeTrue() {
        services.forEach((name, service) -> map(map(service).get("depends_on")).forEach((needed, how) -> {
            assertThat(services).as("needed by %s", name).containsKey(needed);
            Map<String, Object> other = map(services.get(needed));
            if ("service_healthy".equals(map(how).get("condition"))) {
                assertThat(other).as(needed).containsKey("healthcheck");
            } else {
                assertThat(map(how)).containsEntry("condition", "service_completed_successfully");
                assertThat(other).as("%s ends", needed).doesNotContainKey("restart");
            }
        }));
    }

    @Test
    void imagesArePinnedAndTheBrokerIsTheOneWeTestWith() {
        String artemis = Pattern.compile("<artemis.version>(.*)</artemis.version>")
                .matcher(read("pom.xml"))
                .results()
                .map(hit -> hit.group(1))
                .findFirst()
                .orElseThrow();
        assertThat(services.values())
                .extracting(service -> String.valueOf(map(service).get("image")))
                .contains("apache/artemis:" + artemis + "-alpine", "postgres:17")
                .allMatch(image -> image.equals("accounting-hub") || image.matches("[a-z/]+:\\d[\\w.-]*"));
    }

    @Test
    void everyConnectorHasAConnectionToItsSimulatedCompany() {
        assertThat(list(map(services.get("simulators")).get("command"))).contains("sandbox", "8089");
        assertThat(list(map(services.get("company")).get("command")))
                .contains("http://simulators:8089/${CONNECTOR:?see .env.example}/_sim/companies/" + COMPANY);
        assertThat(list(map(services.get("hub")).get("volumes")))
                .contains("./connectors/${CONNECTOR}/connections.yml:/etc/hub/connections.yml:ro");
        try (Sandbox sandbox = Sandbox.start("localhost", 0)) {
            assertThat(ServiceLoader.load(ConnectorFactory.class))
                    .isNotEmpty()
                    .allSatisfy(connector -> isConnected(connector.name(), sandbox.partner(connector.name())));
        }
    }

    private void isConnected(String name, SimulatedPartner partner) {
        String written = read("connectors/" + name + "/connections.yml");
        Map<String, Object> connection =
                map(elements(yaml(written).get("connections")).get(0));
        assertThat(connection).containsEntry("connector", name);
        Map<String, URI> addresses = new TreeMap<>();
        partner.paths()
                .forEach((address, path) -> addresses.put(
                        address,
                        URI.create("http://" + (address.equals("auth") ? "localhost" : "simulators") + ":8089/" + name
                                + path)));
        Map<String, String> working = new TreeMap<>(partner.company(COMPANY).settings(addresses));
        working.put("plain-http", "allowed");
        assertThat(map(connection.get("settings"))).as(name).isEqualTo(working);

        Map<String, String> secrets = partner.company(COMPANY).secrets();
        assertThat(map(connection.get("secrets")).keySet()).as(name).isEqualTo(secrets.keySet());
        Map<String, Object> environment = map(map(services.get("hub")).get("environment"));
        map(connection.get("secrets")).forEach((secret, where) -> {
            assertThat(environment).containsKey(String.valueOf(map(where).get("env")));
            assertThat(written).contains("# " + secrets.get(secret) + "\n");
        });
    }

    /** What the variable is in the example. */
    private static String explained(String variable) {
        return read(".env.example")
                .lines()
                .filter(line -> line.startsWith(variable + "="))
                .map(line -> line.substring(variable.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> yaml(String text) {
        return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    }

    private static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> String.valueOf(entry.getKey()),
                                entry -> entry.getValue() == null ? Map.of() : entry.getValue()))
                : Map.of();
    }

    private static List<String> list(Object value) {
        return elements(value).stream().map(String::valueOf).toList();
    }

    private static List<?> elements(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static String read(String name) {
        try {
            return Files.readString(ROOT.resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
