package org.accountinghub.routes.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Three folders of rooms, imports in one direction, and every room where Maven and these tests see it. */
class RoomsTest {

    @Test
    void mappingsKnowNeitherConnectorsNorRoutes() {
        noClasses()
                .that()
                .resideInAPackage("org.accountinghub.mappings..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.accountinghub.connectors..", "org.accountinghub.routes..")
                .check(Project.classes());
    }

    @Test
    void connectorsKnowNoRoutes() {
        noClasses()
                .that()
                .resideInAPackage("org.accountinghub.connectors..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.accountinghub.routes..")
                .check(Project.classes());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void everyRoomIsListedByItsFolder(String folder, String room) {
        assertThat(Project.text(Project.file(folder + "/pom.xml")))
                .as("%s/pom.xml lacks the line <module>%s</module>", folder, room)
                .contains("<module>" + room + "</module>");
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void everyConnectorIsInTheBundleThatTheHubRuns(String connector) {
        assertThat(bundle())
                .as(
                        "the dependencies of connectors/pom.xml lack <artifactId>connectors-%s</artifactId> without classifier",
                        connector)
                .containsPattern(dependency(connector) + "</dependency>");
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void everySimulatorIsRunByTheSandboxAndNotByTheHub(String connector) {
        assertThat(bundle())
                .as(
                        "the dependencies of connectors/pom.xml lack <artifactId>connectors-%s</artifactId> with "
                                + "<classifier>simulator</classifier> and <optional>${simulators.optional}</optional>",
                        connector)
                .containsPattern(
                        dependency(connector)
                                + "<classifier>simulator</classifier>\\s*<optional>\\$\\{simulators\\.optional}</optional>\\s*</dependency>");
    }

    private static String bundle() {
        String pom = Project.text(Project.file("connectors/pom.xml"));
        return pom.substring(Math.max(0, pom.indexOf("<dependencies>")));
    }

    private static String dependency(String connector) {
        return "<artifactId>connectors-" + connector + "</artifactId>\\s*<version>[^<]*</version>\\s*";
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void everyConnectorHasAMapping(String connector) {
        assertThat(Project.partnerMappings()).as("mappings/%s", connector).contains(connector);
    }

    static Stream<Object[]> rooms() {
        return Stream.of("mappings", "connectors", "routes")
                .flatMap(folder -> Project.rooms(folder).stream().map(room -> new Object[] {folder, room}));
    }

    static Stream<String> connectors() {
        return Project.connectors().stream();
    }
}
