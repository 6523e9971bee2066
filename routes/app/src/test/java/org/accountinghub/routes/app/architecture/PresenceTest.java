package org.accountinghub.routes.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No rule is kept merely because it finds nothing, and every room says what belongs in it. */
class PresenceTest {

    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:(?:Example|Fortnox|Office)[A-Z]\\w+|[A-Z]\\w+(?:Kit|Bench|Partner|Company|Test|Settings|Factory|Trial))\\b");

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

    /** Whoever follows the page must find what it names. */
    @Test
    void thePageAboutAddingAConnectorNamesWhatIsThere() {
        Set<String> types = Project.sources(true, Project::isJava).stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        Set<String> named = NAMED.matcher(Project.text(Project.file("connectors/README.md")))
                .results()
                .map(MatchResult::group)
                .filter(name -> !name.startsWith("Name"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(25).isSubsetOf(types);
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
