package org.accountinghub.routes.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mappings are pure functions and records. */
class MappingsTest {

    private static final String MODEL = "org.accountinghub.mappings.model..";

    /** How a record keeps a collection as it was given; a map whose order matters is copied in order and then closed. */
    private static final Map<Class<?>, Set<String>> COPIED_BY = Map.of(
            List.class, Set.of("copyOf"),
            Set.class, Set.of("copyOf"),
            Map.class, Set.of("copyOf", "unmodifiableMap"),
            SortedMap.class, Set.of("unmodifiableSortedMap"),
            SortedSet.class, Set.of("unmodifiableSortedSet"));

    @Test
    void haveNoFrameworkAndNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAPackage("org.accountinghub.mappings..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.apache.camel..",
                        "java.net.http..",
                        "java.sql..",
                        "javax.sql..",
                        "java.nio.file..",
                        "java.nio.channels..",
                        "org.slf4j..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File.*|RandomAccessFile)|java\\.net\\.(.*Connection|.*Socket)")
                .check(Project.classes());
    }

    @ParameterizedTest
    @MethodSource("partners")
    void ofOneAccountingSystemKnowNoOther(String partner) {
        Set<String> others = Project.partnerMappings();
        others.remove(partner);
        noClasses()
                .that()
                .resideInAPackage(Project.in("mappings", partner))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(others))
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.accountinghub.mappings.samples..")
                .check(Project.classes());
    }

    @Test
    void sharedByAccountingSystemsKnowNone() {
        noClasses()
                .that()
                .resideInAnyPackage(packages(Project.SHARED_MAPPING_ROOMS))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(Project.partnerMappings()))
                .check(Project.classes());
    }

    @Test
    void theModelDependsOnJavaAlone() {
        classes()
                .that()
                .resideInAPackage(MODEL)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(MODEL, "java..", "org.jspecify..")
                .check(Project.classes());
    }

    @Test
    void nothingInTheModelCanBeChanged() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(MODEL)
                .should()
                .beFinal()
                .check(Project.classes());
        classes()
                .that()
                .resideInAPackage(MODEL)
                .and()
                .areRecords()
                .should(keepNothingThatOthersCanChange())
                .check(Project.classes());
    }

    private static String[] packages(Set<String> rooms) {
        return rooms.stream().map(room -> Project.in("mappings", room)).toArray(String[]::new);
    }

    private static ArchCondition<JavaClass> keepNothingThatOthersCanChange() {
        return new ArchCondition<>("copy the collections that they are given and keep no arrays") {
            @Override
            public void check(JavaClass record, ConditionEvents events) {
                components(record)
                        .filter(field -> field.getRawType().isArray()
                                || COPIED_BY.entrySet().stream()
                                        .anyMatch(kind -> field.getRawType().isEquivalentTo(kind.getKey())
                                                && !calls(record, kind.getValue())))
                        .forEach(field -> events.add(SimpleConditionEvent.violated(
                                record, record.getName() + "." + field.getName() + " can be changed from outside")));
            }
        };
    }

    private static Stream<JavaField> components(JavaClass record) {
        return record.getFields().stream().filter(field -> !field.getModifiers().contains(JavaModifier.STATIC));
    }

    private static boolean calls(JavaClass record, Set<String> methods) {
        return record.getConstructors().stream()
                .flatMap(constructor -> constructor.getMethodCallsFromSelf().stream())
                .anyMatch(call -> methods.contains(call.getName()));
    }

    static Stream<String> partners() {
        return Project.partnerMappings().stream();
    }
}
