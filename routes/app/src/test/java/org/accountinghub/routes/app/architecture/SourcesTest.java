package org.accountinghub.routes.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names that say what a class is for, files that one can read, packages without nulls. */
class SourcesTest {

    private static final int LONGEST = 400;

    private static final String EMPTY_NAMES = ".*(Helper|Utils?|Manager|Processor|Context)\\.java";

    /** Promises and switched off tests; put together so that this file does not contain them. */
    private static final List<String> UNFINISHED =
            List.of("@Dis" + "abled", "assume" + "True(", "TO" + "DO", "FIX" + "ME");

    private static final Pattern SLEEP = Pattern.compile("(Thread|TimeUnit\\.[A-Z]+)\\.sleep\\(");

    private static final Pattern LIKE_A_PERSONAL_NUMBER =
            Pattern.compile("\\b(19|20)\\d{2}(0[1-9]|1[0-2])([0-2]\\d|3[01])-?\\d{4}\\b");

    private final List<Path> sources = Project.sources(true, Project::isJava);

    @Test
    void namesTellTheDuty() {
        assertThat(sources).isNotEmpty().extracting(Project::name).noneMatch(name -> name.matches(EMPTY_NAMES));
    }

    @Test
    void filesAreSplitBeforeTheyGrowLong() {
        assertThat(sources)
                .isNotEmpty()
                .filteredOn(file -> Project.text(file).lines().count() > LONGEST)
                .extracting(Project::name)
                .isEmpty();
    }

    @Test
    void everyPackageIsWithoutNulls() {
        Stream<Path> packages = sources.stream().map(Path::getParent).distinct();
        assertThat(packages.filter(folder -> !isNullMarked(folder)).map(Project::name))
                .as("packages without a package-info.java that says @NullMarked")
                .isEmpty();
    }

    @Test
    void nothingIsPromisedOrSwitchedOff() {
        assertThat(sources)
                .filteredOn(file -> UNFINISHED.stream().anyMatch(Project.text(file)::contains))
                .extracting(Project::name)
                .isEmpty();
    }

    @Test
    void testsWaitForConditionsAndNeverSleep() {
        assertThat(sources)
                .filteredOn(file -> file.toString().contains("/src/test/"))
                .isNotEmpty()
                .filteredOn(file -> SLEEP.matcher(Project.text(file)).find())
                .extracting(Project::name)
                .isEmpty();
    }

    @Test
    void personalNumbersAreOnlyTheReservedOne() {
        assertThat(Project.sources(true, file -> file.toString().matches(".*\\.(java|sql|json|ya?ml|csv|md)")).stream()
                        .filter(file -> LIKE_A_PERSONAL_NUMBER
                                .matcher(Project.text(file))
                                .results()
                                .map(hit -> hit.group().replace("-", ""))
                                .anyMatch(number -> !number.equals("191212121212") && hasCheckDigit(number)))
                        .map(Project::name))
                .isEmpty();
    }

    private static boolean hasCheckDigit(String number) {
        int sum = 0;
        for (int i = 2; i < number.length(); i++) {
            int product = Character.digit(number.charAt(i), 10) * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }

    /** A test's package is also marked by the package of the same name in `src/main`. */
    private static boolean isNullMarked(Path folder) {
        Path main = Path.of(folder.toString().replace("/src/test/java/", "/src/main/java/"));
        return Stream.of(folder, main)
                .map(place -> place.resolve("package-info.java"))
                .anyMatch(info -> Files.exists(info) && Project.text(info).contains("@NullMarked"));
    }
}
