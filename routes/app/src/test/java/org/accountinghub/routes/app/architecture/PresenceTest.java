package org.accountinghub.routes.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No rule is kept merely because it finds nothing, and every room says what belongs in it. */
class PresenceTest {

    private static final String ROOMS = "org.accountinghub.routes.app.architecture.RoomsTest#rooms";

    @ParameterizedTest
    @MethodSource(ROOMS)
    void everyRoomIsOnTheTestPathOfTheseRules(String folder, String room) {
        String rootPackage = Project.packageOf(folder, room);
        assertThat(Project.classes().stream()
                        .filter(type -> (type.getPackageName() + ".").startsWith(rootPackage + ".")))
                .as(
                        "no class of %s found: has it none, or does routes/app/pom.xml lack it as a test dependency?",
                        rootPackage)
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mappings", "connectors", "routes"})
    void everyFolderSaysWhatBelongsThere(String folder) {
        assertThat(Project.file(folder + "/README.md")).exists();
    }

    @ParameterizedTest
    @MethodSource(ROOMS)
    void everyMappingAndConnectorSaysWhatBelongsThere(String folder, String room) {
        Path readme = Project.file(folder + "/" + room + "/README.md");
        assertThat(folder.equals("routes") || Files.exists(readme))
                .as("%s is missing", Project.name(readme))
                .isTrue();
    }
}
