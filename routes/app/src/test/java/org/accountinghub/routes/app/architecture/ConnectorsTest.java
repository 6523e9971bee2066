package org.accountinghub.routes.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Connectors are plain Java, and none knows another. */
class ConnectorsTest {

    @Test
    void haveNoFrameworkAndNoDatabase() {
        noClasses()
                .that()
                .resideInAPackage("org.accountinghub.connectors..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.apache.camel..",
                        "jakarta.jms..",
                        "java.sql..",
                        "javax.sql..",
                        "org.postgresql..")
                .check(Project.classes());
    }

    @Test
    void thePortsDependOnTheModelAlone() {
        classes()
                .that()
                .resideInAPackage("org.accountinghub.connectors.spi..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.accountinghub.connectors.spi..",
                        "org.accountinghub.mappings.model..",
                        "java..",
                        "org.jspecify..")
                .check(Project.classes());
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void knowNoOtherConnectorAndNoOtherMapping(String connector) {
        noClasses()
                .that()
                .resideInAPackage(Project.in("connectors", connector))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.concat(
                                Project.connectors().stream()
                                        .filter(other -> !other.equals(connector))
                                        .map(other -> Project.in("connectors", other)),
                                Project.partnerMappings().stream()
                                        .filter(other -> !other.equals(connector))
                                        .map(other -> Project.in("mappings", other)))
                        .toArray(String[]::new))
                .check(Project.classes());
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void areNotMixedWithTheirSimulator(String connector) {
        String simulator = Project.packageOf("connectors", connector) + ".simulator..";
        noClasses()
                .that()
                .resideInAPackage(Project.in("connectors", connector))
                .and()
                .resideOutsideOfPackage(simulator)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        simulator,
                        "org.accountinghub.connectors.testkit..",
                        "org.accountinghub.mappings.samples..",
                        "com.github.tomakehurst.wiremock..")
                .check(Project.classes());
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void areNamedByNoSharedRoom(String connector) {
        noClasses()
                .that()
                .resideInAnyPackage(Project.SHARED_CONNECTOR_ROOMS.stream()
                        .map(room -> Project.in("connectors", room))
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Project.in("connectors", connector), Project.in("mappings", connector))
                .check(Project.classes());
    }

    static Stream<String> connectors() {
        return Project.connectors().stream();
    }
}
