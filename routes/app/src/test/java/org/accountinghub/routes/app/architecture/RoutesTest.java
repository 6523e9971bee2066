package org.accountinghub.routes.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom among the routes, and what each may know of the world. */
class RoutesTest {

    /** The other rooms of `routes` that a room may use; the application puts them together. */
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "engine", Set.of(),
            "ledger", Set.of("engine"),
            "store", Set.of("engine"),
            "embedded", Set.of(),
            "flows", Set.of("engine", "store"),
            "uploads", Set.of("engine"),
            "operations", Set.of("engine", "uploads"),
            "cli", Set.of(),
            "demo", Set.of("cli", "store", "embedded"),
            "app", Set.of("engine", "ledger", "store", "embedded", "flows", "uploads", "operations"));

    private static final Pattern SCHEMA_SERVICE = Pattern.compile(
            "\\b(from|join|into|update|call|select|perform|table|schema|view|function|on|usage|truncate)\\s+\"?service\\b\"?[.\\s;\"]"
                    + "|search_path[^;\\n]*\\bservice\\b",
            Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @MethodSource("rooms")
    void useOnlyWhatTheyMay(String room) {
        assertThat(MAY_USE)
                .as("say in MAY_USE which rooms routes/%s may use", room)
                .containsKey(room);
        String[] forbidden = Project.rooms("routes").stream()
                .filter(other -> !other.equals(room) && !MAY_USE.get(room).contains(other))
                .map(other -> Project.in("routes", other))
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(Project.in("routes", room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .check(Project.classes());
    }

    @Test
    void knowOfConnectorsOnlyThePortsAndOfMappingsOnlyTheModel() {
        noClasses()
                .that()
                .resideInAPackage("org.accountinghub.routes..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.concat(
                                Project.rooms("connectors").stream()
                                        .filter(room -> !room.equals("spi"))
                                        .map(room -> Project.in("connectors", room)),
                                Project.rooms("mappings").stream()
                                        .filter(room -> !room.equals("model"))
                                        .map(room -> Project.in("mappings", room)))
                        .toArray(String[]::new))
                .check(Project.classes());
    }

    @Test
    void theEngineIsPlainJava() {
        classes()
                .that()
                .resideInAPackage("org.accountinghub.routes.engine..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.accountinghub.routes.engine..",
                        "org.accountinghub.connectors.spi..",
                        "org.accountinghub.mappings.model..",
                        "java.lang..",
                        "java.util..",
                        "java.math..",
                        "java.time..",
                        "java.text..",
                        "java.net",
                        "java.nio..",
                        "java.security..",
                        "java.io..",
                        "javax.crypto..",
                        "org.jspecify..",
                        "org.slf4j..")
                .check(Project.classes());
    }

    @Test
    void camelStaysInFlows() {
        noClasses()
                .that()
                .resideInAPackage("org.accountinghub.routes..")
                .and()
                .resideOutsideOfPackages("org.accountinghub.routes.flows..", "org.accountinghub.routes.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..")
                .check(Project.classes());
    }

    /** The demo plays the service system and writes what its users write; the hub's own rooms go through the store. */
    @Test
    void onlyTheStoreNamesTheServiceSystemsSchema() {
        assertThat(filesNamingTheSchema(false)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void theApplicationNamesNoConnector(String connector) {
        Path app = Project.file("routes/app");
        Stream<Path> files = Stream.concat(
                Stream.of(app.resolve("pom.xml")), Project.sources(false, file -> file.startsWith(app)).stream());
        assertThat(files.filter(file -> Pattern.compile(
                                        "\\b" + connector + "(?!\\.(com|org))", Pattern.CASE_INSENSITIVE)
                                .matcher(Project.text(file))
                                .find())
                        .map(Project::name))
                .isEmpty();
    }

    static Stream<String> filesNamingTheSchema(boolean inTheStore) {
        Path store = Project.file("routes/store");
        Path demo = Project.file("routes/demo");
        return Project.sources(false, file -> file.toString().matches(".*\\.(java|sql|ya?ml|properties)")).stream()
                .filter(file -> file.startsWith(store) == inTheStore && !file.startsWith(demo))
                .filter(file -> SCHEMA_SERVICE.matcher(Project.text(file)).find())
                .map(Project::name);
    }

    static Stream<String> rooms() {
        return Project.rooms("routes").stream();
    }

    static Stream<String> connectors() {
        return Project.connectors().stream();
    }
}
