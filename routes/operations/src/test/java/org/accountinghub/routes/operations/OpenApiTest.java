package org.accountinghub.routes.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.port.MatchLine;
import org.accountinghub.routes.engine.port.OperatorLedger;
import org.accountinghub.routes.engine.port.RegisterConflicts;
import org.accountinghub.routes.engine.port.RunCounts;
import org.accountinghub.routes.engine.port.RunRecord;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yaml.snakeyaml.Yaml;

class OpenApiTest {

    private static final List<Class<?>> CONTROLLERS = List.of(
            TransfersApi.class,
            ProblemsApi.class,
            OverviewApi.class,
            ConnectionsApi.class,
            PreviewApi.class,
            RegistersApi.class,
            MatchesApi.class,
            ConflictsApi.class,
            UploadsApi.class,
            ConsentPage.class,
            OpenApiPage.class);
    private static final List<Class<?>> RECORDS = List.of(
            OverviewApi.Overview.class,
            OverviewApi.Count.class,
            Attention.class,
            ConnectionLine.class,
            ConnectionLine.Fetched.class,
            ProblemsApi.Group.class,
            UploadLine.class,
            UploadLine.Rows.class,
            TransfersApi.Listing.class,
            TransferLine.class,
            TransferStory.class,
            TransferStory.StepLine.class,
            TransferStory.Event.class,
            TransferStory.Call.class,
            PreviewApi.OrderPreview.class,
            DocumentLook.class,
            ContentLook.class,
            ContentLook.RowLook.class,
            ContentLook.VatLook.class,
            ContentLook.ReductionLook.class,
            OperatorLedger.ActionLine.class,
            RegistersApi.RegisterLine.class,
            RegistersApi.Begun.class,
            RunLine.class,
            RunCounts.class,
            RunRecord.class,
            MatchSummary.class,
            MatchLine.class,
            MatchLine.Half.class,
            MatchesApi.Decided.class,
            RegisterConflicts.Conflict.class,
            RegisterConflicts.Acknowledged.class,
            Problem.class,
            Done.class);

    private final Map<String, Object> document;

    OpenApiTest() throws IOException {
        document = new Yaml()
                .load(new OpenApiPage().describe().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void everyMappingIsDescribedAndNothingElse() {
        Set<String> described = new TreeSet<>();
        at("paths")
                .forEach((path, verbs) -> ((Map<?, ?>) verbs)
                        .keySet()
                        .forEach(verb -> described.add(String.valueOf(verb).toUpperCase(Locale.ROOT) + " " + path)));
        Set<String> mapped =
                CONTROLLERS.stream().flatMap(OpenApiTest::mappings).collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).isEqualTo(mapped).isNotEmpty();
    }

    @Test
    void everyFieldIsDescribedAndNothingElse() {
        for (Class<?> type : RECORDS) {
            Set<String> fields = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            assertThat(fields(type.getSimpleName()))
                    .as(type.getSimpleName())
                    .containsExactlyInAnyOrderElementsOf(fields);
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        references(document).forEach(reference -> {
            Object found = document;
            for (String part : reference.substring(2).split("/", -1)) {
                found = ((Map<?, ?>) found).get(part);
                assertThat(found).as(reference).isNotNull();
            }
        });
    }

    private static Stream<String> mappings(Class<?> controller) {
        String base = paths(AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class));
        return Arrays.stream(controller.getDeclaredMethods()).flatMap(method -> mapping(base, method));
    }

    private static Stream<String> mapping(String base, Method method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return mapping == null
                ? Stream.empty()
                : Arrays.stream(mapping.method()).map(verb -> verb + " " + base + paths(mapping));
    }

    private static String paths(@org.jspecify.annotations.Nullable RequestMapping mapping) {
        return mapping == null ? "" : String.join("", mapping.path()).replaceAll("\\{(\\w+):[^}]*}", "{$1}");
    }

    private Set<String> fields(String schema) {
        Map<?, ?> described = (Map<?, ?>) ((Map<?, ?>) at("components").get("schemas")).get(schema);
        assertThat(described).as(schema).isNotNull();
        return ((Map<?, ?>) described.get("properties"))
                .keySet().stream().map(String::valueOf).collect(Collectors.toSet());
    }

    private Map<?, ?> at(String key) {
        return (Map<?, ?>) document.get(key);
    }

    private static Stream<String> references(Object node) {
        if (node instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .flatMap(entry -> "$ref".equals(entry.getKey())
                            ? Stream.of(String.valueOf(entry.getValue()))
                            : references(entry.getValue()));
        }
        return node instanceof List<?> list ? list.stream().flatMap(OpenApiTest::references) : Stream.empty();
    }
}
