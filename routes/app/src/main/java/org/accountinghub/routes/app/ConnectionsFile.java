package org.accountinghub.routes.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.routes.embedded.StartRefused;
import org.accountinghub.routes.engine.Connection;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads the file that names the connections. A secret is named by where it is, an environment variable ({@code env}) or
 * a file ({@code file}), never written into it.
 */
final class ConnectionsFile {

    private static final Set<String> KEYS =
            Set.of("name", "connector", "subgroup", "time-zone", "settings", "secrets", "registers");

    private final Path file;
    private final Map<String, String> environment;

    ConnectionsFile(Path file, Map<String, String> environment) {
        this.file = file.toAbsolutePath();
        this.environment = environment;
    }

    /**
     * The connections, in the file's order.
     *
     * @throws StartRefused naming the connection, the field and the remedy
     */
    List<Connection> read() {
        Map<String, Object> root = map(parse(), "the file");
        Object listed = root.get("connections");
        if (!(listed instanceof List<?> entries)) {
            throw refused("it has no list 'connections'", "Begin it with 'connections:' and one '- name: …' for each");
        }
        List<Connection> connections = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Object entry : entries) {
            Connection connection = connection(map(entry, "an entry of connections"));
            if (!names.add(connection.name())) {
                throw refused("two connections are named " + connection.name(), "Give each its own name");
            }
            connections.add(connection);
        }
        return connections;
    }

    private @Nullable Object parse() {
        try {
            return asWritten().load(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw refused("there is no such file", "Check the path in HUB_CONNECTIONS");
        } catch (IOException e) {
            throw refused("it cannot be read (" + e + ")", "Check HUB_CONNECTIONS and the file's permissions");
        } catch (YAMLException e) {
            throw refused("it is not YAML" + place(e), "Mend the line that is named");
        }
    }

    /** Nothing is taken for a number or a yes: subgroup 012 is not 10, and subgroup no is not false. */
    private static Yaml asWritten() {
        LoaderOptions reading = new LoaderOptions();
        DumperOptions writing = new DumperOptions();
        Resolver texts = new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                // none: every scalar is a text
            }
        };
        return new Yaml(new SafeConstructor(reading), new Representer(writing), writing, reading, texts);
    }

    /** Without the line's text, which may hold a secret. */
    private static String place(YAMLException e) {
        if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            return ": " + marked.getProblem() + " in line "
                    + (marked.getProblemMark().getLine() + 1);
        }
        return "";
    }

    private Connection connection(Map<String, Object> entry) {
        String name = text(entry, "name", "a connection");
        entry.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
            throw refused(
                    name + " has a field '" + key + "' that is not known",
                    "Known are " + KEYS.stream().sorted().toList());
        });
        if (!name.matches("[a-z0-9][a-z0-9-]{0,40}")) {
            throw refused("the name '" + name + "' cannot be used", "Use lower-case letters, digits and hyphens");
        }
        Map<String, String> settings = new LinkedHashMap<>();
        map(entry.getOrDefault("settings", Map.of()), name + ": settings")
                .forEach((key, value) -> settings.put(key, String.valueOf(value)));
        Map<String, Secret> secrets = new LinkedHashMap<>();
        map(entry.getOrDefault("secrets", Map.of()), name + ": secrets")
                .forEach((key, value) -> secrets.put(key, secret(name + ": " + key, map(value, name + ": " + key))));
        return new Connection(
                name,
                text(entry, "connector", name),
                Optional.ofNullable(entry.get("subgroup")).map(String::valueOf),
                Connection.State.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                new ConnectionSettings(name, zone(name, entry), settings, secrets),
                entry.containsKey("registers")
                        ? new RegisterPolicies(this::map, this::refused).read(name, entry.get("registers"))
                        : Map.of());
    }

    private ZoneId zone(String name, Map<String, Object> entry) {
        String zone = text(entry, "time-zone", name);
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw refused(name + " has the time-zone '" + zone + "'", "Use a name such as Europe/Stockholm");
        }
    }

    private Secret secret(String where, Map<String, Object> source) {
        Object variable = source.get("env");
        Object path = source.get("file");
        if ((variable == null) == (path == null)) {
            throw refused(where + " does not say where it is", "Write {env: VARIABLE} or {file: PATH}");
        }
        String value;
        try {
            value = path == null
                    ? environment.getOrDefault(String.valueOf(variable), "")
                    : Files.readString(file.resolveSibling(String.valueOf(path)));
        } catch (IOException e) {
            throw refused(where + " cannot be read from " + path, "Check the path and its permissions");
        }
        if (value.isBlank()) {
            throw refused(
                    where + " is empty", "Put the secret into " + (path == null ? "the variable " + variable : path));
        }
        return new Secret(value.strip());
    }

    private String text(Map<String, Object> entry, String key, String where) {
        Object value = entry.get(key);
        if (value == null || String.valueOf(value).isBlank()) {
            throw refused(where + " has no '" + key + "'", "Give it one");
        }
        return String.valueOf(value);
    }

    private Map<String, Object> map(@Nullable Object value, String where) {
        if (!(value instanceof Map<?, ?> map)) {
            throw refused(where + " is not a group of fields", "Write it as 'field: value', one on each line");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((key, field) -> {
            if (field != null && !(field instanceof String text && text.isBlank())) {
                fields.put(String.valueOf(key), field);
            }
        });
        return fields;
    }

    private StartRefused refused(String what, String remedy) {
        return new StartRefused("the file of connections " + file + ": " + what, remedy);
    }
}
