package org.accountinghub.routes.app.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of the service system's rules names tests that are there, and answers for every rule. */
class RulesTableTest {

    /** A class, a class and its test, or one more test of the class before it. */
    private static final Pattern NAMED = Pattern.compile("`(?:(\\w+Test)(?:\\.(\\w+))?|\\.(\\w+))`");

    private final List<String> table = Project.text(Project.file("routes/store/RULES.md"))
            .lines()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| rule "))
            .toList();

    private final Map<String, List<String>> tests = Project.sources(true, Project::isJava).stream()
            .filter(file -> name(file).endsWith("Test"))
            .collect(groupingBy(RulesTableTest::name, mapping(Project::text, toList())));

    @Test
    void everyNamedTestIsThere() {
        List<String> missing = new ArrayList<>();
        String type = "";
        for (MatchResult named : named()) {
            type = named.group(1) != null ? named.group(1) : type;
            String method = named.group(2) != null ? named.group(2) : named.group(3);
            List<String> sources = tests.getOrDefault(type, List.of());
            boolean there =
                    sources.stream().anyMatch(source -> method == null || source.contains("void " + method + "("));
            if (!there) {
                missing.add(method == null ? type : type + "." + method);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyRuleHasATestOrSaysWhyNot() {
        assertThat(table).hasSizeGreaterThan(80);
        assertThat(table).allSatisfy(line -> assertThat(line).containsAnyOf("Test", "the schema", "**not"));
    }

    private List<MatchResult> named() {
        return NAMED.matcher(String.join("\n", table)).results().toList();
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
